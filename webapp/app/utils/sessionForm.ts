import type { Admission, Dance, Day, Focus, Instrument, Leadership, Month, Ordinal, Pace, Schedule, SessionDetail, VenueRef } from '../types'
import type { SessionInput } from '../types/member'
import { addDays, DAYS, dayOfWeek, isPlainDate, type PlainDate } from './dates'
import { inOrder, lengthOf, textOrNull, type FormErrors } from './forms'
import { INSTRUMENTS } from './instruments'

export const SCHEDULE_KINDS = ['WEEKLY', 'EVERY_N_WEEKS', 'NTH_WEEKDAY_OF_MONTH', 'DATES', 'IRREGULAR'] as const
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number]

export const ORDINALS: readonly Ordinal[] = ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LAST']
export const MONTHS: readonly Month[] = ['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE', 'JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER']
export const LEADERSHIPS: readonly Leadership[] = ['UNLED', 'LED', 'ANCHORED']
export const DANCES: readonly Dance[] = ['SET_DANCING', 'CEILI', 'SEAN_NOS_DANCE']

/** Where the API names a field of a session. */
export const SESSION_FIELDS = ['venue', 'schedule', 'schedule.kind', 'schedule.days', 'schedule.weeks', 'schedule.anchor', 'schedule.ordinals', 'schedule.day', 'schedule.dates', 'schedule.note', 'schedule.start', 'schedule.end', 'schedule.season', 'admission', 'pace', 'leadership', 'focus', 'dances', 'instruments', 'name', 'craic'] as const

const MAX_NAME = 120
const MAX_CRAIC = 2000
export const MAX_NOTE = 200
export const MAX_WEEKS = 52
const MAX_DATES = 200

/** What is shown of the venue that was chosen. */
export type ChosenVenue = Pick<VenueRef, 'id' | 'name' | 'town' | 'county' | 'region' | 'country' | 'closed' | 'timeZone'>

/** A session as somebody is typing it. What belongs to another kind of schedule stays, so that nothing is lost by trying kinds. */
export interface SessionForm {
  venue: ChosenVenue | null
  kind: ScheduleKind
  days: Day[]
  weeks: number
  /** One of the nights of "every n weeks". */
  anchor: PlainDate
  ordinals: Ordinal[]
  day: Day | null
  dates: PlainDate[]
  note: string
  start: string
  end: string
  seasonal: boolean
  from: Month
  to: Month
  admission: Admission | null
  pace: Pace | null
  leadership: Leadership | null
  focus: Focus | null
  dances: Dance[]
  instruments: Instrument[]
  name: string
  craic: string
}

export function emptySessionForm(): SessionForm {
  return {
    venue: null, kind: 'WEEKLY', days: [], weeks: 2, anchor: '', ordinals: [], day: null, dates: [], note: '', start: '21:30', end: '',
    seasonal: false, from: 'OCTOBER', to: 'JUNE', admission: null, pace: null, leadership: null, focus: null, dances: [], instruments: [], name: '', craic: '',
  }
}

/** The form of a session that is there, to change it. */
export function sessionFormOf(session: SessionDetail): SessionForm {
  const { venue, schedule, name, admission, pace, leadership, focus, dances, instruments, craic } = session
  return { ...emptySessionForm(), ...scheduleFields(schedule), venue: chosenVenue({ ...venue, closed: venue.closed !== null }), name: name ?? '', admission, pace, leadership, focus, dances: [...dances], instruments: [...instruments], craic: craic ?? '' }
}

export function chosenVenue({ id, name, town, county, region, country, closed, timeZone }: ChosenVenue): ChosenVenue {
  return { id, name, town, county, region, country, closed, timeZone }
}

function scheduleFields(schedule: Schedule): Partial<SessionForm> {
  const { kind, start, end, season } = schedule
  const common = { kind, start, end: end ?? '', seasonal: season !== null, ...(season ?? {}) }
  switch (schedule.kind) {
    case 'WEEKLY':
      return { ...common, days: [...schedule.days] }
    case 'EVERY_N_WEEKS':
      // The anchor may be any day of a week with a session: the form has the night of that week.
      return { ...common, weeks: schedule.weeks, anchor: addDays(schedule.anchor, DAYS.indexOf(schedule.day) - DAYS.indexOf(dayOfWeek(schedule.anchor))) }
    case 'NTH_WEEKDAY_OF_MONTH':
      return { ...common, ordinals: [...schedule.ordinals], day: schedule.day }
    case 'DATES':
      return { ...common, dates: [...schedule.dates] }
    case 'IRREGULAR':
      return { ...common, note: schedule.note }
  }
}

/** The schedule of a form, or null while it lacks something, so that there is nothing to say back yet. */
export function scheduleOf(form: SessionForm): Schedule | null {
  return Object.keys(checkSchedule(form)).length ? null : toSchedule(form)
}

