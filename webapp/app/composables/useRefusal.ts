import type { Problem } from '../utils/requests'

type Failure = { kind: 'refused', problem: Problem } | { kind: 'unavailable' } | { kind: 'signedOut' }

/** Says in a sentence why a request failed. */
export function useRefusal() {
  const { t } = useAccountI18n()

  function refusalText(failure: Failure): string {
    if (failure.kind === 'unavailable') return t('account.unavailable')
    if (failure.kind === 'signedOut') return t('account.signedOut')
    const { status, retryAfter, detail } = failure.problem
    if (status !== 429) return detail
    const minutes = Math.max(1, Math.ceil((retryAfter ?? 60) / 60))
    return t('account.tooMany', { n: minutes }, minutes)
  }

  return { refusalText }
}
