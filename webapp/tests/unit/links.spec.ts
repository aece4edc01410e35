import { expect, it } from 'vitest'
import { directionsTo, phoneLink, webAddress } from '../../app/utils/links'

it('only a web address becomes a link', () => {
  expect(webAddress('https://pub.example/')).toBe('https://pub.example/')
  expect(webAddress('javascript:alert(1)')).toBeNull()
  expect(webAddress(null)).toBeNull()
})

it('directions lead to the coordinates', () => {
  expect(directionsTo({ lat: 52.8, lon: -9 })).toBe('https://www.google.com/maps/dir/?api=1&destination=52.8,-9')
})

it('a phone number is dialled without the zero in brackets', () => {
  expect(phoneLink('+353 (0)65 555 0100')).toBe('tel:+353655550100')
})
