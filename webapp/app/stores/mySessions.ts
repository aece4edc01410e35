import type { ChangeSessionInput, MemberSession, OccurrenceInput, Offer, PublishSessionInput, ReviewInput } from '../types/member'
import type { MemberResult } from '../composables/useMemberApi'

/** Sessions as the member who is signed in sees them. Each write answers the new state, which every screen takes over. */
export const useMySessions = defineStore('mySessions', () => {
  const api = useMemberApi()
  const own = useOwnWrites()
  const known = ref<Record<string, MemberSession>>({})
  const identity = useIdentity()

  // Nothing of a member stays on the screen of the next one.
  watch(() => identity.state, (state) => {
    if (state === 'signedOut') known.value = {}
  })

  const path = (id: string, ...parts: string[]) => ['/sessions', id, ...parts].map((part, n) => (n ? encodeURIComponent(part) : part)).join('/')
  const versionOf = (id: string) => known.value[id]?.version

  function know(state: MemberSession) {
    known.value = { ...known.value, [state.session.id]: state }
  }

  async function load(id: string): Promise<MemberResult<MemberSession>> {
    const answer = await api.get<MemberSession>(`/me/sessions/${encodeURIComponent(id)}`)
    if (answer.kind === 'ok') know(answer.data)
    return answer
  }

  async function take<T>(request: Promise<MemberResult<T>>, stateIn: (answer: T) => MemberSession): Promise<MemberResult<T>> {
    const answer = await request
    if (answer.kind === 'ok') {
      const state = stateIn(answer.data)
      know(state)
      await own.keepSession(state)
    }
    return answer
  }
  const takeAll = (request: Promise<MemberResult<MemberSession>>) => take(request, answer => answer)

  return {
    known,
    load,
    publish: (body: PublishSessionInput) => takeAll(api.post('/sessions', { body })),
    /** The version is that from which the member began, so that nobody's change is overwritten unseen. */
    change: (id: string, version: number, body: ChangeSessionInput) => takeAll(api.put(path(id), { version, body })),
    end: (id: string) => takeAll(api.remove(path(id), { version: versionOf(id) })),
    setNight: (id: string, date: string, body: OccurrenceInput) => takeAll(api.put(path(id, 'occurrences', date), { version: versionOf(id), body })),
    takeDown: (id: string) => takeAll(api.put(path(id, 'takedown'), { version: versionOf(id) })),
    listAgain: (id: string) => takeAll(api.remove(path(id, 'takedown'), { version: versionOf(id) })),
    offer: (id: string) => take<Offer>(api.post(path(id, 'hand-over')), answer => answer.session),
    withdraw: (id: string) => takeAll(api.remove(path(id, 'hand-over'), { version: versionOf(id) })),
    takeOver: (id: string, code: string | null) => takeAll(api.post(path(id, 'organiser'), { body: { code } })),
    // What members say needs no version: each has words of their own.
    confirm: (id: string, date: string, on: boolean) => takeAll(api.post(path(id, 'confirmations'), { body: { date, on } })),
    takeBack: (id: string, date: string) => takeAll(api.remove(path(id, 'confirmations', date))),
    ask: (id: string) => takeAll(api.post(path(id, 'question'))),
    answer: (id: string, date: string, on: boolean) => takeAll(api.post(path(id, 'question', 'answer'), { body: { date, on } })),
    sayGone: (id: string) => takeAll(api.put(path(id, 'gone'))),
    sayStillOn: (id: string) => takeAll(api.remove(path(id, 'gone'))),
    review: (id: string, body: ReviewInput) => takeAll(api.put(path(id, 'reviews', 'mine'), { body })),
    withdrawReview: (id: string) => takeAll(api.remove(path(id, 'reviews', 'mine'))),
    markHelpful: (id: string, number: number, helpful: boolean) => takeAll((helpful ? api.put : api.remove)<MemberSession>(path(id, 'reviews', String(number), 'helpful'))),
    answerReview: (id: string, number: number, text: string) => takeAll(api.put(path(id, 'reviews', String(number), 'answer'), { body: { text } })),
  }
})
