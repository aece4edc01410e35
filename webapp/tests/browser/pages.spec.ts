import { beforeAll, describe, expect, it } from 'vitest'
import { accessibilityViolations, address, DESK, fetchApi, open, openTab, PHONE, useBrowser, waitForCards, type Card } from './browser'

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
  const { items } = await fetchApi<{ items: (Card & { nights: Night[] })[] }>('/sessions?limit=100')
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
  it.each([['phone', PHONE], ['desk', DESK]] as const)('has no error and fits the screen: %s', async (_size, viewport) => {
    const { page, problems } = await openTab({ viewport })
    await open(page, pathOf(name))
    await page.locator('h1').first().waitFor()
    expect(problems).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width)
    expect(await page.locator('h1').count()).toBe(1)
    // A key in the text is a missing message.
    expect(await page.locator('body').innerText()).not.toMatch(/\b(?:session|search|list|nightPicker|county|venue|noResults|nearMe|error|notFound|location|meta)\.[a-z]/i)
  })

  it.each(process.env.FULL ? ['light', 'dark'] as const : ['light'] as const)('has no accessibility violation: %s', async (colorScheme) => {
    const { page } = await openTab({ colorScheme })
    await open(page, pathOf(name))
    expect(await accessibilityViolations(page)).toEqual([])
  })

  it('has controls that are large enough to touch', async () => {
    const { page } = await openTab()
    await open(page, pathOf(name))
    const small = () => page.locator('button:visible, select:visible, .button:visible, .county-tile:visible, input:visible').evaluateAll(all =>
      all.map(element => ({ html: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.5 || (box.width < 39))
        .map(({ html, box }) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`))
    // What a list has just replaced is found, and has no size any more.
    await expect.poll(small).toEqual([])
  })
})

describe('a page that was generated on another day, in another time zone', () => {
  it.each(['America/Los_Angeles', 'Pacific/Auckland'])('hydrates without a mismatch in %s, three days later', async (timezoneId) => {
    const { page, problems } = await openTab({ timezoneId })
    await page.clock.install({ time: new Date(Date.now() + 3 * 86_400_000) })
    for (const path of ['/', '/counties/clare', '/counties']) {
      await page.goto(address(path), { waitUntil: 'load' })
      await page.clock.runFor(2000)
      await page.waitForLoadState('networkidle')
    }
    expect(problems).toEqual([])
    await page.goto(address('/'), { waitUntil: 'load' })
    await page.clock.runFor(2000)
    const day = await page.evaluate(() => new Date(Date.now() - 4 * 3_600_000).toLocaleDateString('en-IE', { timeZone: 'Europe/Dublin', day: 'numeric' }))
    await expect.poll(() => page.locator('.night-picker__day').first().innerText()).toMatch(new RegExp(`^${day}\\b`))
  })
})

describe('the page of a session', () => {
  it('shows where, when, what it is like, and whether it is still on', async () => {
    const { page } = await openTab()
    await open(page, `/sessions/${one.id}`)
    await page.getByRole('heading', { level: 1, name: one.name ?? one.venue.name, exact: true }).waitFor()
    for (const heading of ['What it is like', 'Is it still on?', 'Reviews', 'Next nights', 'Etiquette', 'Where']) expect(await page.getByRole('heading', { level: 2, name: heading }).count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Directions', exact: true }).getAttribute('href')).toMatch(/^https:\/\/www\.google\.com\/maps\/dir\/\?api=1&destination=-?[\d.]+,-?[\d.]+$/)
    await expect.poll(() => page.locator('.venue-map path').count()).toBe(32)
    expect(await page.title()).toContain(one.name ?? one.venue.name)
  })

  it('strikes out a cancelled night', async (context) => {
    if (!cancelled) return context.skip()
    const { page } = await openTab()
    await open(page, `/sessions/${cancelled.id}`)
    await page.locator('.nights__row--cancelled s').first().waitFor()
    expect(await page.locator('.nights__row--cancelled').first().innerText()).toContain(cancelled.nights[0]!.note ?? 'Not on')
    expect(await page.locator('.session__when').innerText()).toContain('Not on')
  })

  it('shares its address', async () => {
    const { page } = await openTab()
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', { value: (what: ShareData) => {
        document.body.dataset.shared = what.url
        return Promise.resolve()
      } })
    })
    await open(page, `/sessions/${one.id}`)
    await page.getByRole('button', { name: 'Send' }).click()
    expect(await page.locator('body').getAttribute('data-shared')).toBe(page.url())
  })
})

describe('the page of a venue', () => {
  it('lists its sessions, which can be opened', async () => {
    const { page } = await openTab()
    await open(page, `/venues/${one.venue.id}`)
    await page.getByRole('heading', { level: 1, name: one.venue.name, exact: true }).waitFor()
    const { sessions } = await fetchApi<{ sessions: Card[] }>(`/venues/${one.venue.id}`)
    expect(await page.locator('.card').count()).toBe(sessions.length)
    await page.locator('.card a').first().click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/sessions/${sessions[0]!.id}`)
  })
})

describe('the counties', () => {
  it('are 32, in both languages, with their sessions', async () => {
    const { page } = await openTab({ javaScriptEnabled: false })
    await page.goto(address('/counties'))
    expect(await page.locator('.county-tile__irish-name').count()).toBe(32)
    expect(await page.getByRole('link', { name: /Dún na nGall/ }).getAttribute('href')).toMatch(/^\/counties\/donegal\/?$/)
  })

  it('each have a generated page', async () => {
    const { page } = await openTab({ javaScriptEnabled: false })
    await page.goto(address('/counties/clare'))
    expect(await page.locator('h1').innerText()).toBe('Clare')
    expect(await page.locator('.card').count()).toBeGreaterThan(0)
  })

  it('lead to a session and back', async () => {
    const { page } = await openTab()
    await open(page, '/counties')
    await page.getByRole('link', { name: /An Clár/ }).click()
    await waitForCards(page)
    await page.locator('.card a').first().click()
    await page.getByRole('heading', { level: 2, name: 'Where' }).waitFor()
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Clare' }).click()
    await waitForCards(page)
    expect(await page.locator('h1').innerText()).toBe('Clare')
  })
})

describe('an unknown page', () => {
  it.each([['/sessions/0000000000000000', 'We know of no such session.'], ['/venues/0000000000000000', 'We know of no such venue.'], ['/counties/atlantis', 'There are 32 counties'], ['/nowhere/at/all', 'The page you asked for is not here.']])('%s says so and links to the home page', async (path, text) => {
    const { page } = await openTab()
    await open(page, path)
    await page.getByRole('heading', { level: 1, name: 'That one is not in the set' }).waitFor()
    expect(await page.locator('main').innerText()).toContain(text)
    await page.getByRole('link', { name: 'Find a session' }).click()
    await waitForCards(page)
    expect(new URL(page.url()).pathname).toBe('/')
  })
})

describe('when the server cannot be reached', () => {
  it.each(['a session', 'a venue', 'a search', 'a county', 'home', 'counties'])('%s says so and can be tried again', async (name) => {
    const { page } = await openTab()
    await page.route('**/v1/**', route => route.abort())
    await page.goto(address(pathOf(name)))
    const retry = page.getByRole('button', { name: 'Try again' }).first()
    await retry.waitFor()
    await page.unroute('**/v1/**')
    await retry.click()
    await expect.poll(() => page.locator('.error-notice').count()).toBe(0)
    await page.locator('.card, .county-tile, .panel').first().waitFor()
  })

  it('near me says so and can be tried again', async () => {
    const { page } = await openTab({ geolocation: { latitude: 52.8436, longitude: -8.9864 }, permissions: ['geolocation'] })
    await page.route('**/v1/areas/**', route => route.abort())
    await page.goto(address('/?near=me&night=any'))
    await page.getByRole('button', { name: 'Try again' }).first().waitFor()
    await page.unroute('**/v1/areas/**')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await waitForCards(page)
  })

  it('a list keeps the pages that it has', async () => {
    const { page } = await openTab()
    await open(page, '/?night=any')
    await page.route('**/v1/sessions**', route => route.abort())
    await page.getByRole('button', { name: 'More sessions' }).click()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    expect(await page.locator('.card').count()).toBe(20)
    await page.unroute('**/v1/sessions**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await waitForCards(page, 40)
  })
})

describe('with a keyboard or a screen reader', () => {
  it('the content can be reached at once, and the focus is visible', async () => {
    const { page } = await openTab({ viewport: DESK })
    await open(page, '/')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').evaluate(element => getComputedStyle(element).outlineStyle)).not.toBe('none')
  })

  it('a change of the list is announced', async () => {
    const { page } = await openTab()
    await open(page, '/')
    await page.getByRole('button', { name: 'Any day', exact: true }).click()
    await expect.poll(() => page.locator('[aria-live="polite"]').allInnerTexts().then(all => all.join(' '))).toMatch(/Any day in Ireland: \d+ sessions/)
  })
})
