import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { address, button, DESK, expectAccessible, fetchApi, open, openTab, PHONE, SIZES, tabTo, useBrowser, watchViolations } from './browser'
import { addVenue, moderator, newMember, openTabOf, review, RUN, send, sendAs, shareSession, takeDown, type Member } from './members'

useBrowser()

const VENUE = `Krá við Heklu ${RUN}`

let anna: Member
let brian: Member
let clíona: Member
let moya: Member
let venue: string
const toTakeDown: string[] = []

beforeAll(async () => {
  [anna, brian, clíona, moya] = await Promise.all([newMember('Anna'), newMember('Brian'), newMember('Clíona'), moderator()])
  venue = await addVenue(anna, VENUE)
})

afterAll(async () => {
  for (const id of toTakeDown) await takeDown(moya, id)
})

/** A session of Anna's for one test. */
async function share(name: string, at = venue): Promise<string> {
  const { session: { id } } = await shareSession(anna, at, { name })
  toTakeDown.push(id)
  return id
}

const report = (member: Member, subject: string, reason: string, text: string) => sendAs(member, 'POST', '/reports', { subject, reason, text })
const dialog = (page: Page) => page.getByRole('dialog')
const caseOf = (page: Page, name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name }) })
const choose = (page: Page, name: string, decision: string) => caseOf(page, name).locator('.decision-form .choice').filter({ hasText: new RegExp(`^${decision}`) }).click()
const reviewsOf = async (session: string) => (await fetchApi<{ reviews: { items: { text: string }[] } }>(`/sessions/${session}`)).reviews.items.map(one => one.text)
const ratingsOf = async (session: string) => (await fetchApi<{ rating: { count: number } }>(`/sessions/${session}`)).rating.count

async function openQueue(viewport = DESK) {
  const tab = await openTabOf(moya, { viewport })
  await open(tab.page, '/moderation')
  await tab.page.locator('#cases').waitFor()
  return tab
}

