import type { CalendarAddress, Me, MyReviews, ProfileInput, ReviewsOfLeaver } from '../types/member'
import type { Subject } from '../types/moderation'

/** All that is kept of the member who is signed in. */
export const useProfile = defineStore('profile', () => {
  const api = useMemberApi()
  const identity = useIdentity()
  const me = shallowRef<Me | null>(null)
  const state = ref<'loading' | 'ready' | 'failed' | 'signedOut'>('loading')

  // Nothing of a member stays on the screen of the next one.
  watch(() => identity.state, (now) => {
    if (now !== 'signedOut') return
    me.value = null
    state.value = 'signedOut'
  })

  async function load() {
    if (!me.value) state.value = 'loading'
    const answer = await api.get<Me>('/me')
    if (answer.kind === 'ok') take(answer.data)
    else if (answer.kind === 'signedOut') state.value = 'signedOut'
    else if (!me.value) state.value = 'failed'
  }

  function take(profile: Me) {
    me.value = profile
    state.value = 'ready'
    if (profile.displayName) identity.renamed(profile.displayName)
  }

  async function save(input: ProfileInput) {
    const answer = await api.put<Me>('/me', { body: input, version: me.value?.version ?? 0 })
    if (answer.kind === 'ok') take(answer.data)
    // Changed on another device meanwhile: what was typed can be saved upon that.
    if (answer.kind === 'refused' && answer.problem.status === 412) await load()
    return answer
  }

  /** The former address stops working. */
  async function issueCalendar() {
    const answer = await api.post<CalendarAddress>('/me/calendar')
    if (answer.kind === 'ok') await load()
    return answer
  }

  async function revokeCalendar() {
    const answer = await api.remove<unknown>('/me/calendar')
    if (answer.kind === 'ok') await load()
    return answer
  }

  /** The moderators look at a decision once more. */
  async function object(subject: Subject, text: string) {
    const answer = await api.post<Me>(`/me/decisions/${encodeURIComponent(subject)}/objection`, { body: { text } })
    if (answer.kind === 'ok') take(answer.data)
    return answer
  }

  const changePassword = (old: string, password: string) => api.post<unknown>('/auth/password', { body: { old, new: password } })

  /** Held and hidden ones among them. */
  const reviews = () => api.get<MyReviews>('/me/reviews')

  const everythingKept = () => api.get<object>('/me/export')

  /**
   * Deletes what is kept of the member. The account is left, with which a failure can be tried again. Sessions that are
   * offered to somebody stay so; that is done before, for an answer that is lost would take the codes with it.
   */
  const deleteData = (reviews: ReviewsOfLeaver) => api.remove<unknown>(`/me?sessions=orphan&reviews=${reviews}`)

  async function deleteAccount() {
    const answer = await api.remove<unknown>('/auth/account')
    if (answer.kind === 'ok') identity.signedOut()
    return answer
  }

  return { me, state, load, save, object, issueCalendar, revokeCalendar, changePassword, reviews, everythingKept, deleteData, deleteAccount }
})
