import type { MemberVenue, VenueInput } from '../types/member'
import type { MemberResult } from '../composables/useMemberApi'

/** Venues as a member sees them, with who changed what. Each write answers the new state, which every screen takes over. */
export const useMyVenues = defineStore('myVenues', () => {
  const api = useMemberApi()
  const own = useOwnWrites()
  const known = ref<Record<string, MemberVenue>>({})
  const identity = useIdentity()

  // Nothing of a member stays on the screen of the next one.
  watch(() => identity.state, (state) => {
    if (state === 'signedOut') known.value = {}
  })

  const path = (id: string) => `/venues/${encodeURIComponent(id)}`

  function know(state: MemberVenue) {
    known.value = { ...known.value, [state.venue.id]: state }
  }

  async function load(id: string): Promise<MemberResult<MemberVenue>> {
    const answer = await api.get<MemberVenue>(`/me${path(id)}`)
    if (answer.kind === 'ok') know(answer.data)
    return answer
  }

  async function take(request: Promise<MemberResult<MemberVenue>>): Promise<MemberResult<MemberVenue>> {
    const answer = await request
    if (answer.kind === 'ok') {
      know(answer.data)
      await own.keepVenue(answer.data)
    }
    return answer
  }

  return {
    known,
    load,
    register: (body: VenueInput) => take(api.post('/venues', { body })),
    /** The version is that from which the member began, so that nobody's change is overwritten unseen. */
    change: (id: string, version: number, body: VenueInput) => take(api.put(path(id), { version, body })),
    sayGone: (id: string) => take(api.put(`${path(id)}/gone`)),
    sayOpen: (id: string) => take(api.remove(`${path(id)}/gone`)),
    undo: (id: string, change: number) => take(api.remove(`${path(id)}/changes/${change}`, { version: known.value[id]?.version })),
  }
})