// Moderators mostly sit at a desk; the long run tries a phone, too.
describe.each(process.env.FULL ? SIZES : [SIZES[1]])('on a %s', (size, viewport) => {
  it('a review is reported, hidden, defended by its author, and shown again', { timeout: 60_000 }, async () => {
    const name = `Reported, ${size} ${RUN}`
    const title = `Review of ${name}, Vík, Iceland`
    const id = await share(name)
    await review(brian, id, 2, 'Seán was too loud.')
    const reporter = await openTabOf(clíona, { viewport })
    await open(reporter.page, `/sessions/${id}`)
    await button(reporter.page, 'Report this: the review of Brian').click()
    await button(dialog(reporter.page), 'Report it').click()
    await dialog(reporter.page).getByText('Choose what is wrong.').waitFor()
    await dialog(reporter.page).locator('.choice', { hasText: 'It says too much about somebody' }).click()
    await dialog(reporter.page).getByLabel('In your words').fill('Seán is my brother.')
    await button(dialog(reporter.page), 'Report it').click()
    await dialog(reporter.page).getByText('A moderator will look at it.').waitFor()
    await button(dialog(reporter.page), 'Close').click()
    await reporter.page.getByText('Reported', { exact: true }).waitFor()

    const queue = await openQueue(viewport)
    for (const text of ['Seán was too loud.', 'Seán is my brother.', 'Its author', 'Brian, a member since']) expect(await caseOf(queue.page, title).innerText()).toContain(text)
    // Who reported it is not even told to moderators.
    expect(await caseOf(queue.page, title).innerText()).not.toContain('Clíona')
    await choose(queue.page, title, 'Hide')
    await button(caseOf(queue.page, title), 'Decide').click()
    await caseOf(queue.page, title).getByText('Say in a few words why.').waitFor()
    await caseOf(queue.page, title).getByLabel('Why?').fill('It names somebody.')
    await button(caseOf(queue.page, title), 'Decide').click()
    await expect.poll(() => caseOf(queue.page, title).count()).toBe(0)
    expect(await reviewsOf(id)).toEqual([])
    expect(await ratingsOf(id)).toBe(0)

    const author = await openTabOf(brian, { viewport })
    await open(author.page, `/sessions/${id}`)
    await author.page.getByRole('link', { name: 'Why, and how to object' }).click()
    const notice = author.page.locator('.notices__item', { hasText: `Your review of ${name}` })
    await notice.getByText('It is hidden: nobody else sees it.').waitFor()
    await notice.getByText('It names somebody.').waitFor()
    expect(await author.page.locator('body').innerText()).not.toContain('Clíona')
    await button(notice, `I do not agree: Your review of ${name}`).click()
    await author.page.getByLabel('Why not?').fill('Seán is me.')
    await button(notice, 'Send it').click()
    await notice.getByText(/^You did not agree/).waitFor()

    await open(queue.page, '/moderation')
    await caseOf(queue.page, title).getByText('The author does not agree').waitFor()
    for (const text of ['Seán is me.', 'It names somebody.', 'Hidden']) expect(await caseOf(queue.page, title).innerText()).toContain(text)
    await choose(queue.page, title, 'Keep')
    await caseOf(queue.page, title).getByLabel('Why?').fill('Then it may stay.')
    await button(caseOf(queue.page, title), 'Decide').click()
    await expect.poll(() => caseOf(queue.page, title).count()).toBe(0)
    expect(await reviewsOf(id)).toEqual(['Seán was too loud.'])
    expect(await ratingsOf(id)).toBe(1)
    await open(author.page, '/profile')
    await notice.getByText('It stays as it is.').waitFor()
    await notice.getByText('Then it may stay.').waitFor()
    expect(await notice.getByRole('button').count()).toBe(0)

    await queue.page.getByRole('link', { name: 'Log', exact: true }).click()
    await queue.page.locator('.decision-log').waitFor()
    const log = await queue.page.locator('.decision-log').innerText()
    expect(log.indexOf('Then it may stay.')).toBeGreaterThanOrEqual(0)
    expect(log.indexOf('Then it may stay.')).toBeLessThan(log.indexOf('It names somebody.'))
    expect([...reporter.problems, ...queue.problems, ...author.problems]).toEqual([])
  })

  it('two venues are made one, the old address leads on, and it is undone', { timeout: 60_000 }, async () => {
    const names = { from: `Tvíburi ${size} ${RUN}`, into: `Heima ${size} ${RUN}` }
    const [from, into] = [await addVenue(anna, names.from), await addVenue(anna, names.into)]
    const moved = `Moved, ${size}`
    const id = await share(moved, from)
    await report(brian, `venue:${from}`, 'DUPLICATE', 'It has another name now.')
    const { page, problems } = await openQueue(viewport)
    const title = `Venue: ${names.from}, Vík, Iceland`
    await choose(page, title, 'Make one with another venue')
    await caseOf(page, title).getByLabel('Into which venue?').fill(`heima ${size} ${RUN}`)
    await caseOf(page, title).locator('.venue-picker__found').getByText(names.into).click()
    await caseOf(page, title).getByRole('link', { name: 'Look at the two side by side' }).click()
    await page.getByRole('heading', { name: `${names.from} becomes ${names.into}, and its session moves there` }).waitFor()
    await page.getByLabel('Why?').fill('One and the same.')
    await button(page, 'Make them one').click()
    await page.getByRole('heading', { name: 'They are one.' }).waitFor()

    const visitor = await openTab({ viewport })
    await open(visitor.page, `/venues/${from}`)
    await visitor.page.getByRole('heading', { level: 1, name: names.into }).waitFor()
    await visitor.page.getByText('You came by the address of a record that was made one with this venue.').waitFor()
    await visitor.page.getByRole('link', { name: moved }).waitFor()
    expect(visitor.page.url()).toBe(address(`/venues/${into}`))
    await visitor.page.goto(address(`/venues/${from}/edit`))
    await visitor.page.waitForURL(address(`/venues/${into}/edit`))
    expect((await fetch(address(`/v1/venues/${from}`), { redirect: 'manual' })).status).toBe(301)
    expect((await fetchApi<{ venue: { id: string } }>(`/sessions/${id}`)).venue.id).toBe(into)

    await page.getByRole('link', { name: 'To decide' }).click()
    await page.locator('#cases').waitFor()
    expect(await caseOf(page, title).count()).toBe(0)
    await page.getByRole('link', { name: 'Log', exact: true }).click()
    const entry = page.locator('.log-entry', { hasText: `Moya merged the venue ${names.from} into ${names.into}` })
    await entry.getByRole('link', { name: 'Look at the two' }).click()
    await button(page, 'Undo it').click()
    await page.getByRole('heading', { name: 'They are two again.' }).waitFor()
    expect((await fetchApi<{ venue: { id: string } }>(`/sessions/${id}`)).venue.id).toBe(from)
    const again = await openTab({ viewport })
    await open(again.page, `/venues/${from}`)
    await again.page.getByRole('heading', { level: 1, name: names.from }).waitFor()
    await again.page.getByRole('link', { name: moved }).waitFor()
    expect([...problems, ...visitor.problems, ...again.problems]).toEqual([])
  })
})

