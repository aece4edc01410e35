import type { Day, Freshness, Instrument, NightSaid, Occurrence, Schedule, VenueRef } from '../types'
import { addDays, clockOf, DAYS, daysBetween, isPlainDate, nightOf, type PlainDate } from '../utils/dates'

type DateStyle = 'long' | 'short'

/** What values are called by people: dates, schedules, places, distances. */
export function useWords() {
  const { t, te, tm, rt, locale } = useI18n()
  const language = computed(() => (locale.value === 'en' ? 'en-IE' : locale.value))

  const parts = (date: PlainDate) => {
    const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language.value, { timeZone: 'UTC', ...options }).format(Date.parse(date))
    return {
      weekday: of({ weekday: 'short' }),
      weekdayLong: of({ weekday: 'long' }),
      day: of({ day: 'numeric' }),
      month: of({ month: 'short' }),
      monthLong: of({ month: 'long' }),
      year: of({ year: 'numeric' }),
    }
  }

  /** tonight, tomorrow, Thursday, then Thu 10 Dec. */
  function dateWords(date: PlainDate, tonight: PlainDate, style: DateStyle = 'long'): string {
    const away = daysBetween(tonight, date)
    if (away === 0) return t('when.tonight')
    if (away === 1) return t('when.tomorrow')
    if (away === -1) return t('when.lastNight')
    const p = parts(date)
    if (away > 1 && away < 7 && style === 'long') return p.weekdayLong
    return plainDate(date, tonight)
  }

  /** The same for a night, which may be an afternoon. */
  function nightWords(night: Pick<Occurrence, 'start'>, tonight: PlainDate): string {
    const date = nightOf(night)
    const clock = clockOf(night.start)
    return date === tonight && clock >= '04:00' && clock < '17:00' ? t('when.today') : dateWords(date, tonight)
  }

  function plainDate(date: PlainDate, tonight: PlainDate): string {
    const p = parts(date)
    return date.slice(0, 4) === tonight.slice(0, 4) || Math.abs(daysBetween(tonight, date)) < 120 ? t('when.weekdayDate', p) : t('when.weekdayDateYear', p)
  }

  /** Thursday 26 Nov. */
  function dayOf(date: PlainDate): string {
    const p = parts(date)
    return t('when.weekdayDate', { ...p, weekday: p.weekdayLong })
  }

  function fullDate(moment: string): string {
    const p = parts(moment.slice(0, 10))
    return t('when.date', { ...p, month: p.monthLong })
  }

  function number(n: number): string {
    return n <= 10 ? rt((tm('numbers') as string[])[n]!) : String(n)
  }

  function list(items: string[]): string {
    return new Intl.ListFormat(language.value, { type: 'conjunction' }).format(items)
  }

  function capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(language.value) + text.slice(1)
  }

  function daysWords(schedule: Schedule, tonight: PlainDate): string {
    switch (schedule.kind) {
      case 'WEEKLY':
        return schedule.days.length === 7 ? t('schedule.everyNight') : list(schedule.days.map(day => t(`days.${day}`)))
      case 'EVERY_N_WEEKS': {
        const day = weekdayName(schedule.day)
        if (schedule.weeks === 1) return t(`days.${schedule.day}`)
        return schedule.weeks === 2 ? t('schedule.everyOther', { day }) : t('schedule.everyNth', { n: number(schedule.weeks), day })
      }
      case 'NTH_WEEKDAY_OF_MONTH':
        return capital(t('schedule.ofMonth', { ordinals: list(schedule.ordinals.map(one => t(`ordinal.${one}`))), day: weekdayName(schedule.day) }))
      case 'DATES': {
        const coming = schedule.dates.filter(date => date >= tonight)
        return coming.length > 0 && coming.length <= 3 ? list(coming.map(date => plainDate(date, tonight))) : t('schedule.someDates')
      }
      case 'IRREGULAR':
        return schedule.note.replace(/[.\s]+$/, '')
    }
  }

  /** For a card: Thursdays 21:30. */
  function scheduleShort(schedule: Schedule, tonight: PlainDate): string {
    return schedule.kind === 'IRREGULAR' ? daysWords(schedule, tonight) : t('schedule.card', { days: daysWords(schedule, tonight), start: schedule.start })
  }

  /** For its own page: Thursdays from 21:30, October to June. */
  function scheduleLong(schedule: Schedule, tonight: PlainDate): string {
    const days = daysWords(schedule, tonight)
    const when = schedule.kind === 'IRREGULAR'
      ? t('schedule.irregularFrom', { note: days, start: schedule.start })
      : schedule.end
        ? t('schedule.fromTo', { days, start: schedule.start, end: schedule.end })
        : t('schedule.from', { days, start: schedule.start })
    if (schedule.season) return t('schedule.season', { when, from: monthName(schedule.season.from), to: monthName(schedule.season.to) })
    return schedule.kind === 'DATES' || schedule.kind === 'IRREGULAR' ? t('schedule.plain', { when }) : t('schedule.allYear', { when })
  }

  function weekdayName(day: Day): string {
    // The fifth of January 2026 was a Monday.
    return parts(addDays('2026-01-05', DAYS.indexOf(day))).weekdayLong
  }

  function monthName(month: string): string {
    return parts(`2026-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-01`).monthLong
  }

  /** On last Thursday, On three weeks ago, Nobody has said since June. */
  function freshWords(freshness: Freshness, tonight: PlainDate): string {
    const { state, lastNight } = freshness
    if (state === 'ENDED') return t('fresh.ended')
    if (!lastNight || !isPlainDate(lastNight)) return t('fresh.never')
    const ago = daysBetween(lastNight, tonight)
    if (state === 'STALE' && ago > 31) return t('fresh.since', { month: monthWords(lastNight, tonight) })
    if (ago <= 0) return t('fresh.tonight')
    if (ago === 1) return t('fresh.lastNight')
    if (ago <= 7) return t('fresh.lastDay', { weekday: parts(lastNight).weekdayLong })
    const weeks = Math.max(1, Math.round(ago / 7))
    if (weeks <= 10) return t('fresh.weeks', { n: number(weeks) }, weeks)
    return t('fresh.since', { month: monthWords(lastNight, tonight) })
  }

  function monthWords(date: PlainDate, tonight: PlainDate): string {
    const p = parts(date)
    return daysBetween(date, tonight) < 300 ? p.monthLong : `${p.monthLong} ${p.year}`
  }

  /** The same, with how many people said so, where that is known. */
  function freshLong(freshness: Freshness, said: readonly NightSaid[], tonight: PlainDate): string {
    const when = freshWords(freshness, tonight)
    const people = said.find(night => night.date === freshness.lastNight)?.on ?? 0
    return people > 0 && (freshness.state === 'CONFIRMED' || freshness.state === 'AGEING') ? t('said.people', { when, n: number(people) }, people) : when
  }

  function distance(km: number): string {
    const unit = (value: number, of: string, digits: number) => new Intl.NumberFormat(language.value, { style: 'unit', unit: of, unitDisplay: 'short', maximumFractionDigits: digits }).format(value)
    return km < 0.95 ? unit(Math.max(100, Math.round(km * 10) * 100), 'meter', 0) : unit(km, 'kilometer', km < 3 ? 1 : 0)
  }

  function mean(value: number): string {
    return new Intl.NumberFormat(language.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
  }

  function countryName(country: string): string {
    return new Intl.DisplayNames(language.value, { type: 'region' }).of(country) ?? country
  }

  /** in the United States, but in France. */
  function countryIn(country: string): string {
    return te(`countryIn.${country}`) ? t(`countryIn.${country}`) : countryName(country)
  }

  /** County, or what stands for it abroad. */
  function regionOf(venue: Pick<VenueRef, 'county' | 'region' | 'country'>): string {
    return venue.county ? t(`counties.${venue.county}`) : (venue.region ?? countryName(venue.country))
  }

  /** Ennis, Clare; Dublin, not Dublin twice. */
  function placeOf(venue: Pick<VenueRef, 'town' | 'county' | 'region' | 'country'>): string {
    const region = regionOf(venue)
    return venue.town && venue.town !== region ? t('session.placeIn', { town: venue.town, county: region }) : region
  }

  function instruments(all: readonly Instrument[]): string {
    return capital(list(all.map(one => t(`instruments.${one}`))))
  }

  return { parts, dateWords, nightWords, plainDate, dayOf, fullDate, list, capital, scheduleShort, scheduleLong, freshWords, freshLong, distance, mean, countryName, countryIn, regionOf, placeOf, instruments }
}

const MONTHS = ['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER']
