import type { ReportInput } from '../types/moderation'

/** What the visitor has reported since the page was loaded. */
export const useReports = defineStore('reports', () => {
  const api = useMemberApi()
  const identity = useIdentity()
  const reported = ref<ReadonlySet<string>>(new Set())

  // Nothing of a member stays on the screen of the next one.
  watch(() => identity.state, (state) => {
    if (state === 'signedOut') reported.value = new Set()
  })

  async function report(body: ReportInput) {
    const answer = await api.post<unknown>('/reports', { body })
    if (answer.kind === 'ok') reported.value = new Set([...reported.value, body.subject])
    return answer
  }

  return { reported, report }
})
