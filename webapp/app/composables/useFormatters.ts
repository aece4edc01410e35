import type { Day, Freshness, Instrument, Occurrence, Schedule, VenueRef } from '../types'
import { addDays, DAYS, daysBetween, isPlainDate, isSmallHours, timeOf, type PlainDate } from '../utils/dates'

type DateStyle = 'long' | 'short'

/** Turns values into text in the language of the visitor: dates, schedules, freshness, places, distances. */
export function useFormatters() {
  const { t, te, tm, rt, locale } = useI18n()
  const language = computed(() => (locale.value === 'en' ? 'en-IE' : locale.value))

  /** The parts of what is no date are empty: Intl would throw, and with it everything around the date would be gone. */
  const dateParts = (date: PlainDate) => {
    const moment = Date.parse(date)
    const format = (options: Intl.DateTimeFormatOptions) => Number.isNaN(moment) ? '' : new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', ...options }).format(moment)
    return {
      weekday: format({ weekday: 'short' }),
      weekdayLong: format({ weekday: 'long' }),
      day: format({ day: 'numeric' }),
      month: format({ month: 'short' }),
      monthLong: format({ month: 'long' }),
      year: format({ year: 'numeric' }),
    }
  }

  /** "tonight", "tomorrow", "Thursday", "Thu 10 Dec"; the short style never gives the weekday alone. */
  function dateText(date: PlainDate, tonight: PlainDate, style: DateStyle = 'long'): string {
    if (!isPlainDate(date)) return date
    const days = daysBetween(tonight, date)
    if (days === 0) return t('dates.tonight')
    if (days === 1) return t('dates.tomorrow')
    if (days === -1) return t('dates.lastNight')
    const p = dateParts(date)
    if (days > 1 && days < 7 && style === 'long') return p.weekdayLong
    return calendarDate(date, tonight)
  }

  /** The same for an occurrence; one that starts in the afternoon is "today", not "tonight". */
  function occurrenceText({ date, start }: Pick<Occurrence, 'date' | 'start'>, tonight: PlainDate): string {
    const time = timeOf(start)
    return date === tonight && time >= '04:00' && time < '17:00' ? t('dates.today') : dateText(date, tonight)
  }

  /** "Thu 10 Dec", and with the year unless it is the current one or close. */
  function calendarDate(date: PlainDate, tonight: PlainDate): string {
    if (!isPlainDate(date)) return date
    const p = dateParts(date)
    return date.slice(0, 4) === tonight.slice(0, 4) || Math.abs(daysBetween(tonight, date)) < 120 ? t('dates.weekdayDate', p) : t('dates.weekdayDateYear', p)
  }

  /** "Thursday 26 Nov". */
  function weekdayAndDate(date: PlainDate): string {
    if (!isPlainDate(date)) return date
    const p = dateParts(date)
    return t('dates.weekdayDate', { ...p, weekday: p.weekdayLong })
  }

  /** "26 November 2026". */
  function fullDate(moment: string): string {
    const p = dateParts(moment.slice(0, 10))
    return t('dates.date', { ...p, month: p.monthLong })
  }

  function numberText(n: number): string {
    const word = (tm('numbers') as string[])[n]
    return n <= 10 && word !== undefined ? rt(word) : String(n)
  }

  function list(items: string[]): string {
    return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(items)
  }

  function capitalize(text: string): string {
    return text.charAt(0).toLocaleUpperCase(language.value) + text.slice(1)
  }

  function daysText(schedule: Schedule, tonight: PlainDate): string {
    switch (schedule.kind) {
      case 'WEEKLY': {
        const { days } = schedule
        if (days.length === 7) return t('schedule.everyNight')
        return isLate(schedule) ? t('schedule.nightsOf', { day: list(days.map(weekdayName)) }, days.length) : list(days.map(day => t(`days.${day}`)))
      }
      case 'EVERY_N_WEEKS': {
        const day = nightName(schedule.day, schedule)
        if (schedule.weeks === 1) return isLate(schedule) ? day : t(`days.${schedule.day}`)
        return schedule.weeks === 2 ? t('schedule.everyOther', { day }) : t('schedule.everyNth', { n: numberText(schedule.weeks), day })
      }
      case 'NTH_WEEKDAY_OF_MONTH':
        return capitalize(t('schedule.ofMonth', { ordinals: list(schedule.ordinals.map(one => t(`ordinal.${one}`))), day: nightName(schedule.day, schedule) }))
      case 'DATES': {
        const coming = schedule.dates.filter(date => date >= tonight)
        if (coming.length === 0 || coming.length > 3) return t('schedule.someDates')
        const dates = list(coming.map(date => calendarDate(date, tonight)))
        return isLate(schedule) ? t('schedule.nightsOfDates', { dates }, coming.length) : dates
      }
      case 'IRREGULAR':
        return schedule.note.replace(/[.\s]+$/, '')
      default:
        // An API of a newer version may know more kinds.
        return t('schedule.someDates')
    }
  }

  /** For a card: "Thursdays 21:30", "Friday night, 00:30". */
  function scheduleShort(schedule: Schedule, tonight: PlainDate): string {
    const days = daysText(schedule, tonight)
    return schedule.kind === 'IRREGULAR' ? days : t(isLate(schedule) ? 'schedule.shortLate' : 'schedule.short', { days, start: schedule.start })
  }

  /** Whether it starts in the small hours after the evening that names the night. */
  function isLate(schedule: Pick<Schedule, 'start'>): boolean {
    return isSmallHours(schedule.start)
  }

  function nightName(day: Day, schedule: Pick<Schedule, 'start'>): string {
    return isLate(schedule) ? t('schedule.nightsOf', { day: weekdayName(day) }, 1) : weekdayName(day)
  }

  /** For the page of a session: "Thursdays from 21:30, October to June." */
  function scheduleLong(schedule: Schedule, tonight: PlainDate): string {
    const days = daysText(schedule, tonight)
    const when = schedule.kind === 'IRREGULAR'
      ? t('schedule.irregularFrom', { note: days, start: schedule.start })
      : schedule.end
        ? t('schedule.fromTo', { days, start: schedule.start, end: schedule.end })
        : t('schedule.from', { days, start: schedule.start })
    if (schedule.season) return t('schedule.season', { when, from: monthName(schedule.season.from), to: monthName(schedule.season.to) })
    return schedule.kind === 'DATES' || schedule.kind === 'IRREGULAR' ? t('schedule.noSeason', { when }) : t('schedule.allYear', { when })
  }

  function weekdayName(day: Day): string {
    // 5 January 2026 was a Monday.
    return dateParts(addDays('2026-01-05', DAYS.indexOf(day))).weekdayLong
  }

  function weekdayShort(day: Day): string {
    return dateParts(addDays('2026-01-05', DAYS.indexOf(day))).weekday
  }

  function monthName(month: string): string {
    return dateParts(`2026-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-01`).monthLong
  }

  /** "Was on last Thursday, three people said so", "Nobody has said since June". An API of an older version gives no number. */
  function freshnessText(freshness: Freshness, tonight: PlainDate, venueClosed = false): string {
    if (venueClosed && freshness.state === 'STALE') return t('freshness.venueClosed')
    const { state, confirmations } = freshness
    const when = lastNightText(freshness, tonight)
    const recent = state === 'CONFIRMED' || state === 'AGEING'
    return recent && confirmations ? t('freshness.withCount', { when, n: numberText(confirmations) }, confirmations) : when
  }

  function lastNightText({ state, lastNight }: Freshness, tonight: PlainDate): string {
    if (state === 'ENDED') return t('freshness.ended')
    if (!lastNight || !isPlainDate(lastNight)) return t('freshness.nobodyYet')
    const daysAgo = daysBetween(lastNight, tonight)
    const weeksAgo = Math.max(1, Math.round(daysAgo / 7))
    if ((state === 'STALE' && daysAgo > 31) || weeksAgo > 10) return t('freshness.nobodySince', { month: monthText(lastNight, tonight) })
    if (daysAgo <= 0) return t('freshness.onTonight')
    if (daysAgo === 1) return t('freshness.onLastNight')
    if (daysAgo <= 7) return t('freshness.onLastWeekday', { weekday: dateParts(lastNight).weekdayLong })
    return t('freshness.onWeeksAgo', { n: numberText(weeksAgo) }, weeksAgo)
  }

  /** "June", with the year if that is long ago. */
  function monthText(date: PlainDate, tonight: PlainDate): string {
    const { monthLong, year } = dateParts(date)
    return daysBetween(date, tonight) < 300 ? monthLong : `${monthLong} ${year}`
  }

  function distance(km: number): string {
    const format = (value: number, unit: string, digits: number) => new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)
    return km < 0.95 ? format(Math.max(100, Math.round(km * 10) * 100), 'meter', 0) : format(km, 'kilometer', km < 3 ? 1 : 0)
  }

  /** The mean of the ratings, with one decimal. */
  function mean(value: number): string {
    return new Intl.NumberFormat(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  }

  function countryName(country: string): string {
    try {
      return new Intl.DisplayNames(language.value, { type: 'region' }).of(country) ?? country
    }
    catch {
      // It has not the form of a country's code.
      return country
    }
  }

  /** The name of a country after "in": "the United States", but "France". */
  function countryIn(country: string): string {
    return te(`countryIn.${country}`) ? t(`countryIn.${country}`) : countryName(country)
  }

  /** The county; abroad the region, or else the country. */
  function regionOf(venue: Pick<VenueRef, 'county' | 'region' | 'country'>): string {
    return venue.county ? t(`counties.${venue.county}`) : (venue.region ?? countryName(venue.country))
  }

  /** "Ennis, Clare"; but "Dublin", not "Dublin, Dublin". */
  function placeOf(venue: Pick<VenueRef, 'town' | 'county' | 'region' | 'country'>): string {
    const region = regionOf(venue)
    return venue.town && venue.town !== region ? t('session.placeIn', { town: venue.town, county: region }) : region
  }

  /** "Formerly The Harp", or nothing. An API of an older version does not say. */
  function formerNames({ formerNames: names = [] }: Partial<Pick<VenueRef, 'formerNames'>>): string[] {
    return names.length ? [t('venue.formerly', { names: list(names) })] : []
  }

  function instruments(all: readonly Instrument[]): string {
    return capitalize(list(all.map(one => t(`instruments.${one}`))))
  }

  return { dateParts, weekdayName, weekdayShort, monthName, dateText, occurrenceText, calendarDate, weekdayAndDate, fullDate, numberText, list, capitalize, scheduleShort, scheduleLong, freshnessText, distance, mean, countryName, countryIn, regionOf, placeOf, formerNames, instruments }
}

const MONTHS = ['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER']
