import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { address, ask, DESK, go, openTab, PHONE, useBrowser, waitForCards, type Card } from './browser'

useBrowser()

interface Night {
  date: string
  status: string
  note: string | null
}

let pages: [string, string][] = []
let one: Card
let cancelled: (Card & { nights: Night[] }) | undefined

beforeAll(async () => {
  const { items } = await ask<{ items: (Card & { nights: Night[] })[] }>('/sessions?limit=100')
  one = items.find(item => item.venue.county === 'CLARE') ?? items[0]!
  cancelled = items.find(item => item.nights[0]?.status === 'CANCELLED')
  pages = [
    ['home', '/'],
    ['a search', '/?county=clare&night=week'],
    ['nothing found', '/?q=qqqqzzzz'],
    ['counties', '/counties'],
    ['a county', '/counties/clare'],
    ['a session', `/sessions/${one.id}`],
    ['a venue', `/venues/${one.venue.id}`],
    ['about', '/about'],
  ]
})

const names = ['home', 'a search', 'nothing found', 'counties', 'a county', 'a session', 'a venue', 'about']
const pathOf = (name: string) => pages.find(([known]) => known === name)![1]

describe.each(names)('%s', (name) => {
  it.each([['phone', PHONE], ['desk', DESK]] as const)('stands without a complaint, and fits: %s', async (_size, viewport) => {
    const { page, complaints } = await openTab({ viewport })
    await go(page, pathOf(name))
    await page.locator('h1').first().waitFor()
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    expect(await page.locator('h1').count()).toBe(1)
    // A key on screen is a word that was forgotten.
    expect(await page.locator('body').innerText()).not.toMatch(/\b(?:session|search|list|week|county|venue|none|near|trouble|meta)\.[a-z]/i)
  })

  it.each(['light', 'dark'] as const)('has nothing in the way of anybody: %s', async (colorScheme) => {
    const { page } = await openTab({ colorScheme })
    await go(page, pathOf(name))
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join('\n')}`)).toEqual([])
  })

  it('has doors that a thumb can hit', async () => {
    const { page } = await openTab()
    await go(page, pathOf(name))
    const small = await page.locator('button:visible, select:visible, .button:visible, .tile:visible, input:visible').evaluateAll(all =>
      all.map(element => ({ html: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.5 || (box.width < 39))
        .map(({ html, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`))
    expect(small).toEqual([])
  })
})

describe('a page made on another day, in another place', () => {
  it.each(['America/Los_Angeles', 'Pacific/Auckland'])('is taken over without a mismatch in %s, three days on', async (timezoneId) => {
    const { page, complaints } = await openTab({ timezoneId })
    await page.clock.install({ time: new Date(Date.now() + 3 * 86_400_000) })
    for (const path of ['/', '/counties/clare', '/counties']) {
      await page.goto(address(path), { waitUntil: 'load' })
      await page.clock.runFor(2000)
      await page.waitForLoadState('networkidle')
    }
    expect(complaints).toEqual([])
    await page.goto(address('/'), { waitUntil: 'load' })
    await page.clock.runFor(2000)
    const day = await page.evaluate(() => new Date(Date.now() - 4 * 3_600_000).toLocaleDateString('en-IE', { timeZone: 'Europe/Dublin', day: 'numeric' }))
    await expect.poll(() => page.locator('.week__day').first().innerText()).toMatch(new RegExp(`^${day}\\b`))
  })
})

describe('the session page', () => {
  it('says where, when, what it is like, and whether it is still on', async () => {
    const { page } = await openTab()
    await go(page, `/sessions/${one.id}`)
    await page.getByRole('heading', { level: 1, name: one.name ?? one.venue.name, exact: true }).waitFor()
    for (const heading of ['What it is like', 'Is it still on?', 'Ratings', 'Next nights', 'Etiquette', 'Where']) expect(await page.getByRole('heading', { level: 2, name: heading }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Directions', exact: true }).getAttribute('href')).toMatch(/^https:\/\/www\.google\.com\/maps\/dir\/\?api=1&destination=-?[\d.]+,-?[\d.]+$/)
    await expect.poll(() => page.locator('.place path').count()).toBe(32)
    expect(await page.title()).toContain(one.name ?? one.venue.name)
  })

  it('strikes out a night that is called off', async (context) => {
    if (!cancelled) return context.skip()
    const { page } = await openTab()
    await go(page, `/sessions/${cancelled.id}`)
    await page.locator('.nights__row--cancelled s').first().waitFor()
    expect(await page.locator('.nights__row--cancelled').first().innerText()).toContain(cancelled.nights[0]!.note ?? 'Not on')
    expect(await page.locator('.session__when').innerText()).toContain('Not on')
  })

  it('sends its address', async () => {
    const { page } = await openTab()
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: (what: ShareData) => {
        document.body.dataset.sent = what.url
        return Promise.resolve()
      } })
    })
    await go(page, `/sessions/${one.id}`)
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await page.locator('body').getAttribute('data-sent')).toBe(page.url())
  })
})

