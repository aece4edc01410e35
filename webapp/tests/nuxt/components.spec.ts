import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SearchBox from '~/components/search/SearchBox.vue'
import NoResults from '~/components/search/NoResults.vue'
import NightPicker from '~/components/search/NightPicker.vue'
import SessionCard from '~/components/session/SessionCard.vue'
import SessionList from '~/components/session/SessionList.vue'
import SessionNights from '~/components/session/SessionNights.vue'
import SessionConfirmations from '~/components/session/SessionConfirmations.vue'
import type { SessionCard as SessionCardData } from '~/types'
import { timeOf } from '~/utils/dates'
import { parseSearch } from '~/utils/search'
import { card, night, NOW, session, TONIGHT, venueRef, venueCard } from '../examples'

describe('the search box', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('waits until the visitor stops typing, and searches once', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: '' } })
    const field = wrapper.get('input')
    for (const text of ['t', 'ti', 'tig', 'tigh ']) await field.setValue(text)
    expect(wrapper.emitted('search')).toBeUndefined()
    vi.advanceTimersByTime(400)
    expect(wrapper.emitted('search')).toEqual([['tigh']])
  })

  it('searches at once on Enter and when it is cleared', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: 'tigh' } })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('search')).toEqual([['']])
    await wrapper.get('input').setValue('ennis')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('search')).toEqual([[''], ['ennis']])
  })

  it('shows the text of the address', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: 'tigh' } })
    await wrapper.setProps({ text: 'gort' })
    expect(wrapper.get('input').element.value).toBe('gort')
  })

  it('loses no letter that is typed before the address has followed', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: '' } })
    const field = wrapper.get('input')
    for (const text of ['ti', 'tig']) {
      await field.setValue(text)
      vi.advanceTimersByTime(400)
    }
    await field.setValue('tigh')
    for (const late of ['ti', 'tig']) {
      await wrapper.setProps({ text: late })
      expect(field.element.value).toBe('tigh')
    }
    vi.advanceTimersByTime(400)
    await wrapper.setProps({ text: 'tigh' })
    // "Back" is not ours.
    await wrapper.setProps({ text: 'tig' })
    expect(field.element.value).toBe('tig')
  })
})

describe('the night picker', () => {
  it('offers tonight, six more nights, any day, and the whole week', async () => {
    const wrapper = await mountSuspended(NightPicker, { props: { tonight: TONIGHT, night: 'week', counts: [2, 0, 1, 0, 0, 0, 4], exact: true } })
    const buttons = wrapper.findAll('button')
    expect(buttons.map(button => button.text().replaceAll(/\s+/g, ' '))).toEqual([
      'Tonight 24, 2 sessions', 'Wed 25, no sessions', 'Thu 26, one session', 'Fri 27, no sessions',
      'Sat 28, no sessions', 'Sun 29, no sessions', 'Mon 30, 4 sessions', 'Any day', 'This week, tonight and the next six nights',
    ])
    expect(buttons.map(button => button.attributes('aria-pressed'))).toEqual([...Array<string>(8).fill('false'), 'true'])
    for (const button of [buttons[0]!, buttons[2]!, buttons[7]!, buttons[8]!]) await button.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['tonight'], ['2026-11-26'], ['any'], ['week']])
  })

  it('draws a bar for each night, the highest for the largest count', async () => {
    const wrapper = await mountSuspended(NightPicker, { props: { tonight: TONIGHT, night: 'any', counts: [2, 0, 1, 0, 0, 0, 4] } })
    const heights = wrapper.findAll('rect').map(bar => Number(bar.attributes('height')))
    expect(heights[6]).toBe(20)
    expect(heights[1]).toBe(0)
    expect(heights[2]).toBeGreaterThan(0)
    expect(heights[2]).toBeLessThan(heights[0]!)
  })
})