describe('a burst of reviews by new members', () => {
  it('is held, moves no summary, and is shown once a moderator has seen it', async () => {
    const id = await share(`Bombed ${RUN}`)
    await review(brian, id, 5, 'Mighty.')
    const visitor = await openTab()
    await open(visitor.page, `/sessions/${id}`)
    await visitor.page.getByText('Mighty.').waitFor()
    await review(clíona, id, 1, 'Bad.')
    await review(await newMember('Dónal'), id, 1, 'Bad, too.')
    expect([await ratingsOf(id), await reviewsOf(id)]).toEqual([0, []])
    const author = await openTabOf(brian)
    await open(author.page, `/sessions/${id}`)
    await author.page.getByText('Not shown yet: several new members reviewed this session within a day').waitFor()
    await author.page.getByText('Nobody has reviewed it yet.').waitFor()

    const title = `Held reviews of Bombed ${RUN}, Vík, Iceland`
    const { page } = await openQueue()
    expect(await caseOf(page, title).locator('.case-review').count()).toBe(3)
    await caseOf(page, title).getByText('Many reviews by new members at once').waitFor()
    await choose(page, title, 'Keep')
    await caseOf(page, title).getByLabel('Why?').fill('Three who were there.')
    await button(caseOf(page, title), 'Decide').click()
    await expect.poll(() => caseOf(page, title).count()).toBe(0)
    expect([await ratingsOf(id), await reviewsOf(id)]).toEqual([3, ['Bad, too.', 'Bad.', 'Mighty.']])
  })
})

describe('whoever is blocked', () => {
  it('is told until when and why, may say nothing, and may object', async () => {
    const id = await share(`Blocked at ${RUN}`)
    const éanna = await newMember('Éanna')
    await review(éanna, id, 1, 'Buy my strings.')
    await report(brian, `review:${id}:1`, 'SPAM', 'That is advertising.')
    const title = `Review of Blocked at ${RUN}, Vík, Iceland`
    const queue = await openQueue(PHONE)
    await choose(queue.page, title, 'Block its author')
    await caseOf(queue.page, title).getByLabel('For how many days?').fill('0')
    await caseOf(queue.page, title).getByLabel('Why?').fill('This is no market.')
    await button(caseOf(queue.page, title), 'Decide').click()
    await caseOf(queue.page, title).getByText('A whole number from 1 to 365.').waitFor()
    await caseOf(queue.page, title).getByLabel('For how many days?').fill('7')
    await button(caseOf(queue.page, title), 'Decide').click()
    await expect.poll(() => caseOf(queue.page, title).count()).toBe(0)

    const { page } = await openTabOf(éanna)
    await open(page, `/sessions/${id}`)
    await page.locator('#still-on summary').click()
    await button(page, 'It is gone for good').click()
    await page.locator('.refused-word').getByText(/^A moderator has decided that you may change nothing here until \d+ \w+ \d{4}\. The note says: This is no market\.$/).waitFor()
    await open(page, '/profile')
    await page.locator('.blocked-notice', { hasText: 'You may not write here until' }).waitFor()
    await button(page, `I do not agree: Your review of Blocked at ${RUN}`).click()
    await page.getByLabel('Why not?').fill('They are good strings.')
    await button(page, 'Send it').click()
    await page.getByText(/^You did not agree/).waitFor()
    await open(queue.page, '/moderation')
    await caseOf(queue.page, title).getByText('May not write at the moment').waitFor()
    await choose(queue.page, title, 'Remove')
    await caseOf(queue.page, title).getByLabel('Why?').fill('Not here.')
    await button(caseOf(queue.page, title), 'Decide').click()
    await expect.poll(() => caseOf(queue.page, title).count()).toBe(0)
  })
})