describe('the venue page', () => {
  it('lists its sessions and says where it is', async () => {
    const { page } = await openTab()
    await go(page, `/venues/${one.venue.id}`)
    await page.getByRole('heading', { level: 1, name: one.venue.name, exact: true }).waitFor()
    const { sessions } = await ask<{ sessions: Card[] }>(`/venues/${one.venue.id}`)
    expect(await page.locator('.card').count()).toBe(sessions.length)
    await page.locator('.card a').first().click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/sessions/${sessions[0]!.id}`)
  })
})

describe('the counties', () => {
  it('are 32, in both languages, with their sessions', async () => {
    const { page } = await openTab({ javaScriptEnabled: false })
    await page.goto(address('/counties'))
    expect(await page.locator('.tile__irish').count()).toBe(32)
    expect(await page.getByRole('link', { name: /Dún na nGall/ }).getAttribute('href')).toMatch(/^\/counties\/donegal\/?$/)
  })

  it('each have a page, written in advance', async () => {
    const { page } = await openTab({ javaScriptEnabled: false })
    await page.goto(address('/counties/clare'))
    expect(await page.locator('h1').innerText()).toBe('Clare')
    expect(await page.locator('.card').count()).toBeGreaterThan(0)
  })

  it('lead from the list to a session and back', async () => {
    const { page } = await openTab()
    await go(page, '/counties')
    await page.getByRole('link', { name: /An Clár/ }).click()
    await waitForCards(page)
    await page.locator('.card a').first().click()
    await page.getByRole('heading', { level: 2, name: 'Where' }).waitFor()
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Clare' }).click()
    await waitForCards(page)
    expect(await page.locator('h1').innerText()).toBe('Clare')
  })
})

describe('what is not there', () => {
  it.each([['/sessions/0000000000000000', 'We know of no such session.'], ['/venues/0000000000000000', 'We know of no such house.'], ['/counties/atlantis', 'There are 32 counties'], ['/nowhere/at/all', 'The page you asked for is not here.']])('%s is said kindly, with a way on', async (path, words) => {
    const { page } = await openTab()
    await go(page, path)
    await page.getByRole('heading', { level: 1, name: 'That one is not in the set' }).waitFor()
    expect(await page.locator('main').innerText()).toContain(words)
    await page.getByRole('link', { name: 'Find a session' }).click()
    await waitForCards(page)
    expect(new URL(page.url()).pathname).toBe('/')
  })
})

describe('when the server cannot be reached', () => {
  it.each(['a session', 'a venue', 'a search', 'a county', 'home', 'counties'])('%s says so, and trying again works', async (name) => {
    const { page } = await openTab()
    await page.route('**/v1/**', route => route.abort())
    await page.goto(address(pathOf(name)))
    const retry = page.getByRole('button', { name: 'Try again' }).first()
    await retry.waitFor()
    await page.unroute('**/v1/**')
    await retry.click()
    await expect.poll(() => page.locator('.trouble').count()).toBe(0)
    await page.locator('.card, .tile, .panel').first().waitFor()
  })

  it('near me says so too', async () => {
    const { page } = await openTab({ geolocation: { latitude: 52.8436, longitude: -8.9864 }, permissions: ['geolocation'] })
    await page.route('**/v1/areas/**', route => route.abort())
    await page.goto(address('/?near=me&night=any'))
    await page.getByRole('button', { name: 'Try again' }).first().waitFor()
    await page.unroute('**/v1/areas/**')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await waitForCards(page)
  })

  it('a page of a list keeps what it has', async () => {
    const { page } = await openTab()
    await go(page, '/?night=any')
    await page.route('**/v1/sessions**', route => route.abort())
    await page.getByRole('button', { name: 'More sessions' }).click()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.locator('.card').count()).toBe(20)
    await page.unroute('**/v1/sessions**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await waitForCards(page, 40)
  })
})

describe('by keyboard', () => {
  it('one skips to the content, and sees where one is', async () => {
    const { page } = await openTab({ viewport: DESK })
    await go(page, '/')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').evaluate(element => getComputedStyle(element).outlineStyle)).not.toBe('none')
  })

  it('a change of the list is announced', async () => {
    const { page } = await openTab()
    await go(page, '/')
    await page.getByRole('button', { name: 'Any day', exact: true }).click()
    await expect.poll(() => page.locator('[aria-live="polite"]').allInnerTexts().then(all => all.join(' '))).toMatch(/Any day in Ireland: \d+ sessions/)
  })
})
