import type { Location } from '../types'

/** Directions to a place. A phone opens this address in its own map app. */
export function directionsTo({ lat, lon }: Location): string {
  return `https://www.google.com/maps/dir/?api=1&destination=${lat},${lon}`
}

/** The address if it is one of the web, else null: what members typed must not become a script link. */
export function webAddress(text: string | null): string | null {
  return text && /^https?:\/\//i.test(text) ? text : null
}

/** The (0) in +353 (0)65 is for callers within the country: it is not dialled after the country code. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace('(0)', '').replaceAll(/[^+\d]/g, '')}`
}
