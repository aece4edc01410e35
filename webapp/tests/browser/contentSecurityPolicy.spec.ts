import { beforeAll, describe, expect, it } from 'vitest'
import { address, DESK, fetchApi, openTab, useBrowser, watchViolations, type Card } from './browser'
import { addVenue, newMember, openTabOf, shareSession, takeDown } from './members'

useBrowser()

const HEADERS = ['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options', 'x-frame-options']
const names = ['home', 'this week near Ennis', 'counties', 'a county', 'a session', 'a venue', 'about', 'an unknown page', 'sign in', 'sign up', 'confirm', 'forgotten password', 'signed in', 'profile']

let pages: Record<string, string> = {}

beforeAll(async () => {
  const { items } = await fetchApi<{ items: Card[] }>('/sessions?limit=1')
  pages = {
    'home': '/',
    'this week near Ennis': '/?night=week&q=ennis',
    'counties': '/counties',
    'a county': '/counties/clare',
    'a session': `/sessions/${items[0]!.id}`,
    'a venue': `/venues/${items[0]!.venue.id}`,
    'about': '/about',
    'an unknown page': '/nowhere',
    'sign in': '/sign-in?then=/about',
    'sign up': '/sign-up',
    'confirm': '/confirm',
    'forgotten password': '/forgotten-password',
    'signed in': '/signed-in?error=access_denied',
    'profile': '/profile',
  }
})

describe('the Content-Security-Policy', () => {
  it.each(names)('allows all that the page does: %s', async (name) => {
    const { page, problems } = await openTab({ viewport: DESK })
    const violations = await watchViolations(page)
    const response = await page.goto(address(pages[name]!), { waitUntil: 'networkidle' })
    await page.locator('h1').first().waitFor()
    const headers = response!.headers()
    expect(HEADERS.filter(header => !headers[header])).toEqual([])
    expect(violations).toEqual([])
    expect(problems.filter(problem => /content.security.policy|trusted/i.test(problem))).toEqual([])
  })

  it('allows all that the pages of a member do', async () => {
    const member = await newMember('Muireann')
    const venue = await addVenue(member, 'The Strict House')
    const { session: { id } } = await shareSession(member, venue)
    const { page, problems } = await openTabOf(member, { viewport: DESK })
    const violations = await watchViolations(page)
    for (const path of ['/', '/profile', '/share', `/sessions/${id}`, `/sessions/${id}/edit`, `/sessions/${id}/nights`, `/sessions/${id}/take-over`, `/venues/${venue}`, `/venues/${venue}/edit`]) {
      await page.goto(address(path), { waitUntil: 'networkidle' })
      await page.locator('h1').first().waitFor()
      expect([path, ...violations]).toEqual([path])
    }
    expect(problems).toEqual([])
    await takeDown(member, id)
  })

  it('lets no script run that is written into the page, whichever way it came there', async () => {
    const { page } = await openTab()
    const violations = await watchViolations(page)
    await page.goto(address('/about'), { waitUntil: 'networkidle' })
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.append('document.title = "run"')
      document.body.append(script)
    })
    const refusals = await page.evaluate(() => [
      () => { document.body.innerHTML += '<img src="/nothing.png" onerror="document.title = 1">' },
      () => { document.createElement('div').setAttribute('onclick', 'document.title = 1') },
      () => { (document.createElement('script') as { src: string }).src = '/_nuxt/other.js' },
    ].map((attack) => {
      try {
        attack()
        return 'done'
      }
      catch (error) {
        return (error as Error).name
      }
    }))
    expect(refusals).toEqual(['TypeError', 'TypeError', 'TypeError'])
    expect(await page.title()).toContain('About')
    await expect.poll(() => violations.map(violation => violation.directive)).toContain('require-trusted-types-for')
  })
})