describe('whoever leaves', () => {
  it.each([
    ['keeps the reviews', 'They stay', ['A former member'], 1],
    ['takes the reviews along', 'They are removed', [], 0],
  ] as const)('%s', async (name, choice, authors, count) => {
    const id = await share(`Left, ${name}`)
    const leaver = await newMember('Fiachra')
    await review(leaver, id, 4, 'Good tunes.')
    await sendAs(leaver, 'PUT', `/me/favourites/${id}`)
    const { page } = await openTabOf(leaver)
    await open(page, '/profile')
    await page.getByText('Good tunes.').waitFor()
    await page.locator('summary', { hasText: 'Delete me' }).click()
    await page.getByRole('radio', { name: new RegExp(`^${choice}`) }).check({ force: true })
    await button(page, 'Delete me').click()
    await button(page, 'Yes, delete me').click()
    await page.getByRole('heading', { level: 1, name: 'Slán abhaile' }).waitFor()
    expect(await ratingsOf(id)).toBe(count)
    const visitor = await openTab()
    await open(visitor.page, `/sessions/${id}`)
    await visitor.page.getByRole('heading', { name: 'Reviews', exact: true }).waitFor()
    expect(await visitor.page.locator('.review__head b').allInnerTexts()).toEqual(authors)
    expect(await visitor.page.locator('body').innerText()).not.toContain('Fiachra')
  })
})

