import type { Failure } from './useRefusal'

/** Says in a sentence why the server did not take what a member said of a session or a venue. */
export function useRefusedWord() {
  const { t } = useSessionI18n()

  function refusalText(failure: Failure): string {
    if (failure.kind === 'unavailable') return t('error.text')
    if (failure.kind === 'signedOut') return t('voice.signedOut')
    const { status, retryAfter, errors, detail } = failure.problem
    const minutes = Math.max(1, Math.ceil((retryAfter ?? 60) / 60))
    // What may be said once a day or a week is better told by the server.
    if (status === 429 && minutes < MANY_MINUTES) return t('voice.tooMany', { n: minutes }, minutes)
    return Object.values(errors).join(' ') || detail || t('error.text')
  }

  return { refusalText }
}

const MANY_MINUTES = 120
