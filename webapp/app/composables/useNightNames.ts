import { daysBetween, type PlainDate } from '../utils/dates'

/** Names nights as people do. */
export function useNightNames() {
  const { t } = useSessionI18n()
  const { calendarDate, dateParts, dateText } = useFormatters()

  /** Of a night that has been: "tonight", "last night", "last Thursday", "Thu 12 Nov". */
  function pastNight(date: PlainDate, tonight: PlainDate): string {
    const days = daysBetween(date, tonight)
    if (days < 2) return dateText(date, tonight)
    return days <= 7 ? t('confirmations.lastWeekday', { weekday: dateParts(date).weekdayLong }) : calendarDate(date, tonight)
  }

  return { pastNight }
}
