import type { Occurrence, Review, SessionCard, SessionDetail, Venue, VenueCard, VenueRef } from '../app/types'
import type { Me, MemberSession, MemberVenue, Mine, MyReview } from '../app/types/member'

/** Tuesday, half past six in the evening, in Ireland. */
export const NOW = Date.parse('2026-11-24T18:30:00Z')
export const TONIGHT = '2026-11-24'

export function venueRef(change: Partial<VenueRef> = {}): VenueRef {
  return { id: 'v1', name: 'The Crane’s Rest', town: 'Ennis', county: 'CLARE', region: null, country: 'IE', location: { lat: 52.8436, lon: -8.9864 }, timeZone: 'Europe/Dublin', formerNames: [], closed: false, ...change }
}

export function night(date: string, change: Partial<Occurrence> = {}): Occurrence {
  return { date, start: `${date}T21:30:00Z`, end: null, status: 'SCHEDULED', note: null, movedTo: null, ...change }
}

export function card(change: Partial<SessionCard> = {}): SessionCard {
  return {
    id: 's1',
    name: null,
    venue: venueRef(),
    schedule: { kind: 'WEEKLY', days: ['TUESDAY'], start: '21:30', end: null, season: null },
    nights: [night(TONIGHT)],
    admission: 'OPEN',
    pace: 'STEADY',
    leadership: 'ANCHORED',
    focus: 'TUNES',
    dances: [],
    freshness: { state: 'CONFIRMED', lastNight: '2026-11-17', confirmations: 3, saidAt: '2026-11-18T09:00:00Z' },
    rating: { mean: 4.7, count: 38 },
    distanceKm: null,
    sample: true,
    askedFor: null,
    recentNight: '2026-11-17',
    ...change,
  }
}

export function venue(change: Partial<Venue> = {}): Venue {
  return { ...venueRef(), nameIrish: 'Sos na Coirre', otherNames: [], formerNames: [], street: 'Parnell Street', gaeltacht: false, website: null, phone: null, sources: [], closed: null, sample: true, ...change }
}

export function venueCard(change: Partial<VenueCard> = {}): VenueCard {
  return { ...venueRef(), nameIrish: 'Sos na Coirre', sessions: 0, distanceKm: null, sample: false, ...change }
}

export function session(change: Partial<SessionDetail> = {}): SessionDetail {
  const { distanceKm: _, askedFor: __, ...rest } = card()
  return {
    ...rest,
    freshness: { ...rest.freshness, saidBy: 'Aoife' },
    version: 1,
    venue: venue(),
    nights: [night(TONIGHT), night('2026-12-01', { status: 'CANCELLED', note: 'the venue is closed' }), night('2026-12-08', { status: 'MOVED', movedTo: venueRef({ id: 'v2', name: 'Tigh Mháire', town: 'Quin' }) })],
    said: [
      { date: '2026-11-03', on: 0, off: 0, status: 'SCHEDULED' },
      { date: '2026-11-10', on: 0, off: 2, status: 'CANCELLED' },
      { date: '2026-11-17', on: 3, off: 0, status: 'SCHEDULED' },
    ],
    instruments: ['FIDDLE', 'BODHRAN'],
    craic: 'Jigs and reels mostly.',
    rating: { mean: 4.7, count: 38, histogram: [0, 1, 1, 7, 29] },
    shared: { by: 'Siobhán', at: '2026-03-02T20:11:00Z' },
    organiser: { name: 'Siobhán' },
    reviews: { items: [review({ number: 38 }), review({ number: 37, by: null, rating: 4, text: null, night: null })], more: true },
    question: null,
    gone: null,
    ...change,
  }
}

export function review(change: Partial<Review> = {}): Review {
  return { number: 1, rating: 5, text: 'Great welcome for a stranger with a flute.', night: '2026-11-17', by: 'Pádraig', writtenAt: '2026-11-18T10:00:00Z', changedAt: null, helpful: 2, answer: null, ...change }
}

export function myReview(change: Partial<MyReview> = {}): MyReview {
  return { ...review({ number: 39, by: 'Siobhán', text: 'They slowed down for a set of mine.' }), visibility: 'SHOWN', ...change }
}

/** What a member says of a session: nothing, but for the changes. */
export function mine(change: Partial<Mine> = {}): Mine {
  return { review: null, nights: [], asked: null, gone: false, helpful: [], ...change }
}

export function me(change: Partial<Me> = {}): Me {
  return {
    id: 'm1',
    displayName: 'Siobhán',
    instruments: ['FIDDLE'],
    homeCounty: 'CLARE',
    about: null,
    since: '2026-03-02T20:11:00Z',
    moderator: false,
    hasCalendar: false,
    organised: [
      { card: card(), ended: false, takenDown: false },
      { card: card({ id: 's2', name: 'The quiet corner' }), ended: false, takenDown: true },
    ],
    favourites: [card({ id: 's3', name: 'The slow hour' })],
    version: 3,
    questions: [],
    asked: [],
    decisions: [],
    blocked: null,
    ...change,
  }
}

export function memberSession(change: Partial<MemberSession> = {}): MemberSession {
  return { session: session(), version: 1, endedOn: null, takenDown: false, changes: [], rights: { change: true, takeOver: false, listAgain: false, answer: true, answerReviews: true }, handOver: null, mine: mine(), ...change }
}

export function memberVenue(change: Partial<MemberVenue> = {}): MemberVenue {
  return { venue: venue(), version: 1, gone: false, history: [], ...change }
}
