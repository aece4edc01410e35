import type { Closure } from '../types'

/** Who says that a venue is closed for good, as far as that has to be said. */
export function useClosedText() {
  const { t } = useVenueI18n()
  return ({ source, sure }: Closure) => {
    if (source) return t('venue.closed', { source: source.name })
    return t(sure ? 'venue.closedSurely' : 'venue.closedByMember')
  }
}
