import type { ApiResult } from './useApi'

export type PageItem<T>
  = | { state: 'loading' }
    | { state: 'ready', item: T }
    | { state: 'failed' }

/**
 * Loads the one session or venue that a page is about, in the browser; anything unknown becomes a 404 page.
 *
 * @param newer what this tab wrote, where that is newer than what the edge has kept for a minute
 */
export function usePageItem<T>(what: 'session' | 'venue', id: () => string, request: (id: string) => Promise<ApiResult<T>>, newer: (id: string, known: T | null) => T | null) {
  const result = shallowRef<PageItem<T>>({ state: 'loading' })
  const own = useOwnWrites()
  const item = computed(() => (result.value.state === 'ready' ? result.value.item : null))

  async function load() {
    const requested = id()
    result.value = { state: 'loading' }
    const answer = await request(requested)
    await own.loaded
    if (requested !== id()) return
    // The page goes on to another one.
    if (answer.kind === 'aborted') return
    const newest = newer(requested, answer.kind === 'ok' ? answer.value : null)
    if (newest) result.value = { state: 'ready', item: newest }
    else if (answer.kind === 'notFound') showError(createError({ statusCode: 404, data: { what } }))
    else result.value = { state: 'failed' }
  }

  /** Shows a newer state of it, which the member who changed it got as the answer. */
  function replace(newer: T) {
    result.value = { state: 'ready', item: newer }
  }

  watch(id, load)
  onMounted(load)
  return { result, item, load, replace }
}
