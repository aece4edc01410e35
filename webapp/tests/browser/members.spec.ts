import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { address, button, cardTitles, DESK, expectAccessible, fetchApi, open, openTab, SIZES, tabTo, useBrowser, waitForCards } from './browser'
import { addVenue, newEmail, newMember, openTabOf, PASSWORD, RUN, send, sendAs, shareSession, takeDown, type Member, type MemberSession } from './members'

useBrowser()

const VENUE = `Krá við Sæinn ${RUN}`

let anna: Member
let brian: Member
let venue: string
const toTakeDown: [Member, string][] = []

beforeAll(async () => {
  [anna, brian] = await Promise.all([newMember('Anna'), newMember('Brian')])
  venue = await addVenue(anna, VENUE)
})

afterAll(async () => {
  for (const [member, id] of toTakeDown) await takeDown(member, id)
})

/** A session of Anna's for one test. */
async function share(name: string, given: object = {}): Promise<string> {
  const { session: { id } } = await shareSession(anna, venue, { name, ...given })
  return id
}

/** Gone from the page at which it was. */
const leaves = (page: Page, path: string) => page.waitForURL(url => !url.pathname.startsWith(path))

async function chooseEtiquette(page: Page) {
  for (const choice of ['Open to all', 'Steady', 'Somebody leads the sets.', 'Tunes']) await page.locator('.choice').filter({ hasText: new RegExp(`^${choice}`) }).first().click()
}

