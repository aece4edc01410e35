import type { County, Location, Venue } from '../types'
import type { VenueInput } from '../types/member'
import { lengthOf, textOrNull, type FormErrors } from './forms'
import { webAddress } from './links'

/** Where the API names a field of a venue. */
export const VENUE_FIELDS = ['name', 'nameIrish', 'otherNames', 'formerNames', 'location', 'street', 'town', 'county', 'region', 'country', 'gaeltacht', 'timeZone', 'website', 'phone', 'closed'] as const

const MAX_LENGTHS = { name: 120, nameIrish: 120, street: 200, town: 100, region: 100, phone: 40 } as const
const MAX_NAME = MAX_LENGTHS.name
const MAX_NAMES = 10
const MAX_WEBSITE = 300

/** A venue as somebody is typing it. Names of which there may be several are one on each line. */
export interface VenueForm {
  name: string
  nameIrish: string
  otherNames: string
  formerNames: string
  /** As "53.0165, -9.3772", so that it can be typed, and pasted from a map. */
  position: string
  street: string
  town: string
  county: County | ''
  region: string
  country: string
  gaeltacht: boolean
  /** Abroad; empty where the API is to know it by the place. */
  timeZone: string
  website: string
  phone: string
  closed: boolean
}

export function emptyVenueForm(): VenueForm {
  return { name: '', nameIrish: '', otherNames: '', formerNames: '', position: '', street: '', town: '', county: '', region: '', country: 'IE', gaeltacht: false, timeZone: '', website: '', phone: '', closed: false }
}

export function venueFormOf(venue: Venue): VenueForm {
  return {
    name: venue.name,
    nameIrish: venue.nameIrish ?? '',
    otherNames: venue.otherNames.join('\n'),
    formerNames: venue.formerNames.join('\n'),
    position: `${venue.location.lat}, ${venue.location.lon}`,
    street: venue.street ?? '',
    town: venue.town ?? '',
    county: venue.county ?? '',
    region: venue.region ?? '',
    country: venue.country,
    gaeltacht: venue.gaeltacht,
    timeZone: venue.timeZone,
    website: venue.website ?? '',
    phone: venue.phone ?? '',
    closed: venue.closed !== null,
  }
}

/** The body of the request. Only for a form in which {@link checkVenue} finds nothing wrong. */
export function toVenueInput(form: VenueForm): VenueInput {
  const abroad = !form.county
  return {
    name: form.name.trim(),
    nameIrish: textOrNull(form.nameIrish),
    otherNames: linesOf(form.otherNames),
    formerNames: linesOf(form.formerNames),
    location: parsePosition(form.position)!,
    street: textOrNull(form.street),
    town: textOrNull(form.town),
    county: form.county || null,
    region: abroad ? textOrNull(form.region) : null,
    country: abroad ? form.country : countryOf(form.county as County),
    gaeltacht: form.gaeltacht && !abroad && countryOf(form.county as County) === 'IE',
    // In Ireland the county says it.
    timeZone: abroad ? textOrNull(form.timeZone) : null,
    website: completeAddress(form.website),
    phone: textOrNull(form.phone),
  }
}

/** What is wrong with a form, in the order of its fields. */
export function checkVenue(form: VenueForm): FormErrors {
  const errors: FormErrors = {}
  if (!form.name.trim()) errors.name = { key: 'venueForm.errors.name' }
  for (const [field, max] of Object.entries(MAX_LENGTHS) as [keyof typeof MAX_LENGTHS, number][]) if (lengthOf(form[field].trim()) > max) errors[field] = tooLong(max)
  for (const field of ['otherNames', 'formerNames'] as const) {
    const names = linesOf(form[field])
    if (names.length > MAX_NAMES) errors[field] = { key: 'venueForm.errors.manyNames', values: { max: MAX_NAMES } }
    else if (names.some(name => lengthOf(name) > MAX_NAME)) errors[field] = tooLong(MAX_NAME)
  }
  if (!form.position.trim()) errors.location = { key: 'venueForm.errors.location' }
  else if (!parsePosition(form.position)) errors.location = { key: 'venueForm.errors.position' }
  if (!form.county && form.country === 'IE') errors.county = { key: 'venueForm.errors.county' }
  else if (!form.county && !/^[A-Z]{2}$/.test(form.country)) errors.country = { key: 'venueForm.errors.country' }
  else if (needsTimeZone(form) && !form.timeZone) errors.timeZone = { key: 'venueForm.errors.timeZone' }
  const website = completeAddress(form.website)
  // Chromium takes a space for a part of a host.
  if (website && (!webAddress(website) || /\s/.test(website) || !URL.canParse(website) || website.length > MAX_WEBSITE)) errors.website = { key: 'venueForm.errors.website', values: { max: MAX_WEBSITE } }
  return errors
}

function tooLong(max: number) {
  return { key: 'share.errors.tooLong', values: { max } }
}

function linesOf(text: string): string[] {
  return text.split('\n').map(line => line.trim()).filter(Boolean)
}

/** People leave out the https. */
function completeAddress(text: string): string | null {
  const address = text.trim()
  return address && !/^[a-z][\w+.-]*:/i.test(address) ? `https://${address}` : address || null
}

/** Elsewhere the country alone does not say what time it is. */
export function needsTimeZone({ county, country }: Pick<VenueForm, 'county' | 'country'>): boolean {
  return !county && country !== '' && country !== 'IE' && country !== 'GB'
}

/** The time zones of a country, where the browser knows them; else all. */
export function zonesOf(country: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale('und', country ? { region: country } : {})
  return locale.getTimeZones?.() ?? Intl.supportedValuesOf('timeZone')
}

const NORTHERN: readonly County[] = ['ANTRIM', 'ARMAGH', 'DERRY', 'DOWN', 'FERMANAGH', 'TYRONE']

export function countryOf(county: County): string {
  return NORTHERN.includes(county) ? 'GB' : 'IE'
}

/** Latitude and longitude as maps write them, or null: "53.0165, -9.3772". */
export function parsePosition(text: string): Location | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*$/.exec(text)
  if (!match) return null
  const [lat, lon] = [Number(match[1]), Number(match[2])]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

/** To five decimals, which is a metre. */
export function positionText({ lat, lon }: Location): string {
  return `${Number(lat.toFixed(5))}, ${Number(lon.toFixed(5))}`
}
