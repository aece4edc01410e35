import type { MemberResult } from './useMemberApi'

/** What a page of one thing that the member may change shows. */
export type MyPage = 'loading' | 'signedOut' | 'failed' | 'ready'

/** Loads a session as the member sees it; one that is unknown becomes a 404 page. */
export function useMySession(id: string) {
  const sessions = useMySessions()
  const page = ref<MyPage>('loading')
  const state = computed(() => sessions.known[id] ?? null)

  async function load() {
    page.value = 'loading'
    page.value = pageOf(await sessions.load(id), 'session')
  }

  onMounted(load)
  return { page, state, load }
}

/** The same of a venue. */
export function useMyVenue(id: string) {
  const venues = useMyVenues()
  const page = ref<MyPage>('loading')
  const state = computed(() => venues.known[id] ?? null)

  async function load() {
    page.value = 'loading'
    page.value = pageOf(await venues.load(id), 'venue')
  }

  onMounted(load)
  return { page, state, load }
}

function pageOf(answer: MemberResult<unknown>, what: 'session' | 'venue'): MyPage {
  switch (answer.kind) {
    case 'ok': return 'ready'
    case 'signedOut': return 'signedOut'
    case 'unavailable': return 'failed'
    case 'refused':
      if (answer.problem.status !== 404 && answer.problem.status !== 400) return 'failed'
      showError(createError({ statusCode: 404, data: { what } }))
      return 'loading'
  }
}
