import type { Location } from '../types'

/** Opens whatever the phone uses for maps. */
export function directionsTo({ lat, lon }: Location): string {
  return `https://www.google.com/maps/dir/?api=1&destination=${lat},${lon}`
}

/** Only a web address becomes a link: what somebody typed may be anything. */
export function webAddress(text: string | null): string | null {
  return text && /^https?:\/\//i.test(text) ? text : null
}

/** The (0) in +353 (0)65 is for who rings from home: it is not dialled after the code of the country. */
export function phoneLink(phone: string): string {
  return `tel:${phone.replace('(0)', '').replaceAll(/[^+\d]/g, '')}`
}
