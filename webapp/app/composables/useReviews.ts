import type { UnwrapNestedRefs } from 'vue'
import type { Review, ReviewOrder, SessionDetail } from '../types'

const PAGE_SIZE = 20

export type ReviewList = UnwrapNestedRefs<ReturnType<typeof useReviews>>

/**
 * The reviews of a session: the newest come with it, all others on demand.
 *
 * @param own the number of the visitor's own, which is shown apart
 */
export function useReviews(session: () => SessionDetail | null, own: () => number | null) {
  const api = useApi()
  const sort = ref<ReviewOrder>('newest')
  const state = ref<'idle' | 'loading' | 'failed'>('idle')
  const loaded = shallowRef<readonly Review[]>([])
  // Undefined until a page was loaded.
  const next = ref<string | null>()

  const items = computed(() => {
    const first = sort.value === 'newest' ? (session()?.reviews.items ?? []) : []
    const known = new Set(first.map(review => review.number))
    return [...first, ...loaded.value.filter(review => !known.has(review.number))].filter(review => review.number !== own())
  })
  const more = computed(() => (next.value === undefined ? sort.value === 'helpful' || !!session()?.reviews.more : next.value !== null))

  watch(() => session()?.id, () => choose('newest'))

  function choose(order: ReviewOrder) {
    sort.value = order
    state.value = 'idle'
    loaded.value = []
    next.value = undefined
    if (order === 'helpful') void load()
  }

  async function load() {
    const id = session()?.id
    if (!id) return
    const order = sort.value
    const from = next.value
    state.value = 'loading'
    const answer = await api.reviews(id, { sort: order, limit: PAGE_SIZE, ...(from ? { cursor: from } : {}) })
    // Another order was chosen meanwhile, or another session.
    if (id !== session()?.id || order !== sort.value || from !== next.value) return
    if (answer.kind !== 'ok') {
      state.value = 'failed'
      return
    }
    const known = new Set(loaded.value.map(review => review.number))
    loaded.value = [...loaded.value, ...answer.value.items.filter(review => !known.has(review.number))]
    next.value = answer.value.next
    state.value = 'idle'
  }

  /** After a review was marked: those that came with the session are answered anew, the others are not. */
  function marked(number: number, helpful: boolean) {
    loaded.value = loaded.value.map(review => (review.number === number ? { ...review, helpful: review.helpful + (helpful ? 1 : -1) } : review))
  }

  /** After it was answered by the organiser. */
  function answered(number: number, text: string, at: string) {
    loaded.value = loaded.value.map(review => (review.number === number ? { ...review, answer: { text, at } } : review))
  }

  /** After one's own was withdrawn or changed, nothing is left of what it was. */
  function forget(number: number) {
    loaded.value = loaded.value.filter(review => review.number !== number)
  }

  return { sort, state, items, more, choose, load, marked, answered, forget }
}