function toSchedule(form: SessionForm): Schedule {
  const common = { start: form.start, end: form.end || null, season: form.seasonal ? { from: form.from, to: form.to } : null }
  switch (form.kind) {
    case 'WEEKLY':
      return { kind: 'WEEKLY', days: inOrder(DAYS, form.days), ...common }
    case 'EVERY_N_WEEKS':
      return { kind: 'EVERY_N_WEEKS', weeks: form.weeks, anchor: form.anchor, day: dayOfWeek(form.anchor), ...common }
    case 'NTH_WEEKDAY_OF_MONTH':
      return { kind: 'NTH_WEEKDAY_OF_MONTH', ordinals: inOrder(ORDINALS, form.ordinals), day: form.day!, ...common }
    case 'DATES':
      return { kind: 'DATES', dates: [...new Set(form.dates)].sort(), ...common }
    case 'IRREGULAR':
      return { kind: 'IRREGULAR', note: form.note.trim(), ...common }
  }
}

/** The body of the request. Only for a form in which {@link checkSession} finds nothing wrong. */
export function toSessionInput(form: SessionForm): SessionInput {
  return {
    venue: form.venue!.id,
    name: textOrNull(form.name),
    schedule: toSchedule(form),
    admission: form.admission!,
    pace: form.pace!,
    leadership: form.leadership!,
    focus: form.focus!,
    dances: inOrder(DANCES, form.dances),
    instruments: inOrder(INSTRUMENTS, form.instruments),
    craic: textOrNull(form.craic),
  }
}

const CHOOSE = { admission: 'share.errors.admission', pace: 'share.errors.pace', leadership: 'share.errors.leadership', focus: 'share.errors.focus' }

/** What is wrong with a form, in the order of its fields. The API has the same rules; here they are said before it is asked. */
export function checkSession(form: SessionForm, { newVenue = false } = {}): FormErrors {
  const errors: FormErrors = {}
  if (!form.venue && !newVenue) errors.venue = { key: 'share.errors.venue' }
  Object.assign(errors, checkSchedule(form))
  for (const field of ['admission', 'pace', 'leadership', 'focus'] as const) if (!form[field]) errors[field] = { key: CHOOSE[field] }
  if (lengthOf(form.name.trim()) > MAX_NAME) errors.name = { key: 'share.errors.tooLong', values: { max: MAX_NAME } }
  if (lengthOf(form.craic.trim()) > MAX_CRAIC) errors.craic = { key: 'share.errors.tooLong', values: { max: MAX_CRAIC } }
  return errors
}

function checkSchedule(form: SessionForm): FormErrors {
  const errors: FormErrors = {}
  switch (form.kind) {
    case 'WEEKLY':
      if (!form.days.length) errors['schedule.days'] = { key: 'share.errors.days' }
      break
    case 'EVERY_N_WEEKS':
      if (!Number.isInteger(form.weeks) || form.weeks < 2 || form.weeks > MAX_WEEKS) errors['schedule.weeks'] = { key: 'share.errors.weeks', values: { max: MAX_WEEKS } }
      if (!isPlainDate(form.anchor)) errors['schedule.anchor'] = { key: 'share.errors.anchor' }
      break
    case 'NTH_WEEKDAY_OF_MONTH':
      if (!form.ordinals.length) errors['schedule.ordinals'] = { key: 'share.errors.ordinals' }
      if (!form.day) errors['schedule.day'] = { key: 'share.errors.day' }
      break
    case 'DATES':
      if (!form.dates.length) errors['schedule.dates'] = { key: 'share.errors.dates' }
      else if (form.dates.length > MAX_DATES) errors['schedule.dates'] = { key: 'share.errors.manyDates', values: { max: MAX_DATES } }
      break
    case 'IRREGULAR':
      if (!form.note.trim()) errors['schedule.note'] = { key: 'share.errors.note' }
      else if (lengthOf(form.note.trim()) > MAX_NOTE) errors['schedule.note'] = { key: 'share.errors.tooLong', values: { max: MAX_NOTE } }
      break
  }
  if (!isTime(form.start)) errors['schedule.start'] = { key: 'share.errors.start' }
  if (form.end && !isTime(form.end)) errors['schedule.end'] = { key: 'share.errors.end' }
  const outside = form.kind === 'DATES' && form.seasonal ? form.dates.find(date => !isInSeason(date, form)) : undefined
  if (outside) errors['schedule.season'] = { key: 'share.errors.outsideSeason', values: { date: outside } }
  return errors
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The season may go over the new year: October to June. */
function isInSeason(date: PlainDate, { from, to }: Pick<SessionForm, 'from' | 'to'>): boolean {
  const [month, first, last] = [Number(date.slice(5, 7)) - 1, MONTHS.indexOf(from), MONTHS.indexOf(to)]
  return first <= last ? month >= first && month <= last : month >= first || month <= last
}