describe('a session card', () => {
  it('shows name, place, time, freshness and rating', async () => {
    const text = (await mountSuspended(SessionCard, { props: { card: card({ distanceKm: 0.4 }), night: 'tonight', now: NOW } })).text().replaceAll('\u00A0', ' ')
    for (const shown of ['The Crane’s Rest', 'Ennis, Clare · 400 m', 'Tuesdays 21:30', '21:30', 'Tonight', 'Open to all', 'Steady', 'Tunes', 'Was on last Tuesday, three people said so', '4.7', '(38)', 'Sample']) expect(text).toContain(shown)
  })

  it('says what the venue was called before, that it has closed, and in whose small hours it starts', async () => {
    const late = card({
      venue: venueRef({ formerNames: ['The Harp'], closed: true }),
      schedule: { kind: 'WEEKLY', days: ['TUESDAY'], start: '00:30', end: null, season: null },
      nights: [night(TONIGHT, { start: '2026-11-25T00:30:00Z' })],
      freshness: { state: 'STALE', lastNight: '2026-11-17', confirmations: 3, saidAt: null },
    })
    const text = (await mountSuspended(SessionCard, { props: { card: late, night: 'tonight', now: NOW } })).text()
    for (const shown of ['Ennis, Clare · Formerly The Harp', 'Tuesday night, 00:30', 'Tonight', 'In doubt: the venue is closed for good']) expect(text).toContain(shown)
  })

  it('does not name who confirmed it, even if an API of an older version does', async () => {
    const named = card({ freshness: { ...card().freshness, saidBy: 'Aoife' } as SessionCardData['freshness'] })
    expect((await mountSuspended(SessionCard, { props: { card: named, night: 'tonight', now: NOW } })).html()).not.toContain('Aoife')
  })

  it('strikes out the time of a cancelled night and gives the reason', async () => {
    const cancelled = card({ nights: [night(TONIGHT, { status: 'CANCELLED', note: 'Wake next door.' })] })
    const wrapper = await mountSuspended(SessionCard, { props: { card: cancelled, night: 'tonight', now: NOW } })
    expect(wrapper.get('s').text()).toBe('21:30')
    expect(wrapper.get('.card__notice').text()).toBe('Not on tonight. Wake next door.')
  })

  it('shows where a night has moved to', async () => {
    const moved = card({ nights: [night(TONIGHT, { status: 'MOVED', movedTo: venueRef({ name: 'Tigh Mháire' }) })] })
    expect((await mountSuspended(SessionCard, { props: { card: moved, night: 'tonight', now: NOW } })).get('.card__notice').text()).toBe('Moved to Tigh Mháire tonight.')
  })

  it('shows neither a rating nor a date that does not exist', async () => {
    const text = (await mountSuspended(SessionCard, { props: { card: card({ nights: [], rating: { mean: null, count: 0 }, sample: false }), night: 'any', now: NOW } })).text()
    expect(text).toContain('No ratings yet')
    expect(text).toContain('Ask there')
    expect(text).not.toContain('Sample')
  })
})

describe('a list of sessions', () => {
  const broken = card({ id: 'broken', venue: venueRef({ name: 'The Far Side', timeZone: 'Mars/Olympus_Mons' }) })

  it('stays whole when a card has a time zone that the browser does not know', async () => {
    for (const groupByNight of [false, true]) {
      const list = await mountSuspended(SessionList, { props: { cards: [card(), broken], night: 'any', now: NOW, groupByNight } })
      expect(list.findAllComponents(SessionCard)).toHaveLength(2)
      expect(list.text()).toContain('The Far Side')
      expect(list.text()).toContain(timeOf(broken.nights[0]!.start))
    }
  })

  it('leaves out no more than the card that cannot be shown', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    const list = await mountSuspended(SessionList, { props: { cards: [card({ id: 'odd', nights: null as unknown as [] }), card({ name: 'The good one' })], night: 'any', now: NOW } })
    expect(list.text()).toContain('The good one')
    expect(quiet).toHaveBeenCalled()
    quiet.mockRestore()
  })
})

describe('the page of a session', () => {
  it('lists its nights, with those that are cancelled or moved', async () => {
    const wrapper = await mountSuspended(SessionNights, { props: { nights: session().nights, schedule: session().schedule, tonight: TONIGHT } })
    expect(wrapper.findAll('li').map(row => row.text().replaceAll(/\s+/g, ' '))).toEqual(['Tue 24 Nov21:30 Tonight', 'Tue 1 DecNot on: the venue is closed', 'Tue 8 Dec21:30Moved to Tigh Mháire'])
    expect(wrapper.get('s').text()).toBe('Tue 1 Dec')
    expect(wrapper.get('a').attributes('href')).toBe('/venues/v2')
  })

  it('shows the confirmations of the last nights, also as text', async () => {
    const wrapper = await mountSuspended(SessionConfirmations, { props: { said: session().said, tonight: TONIGHT, chosen: '2026-11-17', mine: ['2026-11-10'] } })
    expect(wrapper.findAll('b').map(symbol => symbol.text())).toEqual(['?', '×', '3'])
    expect(wrapper.findAll('.visually-hidden').map(text => text.text())).toEqual(['Tue 3 Nov: nobody has said', 'Tue 10 Nov: called off, you said so too', 'Tue 17 Nov: 3 people said it was on'])
  })
})

describe('a search without results', () => {
  it('suggests only changes that may help', async () => {
    const suggestions = async (address: Record<string, string>) => (await mountSuspended(NoResults, { props: { search: parseSearch(address, TONIGHT), place: 'in Clare' } })).findAll('button').map(button => button.text())
    expect(await suggestions({ county: 'clare' })).toEqual(['Look at the whole week', 'Look at any day', 'Look in all Ireland'])
    expect(await suggestions({ q: 'zzz' })).toEqual(['Clear the search'])
    expect(await suggestions({ night: 'any', pace: 'SLOW' })).toEqual(['Clear the filters'])
  })
})
