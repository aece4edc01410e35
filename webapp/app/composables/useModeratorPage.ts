import type { MemberResult } from './useMemberApi'

/** What a page for moderators shows. */
export type ModeratorPage = 'loading' | 'signedOut' | 'notAllowed' | 'failed' | 'ready'

/**
 * Opens a page for moderators alone: others are told so, without a request that would be refused.
 *
 * @param load what the page needs from the API
 */
export function useModeratorPage(load: () => Promise<MemberResult<unknown>>) {
  const identity = useIdentity()
  const page = ref<ModeratorPage>('loading')

  async function open() {
    page.value = 'loading'
    await identity.restore()
    page.value = await opened()
  }

  async function opened(): Promise<ModeratorPage> {
    if (identity.state === 'signedOut') return 'signedOut'
    if (identity.state === 'unknown') return 'failed'
    if (!identity.moderator) return 'notAllowed'
    const answer = await load()
    switch (answer.kind) {
      case 'ok': return 'ready'
      case 'signedOut': return 'signedOut'
      case 'unavailable': return 'failed'
      case 'refused': return answer.problem.status === 403 ? 'notAllowed' : 'failed'
    }
  }

  watch(() => identity.state, (state) => {
    if (state === 'signedOut') page.value = 'signedOut'
  })
  onMounted(open)
  return { page, open }
}
