import type { Case, Choice, Log, LogEntry, Merge, MergeInput, Queue, Subject, UndoneMerge } from '../types/moderation'

/** What moderators see and do. */
export const useModeration = defineStore('moderation', () => {
  const api = useMemberApi()
  const identity = useIdentity()
  const cases = shallowRef<Case[]>([])
  const log = shallowRef<LogEntry[]>([])
  /** Where the log goes on; null at its end. */
  const olderLog = ref<string | null>(null)
  /** The versions of the cases that were decided here. A list may be some moments old, and still have them. */
  const decided = new Map<Subject, number>()

  // Nothing of a moderator stays on the screen of the next visitor.
  watch(() => identity.state, (state) => {
    if (state !== 'signedOut') return
    cases.value = []
    log.value = []
    olderLog.value = null
    decided.clear()
  })

  function show(queue: Queue) {
    cases.value = queue.items.filter(({ subject, version }) => version > (decided.get(subject) ?? -1))
  }

  async function loadCases() {
    const answer = await api.get<Queue>('/moderation/queue')
    if (answer.kind === 'ok') show(answer.data)
    return answer
  }

  /** Where somebody else was quicker, the queue is loaded again. */
  async function decide({ subject, version }: Pick<Case, 'subject' | 'version'>, choice: Choice) {
    const answer = await api.post<Queue>('/moderation/decisions', { body: { subject, version, ...choice } })
    if (answer.kind === 'ok') {
      decided.set(subject, version)
      show(answer.data)
    }
    else if (answer.kind === 'refused' && [404, 409, 412].includes(answer.problem.status)) await loadCases()
    return answer
  }

  /** What was reported of the venue that goes is decided with it. */
  async function merge(body: MergeInput) {
    const before = cases.value.find(one => one.subject === `venue:${body.from}`)
    const answer = await api.post<Merge>('/moderation/merges', { body })
    if (answer.kind === 'ok' && before) decided.set(before.subject, before.version)
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
    merge,
    undoMerge: (from: string) => api.remove<UndoneMerge>(`/moderation/merges/${encodeURIComponent(from)}`),
  }
})