describe.each(process.env.FULL ? SIZES : [SIZES[0]])('on a %s', (size, viewport) => {
  it('somebody signs up to share a session, and somebody else finds it on another device', { timeout: 90_000 }, async () => {
    const name = `The ${size} session`
    const { page } = await openTab({ viewport })
    await open(page, '/share')
    await page.getByLabel('Pub or other venue').fill(`kra vid ${RUN}`)
    await page.locator('.venue-picker__found').getByText(VENUE).click()
    await page.getByLabel(size === 'phone' ? 'Monday' : 'Saturday').check({ force: true })
    await chooseEtiquette(page)
    await page.getByLabel('What it is like, in your words').fill('Reels by the stove.')
    await page.getByLabel('A name of its own').fill(name)
    await button(page, 'Share it').click()

    // Signed out: what was typed is there again afterwards.
    await page.waitForURL(url => url.pathname === '/sign-in')
    await page.getByRole('link', { name: 'I am new here' }).click()
    const email = newEmail()
    await page.getByLabel('Your name').fill('Síle')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByLabel('The password once more').fill(PASSWORD)
    await button(page, 'Sign up').click()
    await page.getByLabel('Code').fill(await page.locator('.code-notice__code').innerText())
    await button(page, 'Go on').click()
    await page.waitForURL(url => url.pathname === '/share')
    await expect.poll(() => page.getByLabel('A name of its own').inputValue()).toBe(name)
    await page.reload({ waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Your profile, Síle' }).waitFor({ state: 'attached' })
    expect(await page.locator('.schedule-fields__sentence').innerText()).toBe(`${size === 'phone' ? 'Mondays' : 'Saturdays'} from 21:30, all year.`)
    await button(page, 'Share it').click()
    await page.waitForURL(url => /^\/sessions\/\w+$/.test(url.pathname))
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText('Organiser: Síle').waitFor()

    const other = await openTab({ viewport })
    await open(other.page, '/?night=any')
    await other.page.getByRole('searchbox').fill(name)
    await expect.poll(() => cardTitles(other.page)).toContain(name)
    await other.page.getByRole('link', { name }).first().click()
    await other.page.getByText('Reels by the stove.').waitFor()
    expect(await other.page.locator('body').innerText()).toContain('Shared by Síle')
    expect(await other.page.getByRole('link', { name: 'Change it' }).count()).toBe(0)
    expect(other.problems).toEqual([])

    // Leaving for good: the session stays, without a name, and somebody else takes it over.
    await open(page, '/profile')
    await page.locator('summary', { hasText: 'Delete me' }).click()
    const handsOver = size === 'phone'
    await page.getByRole('radio', { name: handsOver ? /^I hand over/ : /^Nobody looks after them/ }).check()
    if (handsOver) await button(page, 'Make the link').click()
    await button(page, 'Delete me').click()
    await button(page, 'Yes, delete me').click()
    await page.getByRole('heading', { level: 1, name: 'Slán abhaile' }).waitFor()
    const id = new URL(other.page.url()).pathname.split('/').pop()!
    const link = handsOver ? await page.getByLabel(`Link of ${name}`).inputValue() : address(`/sessions/${id}/take-over`)
    expect((await send('POST', '/auth/sign-in', { email, password: PASSWORD })).status).toBe(401)

    const next = await openTabOf(brian, { viewport })
    await open(next.page, `/sessions/${id}`)
    await next.page.getByText('Shared by a former member').waitFor()
    expect(await next.page.locator('body').innerText()).not.toContain('Síle')
    await next.page.goto(link, { waitUntil: 'networkidle' })
    await button(next.page, 'Yes, I will organise it').click()
    await next.page.getByText('Organiser: Brian').waitFor()
    toTakeDown.push([brian, id])
  })

  it('two devices change one session, and neither change is lost', async () => {
    const id = await share(`Twice changed, ${size}`)
    toTakeDown.push([anna, id])
    const { page } = await openTabOf(anna, { viewport })
    await open(page, `/sessions/${id}/edit`)
    await page.getByLabel('Starts', { exact: true }).fill('20:00')
    await page.getByLabel('What it is like, in your words').fill('Polkas mostly.')

    const newest = await sendAs<MemberSession & { session: { venue: { id: string }, schedule: object } }>(anna, 'GET', `/me/sessions/${id}`)
    const { name, schedule, admission, leadership, focus, dances, instruments } = newest.session as unknown as Record<string, unknown>
    await sendAs(anna, 'PUT', `/sessions/${id}`, { venue, name, schedule, admission, pace: 'SLOW', leadership, focus, dances, instruments, craic: 'Slow airs.' }, newest.version)

    await button(page, 'Save').click()
    await page.getByRole('heading', { name: 'Somebody else has changed this meanwhile' }).waitFor()
    expect(await button(page, 'Save what I chose').isDisabled()).toBe(true)
    await page.locator('.version-choice__side', { hasText: 'Polkas mostly.' }).click()
    await button(page, 'Save what I chose').click()
    await page.getByRole('heading', { name: 'Next nights' }).waitFor()
    const session = await fetchApi<{ craic: string, pace: string, schedule: { start: string } }>(`/sessions/${id}`)
    expect(session).toMatchObject({ craic: 'Polkas mostly.', pace: 'SLOW', schedule: { start: '20:00' } })
  })

  it('a night is cancelled, and everybody sees it', async () => {
    const name = `Cancelled once, ${size}`
    const id = await share(name)
    toTakeDown.push([anna, id])
    const { page } = await openTabOf(anna, { viewport })
    await open(page, `/sessions/${id}`)
    await page.getByRole('link', { name: 'A night is off or moved' }).click()
    await page.getByRole('button', { name: /^It is off on/ }).first().click()
    await page.getByLabel('Why?').fill('The fleadh is on.')
    await button(page, 'Say that it is off').click()
    await page.locator('.night-row--cancelled').waitFor()
    expect(await page.locator(':focus').innerText()).toContain('Not on: The fleadh is on.')

    const other = await openTab({ viewport })
    await open(other.page, `/sessions/${id}`)
    await other.page.locator('.nights__row--cancelled', { hasText: 'The fleadh is on.' }).waitFor()
    await open(other.page, `/?night=any&q=${encodeURIComponent(name)}`)
    await waitForCards(other.page)
    expect(await other.page.locator('.card').first().innerText()).toContain('The fleadh is on.')
  })

  it('a session is handed to somebody else by a link that works once', async () => {
    const id = await share(`Handed over, ${size}`)
    const { page } = await openTabOf(anna, { viewport })
    await open(page, `/sessions/${id}/edit`)
    await button(page, 'Make a link').click()
    const link = await page.getByLabel('Link to send').inputValue()

    const other = await openTabOf(brian, { viewport })
    await other.page.goto(link, { waitUntil: 'networkidle' })
    await button(other.page, 'Yes, I will organise it').click()
    await other.page.getByText('Organiser: Brian').waitFor()
    toTakeDown.push([brian, id])

    await open(page, `/sessions/${id}/edit`)
    await page.getByText('Only the organiser of a session may change it.').waitFor()
    await page.goto(link, { waitUntil: 'networkidle' })
    await button(page, 'Yes, I will organise it').click()
    await page.getByText('This link is not good any more').waitFor()
  })
})

describe('every page of members has no error, fits the screen, and is accessible', () => {
  it('before they sign in', { timeout: 90_000 }, async () => {
    const { page, problems } = await openTab()
    for (const path of ['/sign-in', '/sign-up', '/confirm', '/forgotten-password', '/share']) {
      await open(page, path)
      await page.locator('form').first().waitFor()
      await expectAccessible(page, path)
    }
    expect(problems).toEqual([])
  })

  it('with what they have shared', { timeout: 120_000 }, async () => {
    const member = await newMember('Eimear')
    const { session: { id, nights } } = await shareSession(member, venue, { name: 'On every page' })
    toTakeDown.push([member, id])
    const kept = await fetchApi<{ items: { id: string }[] }>('/sessions?limit=1')
    await sendAs(member, 'PUT', `/me/favourites/${kept.items[0]!.id}`)
    await sendAs(member, 'PUT', `/sessions/${id}/occurrences/${nights[0]!.date}`, { status: 'CANCELLED', note: 'The fleadh is on.', at: null, to: null }, 1)
    const { page, problems } = await openTabOf(member)

    await open(page, '/share')
    await page.getByLabel('Pub or other venue').fill(`kra vid ${RUN}`)
    await page.locator('.venue-picker__found').getByText(VENUE).click()
    await chooseEtiquette(page)
    await button(page, 'Share it').click()
    await page.locator('.form-problems').waitFor()
    await expectAccessible(page, 'a form with something missing')

    for (const [path, ready] of [
      ['/profile', '.own-sessions'],
      [`/sessions/${id}`, '.session-actions'],
      [`/sessions/${id}/edit`, '.keeping'],
      [`/sessions/${id}/nights`, '.night-row--cancelled'],
      [`/sessions/${id}/take-over`, 'main h2'],
      [`/venues/${venue}/edit`, '.venue-history'],
    ] as const) {
      await open(page, path)
      await page.locator(ready).first().waitFor()
      for (const folded of await page.locator('summary').all()) await folded.click()
      await expectAccessible(page, path)
    }
    expect(problems).toEqual([])
  })
})

describe('what a member sees', () => {
  it('is gone from the screen once they have signed out', async () => {
    const clíona = await newMember('Clíona')
    const { session: { id } } = await shareSession(clíona, venue)
    const { page } = await openTabOf(clíona)
    await open(page, `/sessions/${id}/edit`)
    await button(page, 'Take it down').click()
    await button(page.locator('dialog[open]'), 'Take it down').click()
    await button(page, 'List it again').waitFor()
    await open(page, `/sessions/${id}`)
    await page.getByText('This session is taken down. Nobody else can see it.').waitFor()
    await page.getByRole('link', { name: 'Your profile, Clíona' }).click()
    await button(page, 'Sign out').click()
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor()
    await open(page, `/sessions/${id}`)
    await page.getByText('We know of no such session.').waitFor()
  })
})

describe('with a keyboard alone', () => {
  it('a session is shared', async () => {
    const { page } = await openTabOf(anna, { viewport: DESK })
    await open(page, '/share')
    await tabTo(page, page.getByLabel('Pub or other venue'))
    await page.keyboard.type(`kra vid ${RUN}`)
    await page.keyboard.press('Enter')
    const found = page.locator('.venue-picker__found button', { hasText: VENUE })
    await found.waitFor()
    await tabTo(page, found)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('radio', { name: 'Every week', exact: true }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, page.getByRole('checkbox', { name: 'First' }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('radio', { name: 'Monday' }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    for (const first of ['Open to all', 'Beginner', 'Nobody in particular', 'Tunes']) {
      await tabTo(page, page.getByRole('radio', { name: new RegExp(`^${first}`) }).first())
      await page.keyboard.press('Space')
    }
    await tabTo(page, page.getByRole('checkbox', { name: 'Concertina' }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByLabel('A name of its own'))
    await page.keyboard.type('By keyboard')
    expect(await page.locator('.schedule-fields__sentence').innerText()).toBe('First Wednesday of the month from 21:30, all year.')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'By keyboard' }).waitFor()
    toTakeDown.push([anna, page.url().split('/').pop()!])
  })
})

describe('favourites', () => {
  it('are on screen at once, and put right again when the server refuses', async () => {
    const { page } = await openTabOf(brian)
    await open(page, '/?night=any')
    await waitForCards(page, 2)
    let answer = () => {}
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/v1/me/favourites/*', async (route) => {
      await asked
      await route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' })
    }, { times: 1 })
    const heart = page.locator('.card .favourite').first()
    await heart.click()
    expect(await heart.getAttribute('aria-pressed')).toBe('true')
    answer()
    await expect.poll(() => heart.getAttribute('aria-pressed')).toBe('false')
    expect(await page.locator('.favourite__failed').count()).toBe(1)

    await heart.click()
    const kept = (await cardTitles(page))[0]
    await expect.poll(async () => (await sendAs<{ favourites: object[] }>(brian, 'GET', '/me')).favourites.length).toBe(1)
    await open(page, '/profile')
    await page.getByRole('heading', { name: 'Sessions that you keep' }).waitFor()
    expect(await cardTitles(page)).toContain(kept)
  })
})
