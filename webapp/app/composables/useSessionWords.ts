import type { Schedule } from '../types'
import type { SessionInput } from '../types/member'
import type { PlainDate } from '../utils/dates'

const LABELS: Record<keyof SessionInput, string> = {
  venue: 'share.where', name: 'share.name', schedule: 'share.when', admission: 'etiquette.admission', pace: 'etiquette.pace', leadership: 'etiquette.leadership', focus: 'etiquette.focus', dances: 'etiquette.dances', instruments: 'etiquette.instruments', craic: 'craic.title',
}

/** The fields of a session in words, to compare two versions of it. */
export function useSessionWords() {
  const { t } = useMemberI18n()
  useSessionI18n()
  const { list, scheduleLong, instruments } = useFormatters()

  const label = (field: keyof SessionInput) => t(LABELS[field])

  function value(field: keyof SessionInput, input: SessionInput, venueNames: Record<string, string>, tonight: PlainDate): string {
    switch (field) {
      case 'venue': return venueNames[input.venue] ?? input.venue
      case 'schedule': return scheduleLong(input.schedule as Schedule, tonight)
      case 'admission': return t(`admission.${input.admission}`)
      case 'pace': return t(`pace.${input.pace}`)
      case 'leadership': return t(`leadership.${input.leadership}`)
      case 'focus': return t(`focus.${input.focus}`)
      case 'dances': return list(input.dances.map(dance => t(`dances.${dance}`)))
      case 'instruments': return input.instruments.length ? instruments(input.instruments) : ''
      default: return input[field] ?? ''
    }
  }

  return { label, value }
}
