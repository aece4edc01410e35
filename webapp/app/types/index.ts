import type { components, operations } from './api'

type Schemas = components['schemas']

export type County = Schemas['County']
export type Day = Schemas['Day']
export type Month = Schemas['Month']
export type Pace = Schemas['Pace']
export type Admission = Schemas['Admission']
export type Focus = Schemas['Focus']
export type Leadership = Schemas['Leadership']
export type Dance = Schemas['Dance']
export type Ordinal = Schemas['Ordinal']
export type Schedule = Schemas['Schedule']
export type Occurrence = Schemas['Occurrence']
export type NightSaid = Schemas['NightSaid']
export type Freshness = Schemas['Freshness']
export type Review = Schemas['Review']
export type Reviews = Schemas['Reviews']
export type Question = Schemas['Question']
export type Gone = Schemas['Gone']
export type Closure = Schemas['Closure']
export type Rating = Schemas['Rating']
export type RatingDetail = Schemas['RatingDetail']
export type Instrument = Schemas['Instrument']
export type Location = Schemas['Location']
export type VenueRef = Schemas['VenueRef']
export type Venue = Schemas['Venue']
export type VenuePage = Schemas['VenuePage']
export type VenueCard = Schemas['VenueCard']
export type VenueCards = Schemas['VenueCards']
export type SessionCard = Schemas['SessionCard']
export type SessionCards = Schemas['SessionCards']
export type SessionDetail = Schemas['SessionDetail']
export type CountyCount = Schemas['CountyCount']
export type CountryCount = Schemas['CountryCount']
export type NightCounts = Schemas['NightCounts']
export type Counties = Schemas['Counties']

export type FindSessionsQuery = NonNullable<operations['findSessions']['parameters']['query']>
export type FindVenuesQuery = NonNullable<operations['findVenues']['parameters']['query']>
export type ListReviewsQuery = NonNullable<operations['listReviews']['parameters']['query']>
export type ReviewOrder = NonNullable<ListReviewsQuery['sort']>
