import type { Case, Choice, Log, LogEntry, Merge, MergeInput, Queue, UndoneMerge } from '../types/moderation'

/** What moderators see and do. */
export const useModeration = defineStore('moderation', () => {
  const api = useMemberApi()
  const identity = useIdentity()
  const cases = shallowRef<Case[]>([])
  const log = shallowRef<LogEntry[]>([])
  /** Where the log goes on; null at its end. */
  const olderLog = ref<string | null>(null)

  // Nothing of a moderator stays on the screen of the next visitor.
  watch(() => identity.state, (state) => {
    if (state !== 'signedOut') return
    cases.value = []
    log.value = []
    olderLog.value = null
  })

  async function loadCases() {
    const answer = await api.get<Queue>('/moderation/queue')
    if (answer.kind === 'ok') cases.value = answer.data.items
    return answer
  }

  /** Where somebody else was quicker, the queue is loaded again. */
  async function decide({ subject, version }: Pick<Case, 'subject' | 'version'>, choice: Choice) {
    const answer = await api.post<Queue>('/moderation/decisions', { body: { subject, version, ...choice } })
    // The list may be some moments old, and still have what has just been decided.
    if (answer.kind === 'ok') cases.value = answer.data.items.filter(one => one.subject !== subject || one.version > version)
    else if (answer.kind === 'refused' && [404, 409, 412].includes(answer.problem.status)) await loadCases()
    return answer
  }

  async function loadLog(cursor: string | null = null) {
    const answer = await api.get<Log>(`/moderation/log${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`)
    if (answer.kind === 'ok') {
      log.value = cursor ? [...log.value, ...answer.data.items] : answer.data.items
      olderLog.value = answer.data.next
    }
    return answer
  }

  return {
    cases,
    log,
    olderLog,
    loadCases,
    decide,
    loadLog,
    merge: (body: MergeInput) => api.post<Merge>('/moderation/merges', { body }),
    undoMerge: (from: string) => api.remove<UndoneMerge>(`/moderation/merges/${encodeURIComponent(from)}`),
  }
})
