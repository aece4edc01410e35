import { describe, expect, it } from 'vitest'
import { checkVenue, emptyVenueForm, parsePosition, positionText, toVenueInput, venueFormOf, zonesOf, type VenueForm } from '../../app/utils/venueForm'
import { venue } from '../examples'

const complete = (change: Partial<VenueForm> = {}): VenueForm => ({ ...emptyVenueForm(), name: 'Tigh Mháire', position: '52.82, -8.86', county: 'CLARE', ...change })

describe('the form of a venue', () => {
  it('gives back what it was filled with', () => {
    const filled = venue({ otherNames: ['The Corner', 'Kitty’s'], formerNames: ['The Harp'], gaeltacht: true, website: 'https://example.ie/', phone: '+353 65 555 0100' })
    const { name, nameIrish, otherNames, formerNames, location, street, town, county, region, country, gaeltacht, website, phone } = filled
    expect(toVenueInput(venueFormOf(filled))).toEqual({ name, nameIrish, otherNames, formerNames, location, street, town, county, region, country, gaeltacht, timeZone: null, website, phone })
  })

  it('keeps the time zone abroad', () => {
    const filled = venue({ county: null, region: 'Massachusetts', country: 'US', timeZone: 'America/New_York' })
    expect(toVenueInput(venueFormOf(filled))).toMatchObject({ county: null, region: 'Massachusetts', country: 'US', timeZone: 'America/New_York' })
  })

  it('knows the country of a county, and that there is a Gaeltacht on one side only', () => {
    expect(toVenueInput(complete({ county: 'DERRY', gaeltacht: true }))).toMatchObject({ country: 'GB', gaeltacht: false })
    expect(toVenueInput(complete({ county: 'DONEGAL', gaeltacht: true }))).toMatchObject({ country: 'IE', gaeltacht: true })
  })

  it('completes an address of the web', () => {
    expect(toVenueInput(complete({ website: 'tighmhaire.ie' })).website).toBe('https://tighmhaire.ie')
  })
})

describe('what is wrong with the form of a venue', () => {
  it.each<[string, Partial<VenueForm>]>([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(121) }],
    ['town', { town: 'x'.repeat(101) }],
    ['otherNames', { otherNames: Array.from({ length: 11 }, (_, n) => `Name ${n}`).join('\n') }],
    ['formerNames', { formerNames: 'x'.repeat(121) }],
    ['location', { position: '' }],
    ['location', { position: 'beside the church' }],
    ['county', { county: '' }],
    ['country', { county: '', country: '' }],
    ['timeZone', { county: '', country: 'FR' }],
    ['website', { website: 'javascript:alert(1)' }],
    ['website', { website: 'not an address' }],
    ['phone', { phone: '1'.repeat(41) }],
  ])('is said at %s: %o', (field, change) => {
    expect(Object.keys(checkVenue(complete(change)))).toEqual([field])
  })

  it('is nothing where it is complete', () => {
    expect(checkVenue(complete())).toEqual({})
    expect(checkVenue(complete({ county: '', country: 'FR', timeZone: 'Europe/Paris' }))).toEqual({})
    expect(checkVenue(complete({ county: '', country: 'GB' }))).toEqual({})
  })
})

describe('the time zones of a country', () => {
  it('are few, where the browser knows them', () => {
    expect(zonesOf('DE')).toContain('Europe/Berlin')
    expect(zonesOf('DE').length).toBeLessThan(4)
  })
})

describe('a position', () => {
  it.each([['53.0165, -9.3772'], ['53.0165 -9.3772'], [' 53.0165,-9.3772 '], ['53.0165°, -9.3772°']])('is read as maps write it: %s', (text) => {
    expect(parsePosition(text)).toEqual({ lat: 53.0165, lon: -9.3772 })
  })

  it.each([[''], ['53.0165'], ['91, 0'], ['0, 181'], ['north, west']])('is not: %s', (text) => {
    expect(parsePosition(text)).toBeNull()
  })

  it('is written to a metre', () => {
    expect(positionText({ lat: 53.016512345, lon: -9.3 })).toBe('53.01651, -9.3')
  })
})
