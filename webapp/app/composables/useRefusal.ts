import en from '../../i18n/refused/en.json'
import type { Problem } from '../utils/requests'

/** Why a request failed. */
export type Failure = { kind: 'refused', problem: Problem } | { kind: 'unavailable' } | { kind: 'signedOut' }

const MANY_MINUTES = 120
const useRefusedI18n = i18nWith(en)

/** Says in a sentence why a request failed. */
export function useRefusal() {
  const { t } = useRefusedI18n()

  function refusalText(failure: Failure): string {
    if (failure.kind === 'unavailable') return t('refused.unavailable')
    if (failure.kind === 'signedOut') return t('refused.signedOut')
    const { status, type, errors, retryAfter, detail } = failure.problem
    const minutes = Math.max(1, Math.ceil((retryAfter ?? 60) / 60))
    // What may be done once a day or a week is better told by the server.
    if (status === 429 && minutes < MANY_MINUTES) return t('refused.tooMany', { n: minutes }, minutes)
    if (type === '/problems/taken-down') return t('refused.takenDown')
    return Object.entries(errors).map(([field, reason]) => `${field}: ${reason}`).join(' ') || detail || t('error.text')
  }

  return { refusalText }
}

/** Whether somebody else has changed it meanwhile, so that nothing was done. */
export function isStale(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.problem.status === 412
}
