import { mountSuspended } from '@nuxt/test-utils/runtime'
import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import CountyFlag from '~/components/county/CountyFlag.vue'
import CountyMap from '~/components/county/CountyMap.vue'
import CountyShapes from '~/components/county/CountyShapes.vue'
import CountyTile from '~/components/county/CountyTile.vue'
import PlaceMap from '~/components/county/PlaceMap.vue'
import PageCrumbs from '~/components/page/PageCrumbs.vue'
import PageFascia from '~/components/page/PageFascia.vue'
import PageFooter from '~/components/page/PageFooter.vue'
import PageFrame from '~/components/page/PageFrame.vue'
import PageLost from '~/components/page/PageLost.vue'
import PageMark from '~/components/page/PageMark.vue'
import PageMasthead from '~/components/page/PageMasthead.vue'
import PageTrouble from '~/components/page/PageTrouble.vue'
import SampleMark from '~/components/sample/SampleMark.vue'
import SearchBox from '~/components/search/SearchBox.vue'
import SearchChip from '~/components/search/SearchChip.vue'
import SearchFilters from '~/components/search/SearchFilters.vue'
import SearchNear from '~/components/search/SearchNear.vue'
import SearchNearHelp from '~/components/search/SearchNearHelp.vue'
import SearchNone from '~/components/search/SearchNone.vue'
import SearchOrder from '~/components/search/SearchOrder.vue'
import SearchWeek from '~/components/search/SearchWeek.vue'
import SessionCard from '~/components/session/SessionCard.vue'
import SessionEtiquette from '~/components/session/SessionEtiquette.vue'
import SessionFreshness from '~/components/session/SessionFreshness.vue'
import SessionList from '~/components/session/SessionList.vue'
import SessionNights from '~/components/session/SessionNights.vue'
import SessionPace from '~/components/session/SessionPace.vue'
import SessionRating from '~/components/session/SessionRating.vue'
import SessionRatings from '~/components/session/SessionRatings.vue'
import SessionSaid from '~/components/session/SessionSaid.vue'
import SessionSend from '~/components/session/SessionSend.vue'
import SessionSkeleton from '~/components/session/SessionSkeleton.vue'
import VenuePlace from '~/components/venue/VenuePlace.vue'
import VenueRow from '~/components/venue/VenueRow.vue'
import type { CountyCount } from '~/types'
import { searchFrom } from '~/utils/search'
import { card, night, NOW, session, TONIGHT, venue, venueCard, venueRef } from '../cards'

const clare: CountyCount = { county: 'CLARE', slug: 'clare', name: 'Clare', nameIrish: 'An Clár', location: { lat: 52.87, lon: -8.98 }, sessions: 5, venues: 4, nights: { MONDAY: 0, TUESDAY: 2, WEDNESDAY: 1, THURSDAY: 3, FRIDAY: 0, SATURDAY: 1, SUNDAY: 1 } }
const search = searchFrom({ pace: 'SLOW' }, TONIGHT)
const cancelled = card({ id: 's2', nights: [night(TONIGHT, { status: 'CANCELLED', note: 'Wake in the house.' })] })
const moved = card({ id: 's3', name: 'The slow hour', nights: [night(TONIGHT, { status: 'MOVED', movedTo: venueRef({ name: 'Tigh Mháire' }) })] })

