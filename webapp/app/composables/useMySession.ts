import type { MemberResult } from './useMemberApi'
import { eveningOf } from '../utils/dates'
import { titleOf } from '../utils/sessions'

/** What a page of one thing that the member may change shows. */
export type MyPage = 'loading' | 'signedOut' | 'failed' | 'ready'

/** Loads a session as the member sees it; one that is unknown becomes a 404 page. */
export function useMySession(id: string) {
  const sessions = useMySessions()
  const { t } = useMemberI18n()
  const { now } = useNow()
  const state = computed(() => sessions.known[id] ?? null)
  const session = computed(() => state.value?.session ?? null)
  const tonight = computed(() => eveningOf(now.value, session.value?.venue.timeZone ?? IRISH_ZONE))
  const title = computed(() => (session.value ? titleOf(session.value) : t('session.loading')))
  return { ...useMine('session', () => sessions.load(id)), state, session, tonight, title }
}

/** The same of a venue. A page below the address of one that was merged into another leads to that of the other one. */
export function useMyVenue(id: string) {
  const venues = useMyVenues()
  const { venueNow } = useApi()
  const route = useRoute()
  const router = useRouter()
  const state = computed(() => venues.known[id] ?? null)

  async function load() {
    const [answer, shown] = await Promise.all([venues.load(id), venueNow(id)])
    if (shown.kind !== 'ok' || shown.value.id === id) return answer
    await router.replace({ name: route.name, params: { id: shown.value.id }, query: route.query, hash: route.hash })
    return null
  }

  return { ...useMine('venue', load), state }
}

/** @param request answers null where the app goes on to another page */
function useMine(what: 'session' | 'venue', request: () => Promise<MemberResult<unknown> | null>) {
  const page = ref<MyPage>('loading')

  async function load() {
    page.value = 'loading'
    const answer = await request()
    if (answer) page.value = pageOf(answer, what)
  }

  onMounted(load)
  return { page, load }
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