describe('with a keyboard alone', () => {
  it('something is reported, in a dialog that keeps the focus and gives it back', async () => {
    const id = await share('Reported by keyboard')
    const { page } = await openTabOf(brian, { viewport: DESK })
    await open(page, `/sessions/${id}`)
    const opener = button(page, 'Report this: Reported by keyboard')
    await tabTo(page, opener)
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    expect(await dialog(page).ariaSnapshot()).toBe(`
- dialog "What is wrong with Reported by keyboard?":
  - heading "What is wrong with Reported by keyboard?" [level=2]
  - paragraph: A moderator looks at it. Nobody else is told that you reported it.
  - group "What is it?":
    - text: What is it?
    - radio "It is not true, or not true any more"
    - text: It is not true, or not true any more
    - radio "It is here twice"
    - text: It is here twice
    - radio "Its players do not want it here"
    - text: Its players do not want it here
    - radio "It is insulting"
    - text: It is insulting
    - radio "It says too much about somebody"
    - text: It says too much about somebody
    - radio "It is advertising"
    - text: It is advertising
    - radio "Something else"
    - text: Something else
  - text: In your words, if you like
  - paragraph: What a moderator needs to know to decide.
  - textbox "In your words, if you like"
  - paragraph:
    - button "Report it"
    - button "Never mind"
`.trim())
    await page.keyboard.press('Escape')
    await expect.poll(() => opener.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await tabTo(page, dialog(page).getByRole('radio').first())
    for (const key of ['Space', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
    expect(await dialog(page).getByRole('radio', { name: 'Its players do not want it here' }).isChecked()).toBe(true)
    await tabTo(page, button(dialog(page), 'Report it'))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Thank you')
    await tabTo(page, button(dialog(page), 'Close'))
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Reported')
  })

  it('a case is decided, and the focus goes on to the next one', async () => {
    const id = await share(`Decided by keyboard ${RUN}`)
    await review(await newMember('Gearóid'), id, 3, 'It was so so.')
    await report(clíona, `review:${id}:1`, 'NOT_TRUE', 'It was grand.')
    const title = `Review of Decided by keyboard ${RUN}, Vík, Iceland`
    const { page } = await openQueue()
    const today = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long', timeZone: 'Europe/Dublin' }).format(new Date())
    const tree = (await caseOf(page, title).ariaSnapshot()).replaceAll(today, 'TODAY').replaceAll(RUN, 'RUN').replace(/: 21:30 .*/, ': 21:30 NIGHT').replace(/\/sessions\/\w+/, '/sessions/ID')
    expect(tree).toBe(`
- article "Review of Decided by keyboard RUN, Vík, Iceland":
  - heading "Review of Decided by keyboard RUN, Vík, Iceland" [level=2]
  - paragraph: Open since TODAY
  - article:
    - paragraph:
      - img "3 of 5 stars": ★★★★★
      - text: Everybody sees it
    - paragraph: It was so so.
    - paragraph: Gearóid, TODAY
  - article:
    - heading "Decided by keyboard RUN" [level=3]:
      - link "Decided by keyboard RUN":
        - /url: /sessions/ID
    - paragraph: Krá við Heklu RUN · Vík, Iceland
    - paragraph: Tuesdays 21:30
    - paragraph: 21:30 NIGHT
    - list:
      - listitem: Open to all
      - listitem: Steady
      - listitem: Tunes
    - paragraph:
      - button "Keep Decided by keyboard RUN"
    - text: Nobody has said yet 3.0 out of 5, from one rating
  - heading "Reports" [level=3]
  - list:
    - listitem: It is not true, or not true any more TODAY It was grand.
  - heading "Its author" [level=3]
  - paragraph: Gearóid, a member since TODAY
  - paragraph: Nothing was decided about this member before.
  - group "What shall become of it?":
    - text: What shall become of it?
    - radio "Keep Everybody sees it, and it counts."
    - text: Keep Everybody sees it, and it counts.
    - radio "Hide Only its author sees it, and it does not count."
    - text: Hide Only its author sees it, and it does not count.
    - radio "Remove It is deleted."
    - text: Remove It is deleted.
    - radio "Block its author It is hidden, and its author may not write."
    - text: Block its author It is hidden, and its author may not write.
  - text: Why?
  - paragraph: The author reads this, and so does every moderator.
  - textbox "Why?"
  - paragraph:
    - button "Decide"
`.trim())
    const keep = caseOf(page, title).getByRole('radio', { name: /^Keep/ })
    await caseOf(page, title).getByRole('heading', { level: 2 }).focus()
    await tabTo(page, keep)
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Tastes differ.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => caseOf(page, title).count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^case/)
    expect(await page.locator('[aria-live=polite]').allInnerTexts()).toContain(`Decided: ${title}`)
  })
})

describe('the pages of moderators', () => {
  it('are for nobody else', async () => {
    const { page } = await openTabOf(brian)
    for (const path of ['/moderation', '/moderation/log', '/moderation/merge']) {
      await open(page, path)
      await page.getByRole('heading', { level: 1, name: 'This page is for moderators.' }).waitFor()
      await expect.poll(() => page.getByRole('navigation', { name: 'Moderation' }).count()).toBe(0)
    }
    expect((await send('GET', '/moderation/queue', undefined, { Authorization: `Bearer ${brian.token}` })).status).toBe(403)
  })

  it('are accessible, fit the screen, and keep to the policy', { timeout: 90_000 }, async () => {
    const id = await share(`Looked at ${RUN}`)
    await review(brian, id, 2, 'So so.')
    await report(clíona, `review:${id}:1`, 'OFFENSIVE', 'Not nice.')
    const title = `Review of Looked at ${RUN}, Vík, Iceland`
    const { page, problems } = await openTabOf(moya)
    const violations = await watchViolations(page)
    await open(page, '/moderation')
    await caseOf(page, title).waitFor()
    await button(caseOf(page, title), 'Decide').click()
    await choose(page, title, 'Block its author')
    await expectAccessible(page, 'the queue')
    await open(page, '/moderation/log')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(page, 'the log')
    const twin = await addVenue(anna, `Hinn ${RUN}`)
    await open(page, `/moderation/merge?from=${twin}&into=${venue}`)
    await page.locator('.merge__form').waitFor()
    await expectAccessible(page, 'a merge')

    const { items } = await sendAs<{ items: { subject: string, version: number }[] }>(moya, 'GET', '/moderation/queue')
    const { subject, version } = items.find(one => one.subject === `review:${id}:1`)!
    await sendAs(moya, 'POST', '/moderation/decisions', { subject, version, decision: 'HIDE', into: null, days: null, note: 'Not nice.' })
    const author = await openTabOf(brian)
    await open(author.page, '/profile')
    await button(author.page, `I do not agree: Your review of Looked at ${RUN}`).click()
    await expectAccessible(author.page, 'what an author is told')
    await open(author.page, `/sessions/${id}`)
    await button(author.page, `Report this: Looked at ${RUN}`).click()
    await dialog(author.page).waitFor()
    await expectAccessible(author.page, 'the dialog of a report')
    expect([...problems, ...author.problems]).toEqual([])
    expect(violations).toEqual([])
  })
})
