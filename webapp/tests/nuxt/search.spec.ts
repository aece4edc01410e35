import { mountSuspended } from '@nuxt/test-utils/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import SearchBox from '~/components/search/SearchBox.vue'
import SearchNone from '~/components/search/SearchNone.vue'
import SearchWeek from '~/components/search/SearchWeek.vue'
import SessionCard from '~/components/session/SessionCard.vue'
import SessionNights from '~/components/session/SessionNights.vue'
import SessionSaid from '~/components/session/SessionSaid.vue'
import { searchFrom } from '~/utils/search'
import { card, night, NOW, session, TONIGHT, venueRef } from '../cards'

describe('the search box', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('waits until the typing rests, and asks once', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: '' } })
    const field = wrapper.get('input')
    for (const text of ['t', 'ti', 'tig', 'tigh ']) await field.setValue(text)
    expect(wrapper.emitted('search')).toBeUndefined()
    vi.advanceTimersByTime(400)
    expect(wrapper.emitted('search')).toEqual([['tigh']])
  })

  it('does not wait for Enter, nor for the cross', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: 'tigh' } })
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('search')).toEqual([['']])
    await wrapper.get('input').setValue('ennis')
    await wrapper.get('form').trigger('submit')
    expect(wrapper.emitted('search')).toEqual([[''], ['ennis']])
  })

  it('follows the address', async () => {
    const wrapper = await mountSuspended(SearchBox, { props: { text: 'tigh' } })
    await wrapper.setProps({ text: 'gort' })
    expect(wrapper.get('input').element.value).toBe('gort')
  })
})

describe('the week', () => {
  it('is tonight, six more nights, any day, and all the week', async () => {
    const wrapper = await mountSuspended(SearchWeek, { props: { tonight: TONIGHT, night: 'week', counts: [2, 0, 1, 0, 0, 0, 4], exact: true } })
    const buttons = wrapper.findAll('button')
    expect(buttons.map(button => button.text().replaceAll(/\s+/g, ' '))).toEqual([
      'Tonight 24, 2 sessions', 'Wed 25, no sessions', 'Thu 26, one session', 'Fri 27, no sessions',
      'Sat 28, no sessions', 'Sun 29, no sessions', 'Mon 30, 4 sessions', 'Any day', 'This week, tonight and the next six nights',
    ])
    expect(buttons.map(button => button.attributes('aria-pressed'))).toEqual([...Array<string>(8).fill('false'), 'true'])
    for (const button of [buttons[0]!, buttons[2]!, buttons[7]!, buttons[8]!]) await button.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['tonight'], ['2026-11-26'], ['any'], ['week']])
  })

  it('draws a bar for each night, the tallest for the most', async () => {
    const wrapper = await mountSuspended(SearchWeek, { props: { tonight: TONIGHT, night: 'any', counts: [2, 0, 1, 0, 0, 0, 4] } })
    const heights = wrapper.findAll('rect').map(bar => Number(bar.attributes('height')))
    expect(heights[6]).toBe(20)
    expect(heights[1]).toBe(0)
    expect(heights[2]).toBeGreaterThan(0)
    expect(heights[2]).toBeLessThan(heights[0]!)
  })
})

describe('a card', () => {
  it('says what, where, when, and whether it is on', async () => {
    const text = (await mountSuspended(SessionCard, { props: { card: card({ distanceKm: 0.4 }), night: 'tonight', now: NOW } })).text().replaceAll('\u00A0', ' ')
    for (const said of ['The Crane’s Rest', 'Ennis, Clare · 400 m', 'Tuesdays 21:30', '21:30', 'Tonight', 'Open to all', 'Steady', 'Tunes', 'On last Tuesday', '4.7', '(38)', 'Sample']) expect(text).toContain(said)
  })

  it('strikes a night out that is called off, with the reason', async () => {
    const off = card({ nights: [night(TONIGHT, { status: 'CANCELLED', note: 'Wake in the house.' })] })
    const wrapper = await mountSuspended(SessionCard, { props: { card: off, night: 'tonight', now: NOW } })
    expect(wrapper.get('s').text()).toBe('21:30')
    expect(wrapper.get('.card__notice').text()).toBe('Not on tonight. Wake in the house.')
  })

  it('says where a night has moved to', async () => {
    const moved = card({ nights: [night(TONIGHT, { status: 'MOVED', movedTo: venueRef({ name: 'Tigh Mháire' }) })] })
    expect((await mountSuspended(SessionCard, { props: { card: moved, night: 'tonight', now: NOW } })).get('.card__notice').text()).toBe('Moved to Tigh Mháire tonight.')
  })

  it('makes up neither a rating nor a date', async () => {
    const text = (await mountSuspended(SessionCard, { props: { card: card({ nights: [], rating: { mean: null, count: 0 }, sample: false }), night: 'any', now: NOW } })).text()
    expect(text).toContain('No ratings yet')
    expect(text).toContain('Ask there')
    expect(text).not.toContain('Sample')
  })
})

describe('the session page', () => {
  it('strikes out, moves and names nights', async () => {
    const wrapper = await mountSuspended(SessionNights, { props: { nights: session().nights, schedule: session().schedule, tonight: TONIGHT } })
    expect(wrapper.findAll('li').map(row => row.text().replaceAll(/\s+/g, ' '))).toEqual(['Tue 24 Nov21:30 Tonight', 'Tue 1 DecNot on: the house is closed', 'Tue 8 Dec21:30Moved to Tigh Mháire'])
    expect(wrapper.get('s').text()).toBe('Tue 1 Dec')
    expect(wrapper.get('a').attributes('href')).toBe('/venues/v2')
  })

  it('sets the last nights side by side, in words too', async () => {
    const wrapper = await mountSuspended(SessionSaid, { props: { said: session().said, tonight: TONIGHT } })
    expect(wrapper.findAll('b').map(mark => mark.text())).toEqual(['?', '×', '3'])
    expect(wrapper.findAll('.unseen').map(words => words.text())).toEqual(['Tue 3 Nov: nobody has said', 'Tue 10 Nov: called off', 'Tue 17 Nov: 3 people said it was on'])
  })
})

describe('an empty list', () => {
  it('offers what may help, and only that', async () => {
    const ways = async (address: Record<string, string>) => (await mountSuspended(SearchNone, { props: { search: searchFrom(address, TONIGHT), place: 'in Clare' } })).findAll('button').map(button => button.text())
    expect(await ways({ county: 'clare' })).toEqual(['Look at the whole week', 'Look at any day', 'Look in all Ireland'])
    expect(await ways({ q: 'zzz' })).toEqual(['Clear the search'])
    expect(await ways({ night: 'any', pace: 'SLOW' })).toEqual(['Clear the filters'])
  })
})