// A component, what it is given, and the tag that must be around it where it is a part of something.
const cases: [string, Component, Record<string, unknown>, string?][] = [
  ['CountyFlag', CountyFlag, { county: 'OFFALY' }],
  ['CountyMap', CountyMap, { label: 'Ireland', counts: [{ county: 'CLARE', slug: 'clare', location: clare.location, n: 5 }], chosen: 'CLARE', pressable: true }],
  ['CountyShapes', CountyShapes, { outline: { CLARE: [[[-9, 52.8], [-8.9, 52.9], [-8.8, 52.7]]] }, chosen: 'CLARE' }, 'svg'],
  ['CountyTile', CountyTile, { county: clare }],
  ['PlaceMap', PlaceMap, { label: 'The Crane’s Rest in Ennis', place: clare.location, county: 'CLARE', town: 'Ennis' }],
  ['PageCrumbs', PageCrumbs, { steps: [{ text: 'Clare', to: '/counties/clare' }, { text: 'Ennis' }] }],
  ['PageFascia', PageFascia, { title: 'The Crane’s Rest' }],
  ['PageFooter', PageFooter, {}],
  ['PageFrame', PageFrame, {}],
  ['PageLost', PageLost, { text: 'Not here.' }],
  ['PageMark', PageMark, {}],
  ['PageMasthead', PageMasthead, {}],
  ['PageTrouble', PageTrouble, { trying: true }],
  ['SampleMark', SampleMark, {}],
  ['SearchBox', SearchBox, { text: 'tigh' }],
  ['SearchChip', SearchChip, { label: 'Pace', all: 'Any pace', value: 'SLOW', choices: [{ value: 'SLOW', text: 'Slow' }] }],
  ['SearchFilters', SearchFilters, { search, counties: [clare], countries: [{ country: 'US', sessions: 1, venues: 1 }] }],
  ['SearchNear', SearchNear, { on: true }],
  ['SearchNearHelp', SearchNearHelp, { state: 'denied', counties: [clare] }],
  ['SearchNone', SearchNone, { search, place: 'in Clare' }],
  ['SearchOrder', SearchOrder, { order: 'rank', orders: ['rank', 'next', 'name'] }],
  ['SearchWeek', SearchWeek, { tonight: TONIGHT, night: 'tonight', counts: [1, 2, 3, 4, 5, 6, 0] }],
  ['SessionCard', SessionCard, { card: cancelled, night: 'tonight', now: NOW }],
  ['SessionEtiquette', SessionEtiquette, { session: session({ dances: ['SET_DANCING'] }) }],
  ['SessionFreshness', SessionFreshness, { state: 'STALE', text: 'Nobody has said since June' }],
  ['SessionList', SessionList, { cards: [card(), cancelled, moved], night: 'week', now: NOW, byNight: true }],
  ['SessionNights', SessionNights, { nights: session().nights, schedule: session().schedule, tonight: TONIGHT }],
  ['SessionPace', SessionPace, { pace: 'FULL' }],
  ['SessionRating', SessionRating, { rating: { mean: 4.7, count: 38 } }],
  ['SessionRatings', SessionRatings, { rating: session().rating }],
  ['SessionSaid', SessionSaid, { said: session().said, tonight: TONIGHT }],
  ['SessionSend', SessionSend, { title: 'The Crane’s Rest', text: 'Tuesdays' }],
  ['SessionSkeleton', SessionSkeleton, {}],
  ['VenuePlace', VenuePlace, { venue: venue(), linked: true }],
  ['VenueRow', VenueRow, { venue: venueCard() }],
]

// A part of a page has no landmarks around it, starts at its own level of heading, and has no colours here.
const rules = Object.fromEntries(['region', 'heading-order', 'page-has-heading-one', 'landmark-one-main', 'color-contrast'].map(rule => [rule, { enabled: false }]))

let stage: HTMLElement | undefined
afterEach(() => stage?.remove())

describe('nothing stands in the way of', () => {
  it.each(cases)('%s', async (_name, component, props, around) => {
    const wrapper = await mountSuspended(component, { props })
    stage = document.createElement('div')
    stage.innerHTML = around === 'svg' ? `<svg role="img" aria-label="map">${wrapper.html()}</svg>` : wrapper.html()
    document.body.append(stage)
    const { violations } = await axe.run(stage, { rules })
    expect(violations.map(one => `${one.id}: ${one.nodes.map(node => node.html).join(' ')}`)).toEqual([])
    wrapper.unmount()
  })
})
