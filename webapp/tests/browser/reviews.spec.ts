import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { button, DESK, expectAccessible, fetchApi, open, openTab, SIZES, tabTo, useBrowser, watchViolations } from './browser'
import { addVenue, moderator, newMember, NIGHTLY, openTabOf, review, RUN, sendAs, shareSession, takeDown, type Member } from './members'

useBrowser()

const VENUE = `Krá undir Jökli ${RUN}`

let anna: Member
let brian: Member
let clíona: Member
let venue: string
const toTakeDown: string[] = []

beforeAll(async () => {
  [anna, brian, clíona] = await Promise.all([newMember('Anna'), newMember('Brian'), newMember('Clíona')])
  venue = await addVenue(anna, VENUE)
})

afterAll(async () => {
  // Anna has changed as much as a new member may.
  const moya = await moderator()
  for (const id of toTakeDown) await takeDown(moya, id)
})

/** A session of Anna's for one test: more than two reviews of new members are held. */
async function share(name: string): Promise<string> {
  const { session: { id } } = await shareSession(anna, venue, { name, schedule: NIGHTLY })
  toTakeDown.push(id)
  return id
}

const stillOn = (page: Page) => page.locator('#still-on')
const reviews = (page: Page) => page.locator('#reviews')
const mine = (page: Page) => page.locator('.session-reviews__mine')
const authors = async (page: Page) => page.locator('.session-reviews__list .review__head b').allInnerTexts()
/** What a screen reader reads of the stars and the bars. */
const summary = (page: Page) => page.locator('.rating-summary > .visually-hidden').textContent()
const giveStars = (page: Page, n: number) => page.locator('.star-input__stars label').nth(n - 1).click()

/** The page as a visitor sees it who was not here before. */
async function openAsVisitor(id: string): Promise<Page> {
  const { page } = await openTab()
  await open(page, `/sessions/${id}`)
  return page
}

// The long run tries a desk, too.
describe.each(process.env.FULL ? SIZES : [SIZES[0]])('on a %s', (size, viewport) => {
  it('a night is confirmed in one tap, and taken back with one more', async () => {
    const name = `Confirmed, ${size}`
    const id = await share(name)
    const { page, problems } = await openTabOf(brian, { viewport })
    await open(page, `/sessions/${id}`)
    await button(stillOn(page), 'It is on').click()
    await stillOn(page).getByText('You said so. Tap again to take it back.').waitFor()
    await page.getByText('On tonight, one person said so').waitFor()
    await (await openAsVisitor(id)).getByText('Tonight: one person said it was on').waitFor()

    await button(stillOn(page), 'It is on').click()
    await page.getByText('Nobody has said yet').waitFor()

    // From the card of a session that one keeps.
    await sendAs(brian, 'PUT', `/me/favourites/${id}`)
    await open(page, '/profile')
    const card = page.locator('[aria-labelledby=favourites] .card', { hasText: name })
    await button(card, 'It is not').click()
    await card.getByText('Thank you!').waitFor()
    await expect.poll(async () => (await sendAs<{ mine: { nights: { on: boolean }[] } }>(brian, 'GET', `/me/sessions/${id}`)).mine.nights.map(night => night.on)).toEqual([false])
    expect(problems).toEqual([])

    // Whoever is signed out signs in first, and comes back to the card.
    const visitor = await openTab({ viewport })
    await open(visitor.page, `/?night=any&q=${encodeURIComponent(name)}`)
    await button(visitor.page.locator('.card', { hasText: name }), 'It is on').click()
    await visitor.page.waitForURL(url => url.pathname === '/sign-in' && url.searchParams.get('then')!.endsWith(`#said-${id}`))
  })

  it('a session is gone for good once two say so, and back with one tap', async () => {
    const id = await share(`Gone, ${size}`)
    const { page } = await openTabOf(brian, { viewport })
    await open(page, `/sessions/${id}`)
    await stillOn(page).locator('summary').click()
    await button(stillOn(page), 'It is gone for good').click()
    await page.getByRole('heading', { name: 'Said to be gone for good' }).waitFor()
    expect(await stillOn(page).innerText()).toContain('That is one voice so far, so it stays in the lists.')

    const other = await openTabOf(clíona, { viewport })
    await open(other.page, `/sessions/${id}`)
    await button(stillOn(other.page), 'I say so too').click()
    await other.page.getByRole('heading', { name: 'Gone for good', exact: true }).waitFor()
    await other.page.getByText('This session has ended').waitFor()
    expect(await other.page.getByRole('heading', { name: 'Next nights' }).count()).toBe(0)

    const visitor = await openAsVisitor(id)
    expect(await stillOn(visitor).innerText()).toMatch(/Brian, .*\n+Clíona, .*\n+It counts as ended\./)
    expect((await fetchApi<{ items: { id: string }[] }>('/sessions?country=is&limit=100')).items.map(card => card.id)).not.toContain(id)

    await button(stillOn(other.page), 'It is still on').click()
    await expect.poll(() => other.page.locator('.gone').count()).toBe(0)
    await other.page.getByRole('heading', { name: 'Next nights' }).waitFor()
    expect((await fetchApi<{ items: { id: string }[] }>('/sessions?country=is&limit=100')).items.map(card => card.id)).toContain(id)
  })

  it('a review is written, changed, found helpful, answered, and withdrawn', async () => {
    const id = await share(`Reviewed, ${size}`)
    const { page, problems } = await openTabOf(brian, { viewport })
    await open(page, `/sessions/${id}`)
    await button(reviews(page), 'Write a review').click()
    await button(reviews(page), 'Publish it').click()
    await reviews(page).getByText('Choose one star to five.').waitFor()
    await giveStars(page, 4)
    await page.getByLabel('In your words').fill('Great welcome.\nRoom for one more.')
    await button(reviews(page), 'Publish it').click()
    await mine(page).getByText('Great welcome.').waitFor()
    expect(await summary(page)).toBe('4.0 out of 5 stars from one review: 1 with 4 stars.')

    await button(mine(page), 'Change it').click()
    expect(await page.getByLabel('In your words').inputValue()).toBe('Great welcome.\nRoom for one more.')
    await giveStars(page, 5)
    await button(mine(page), 'Save it').click()
    await mine(page).getByText(/changed/).waitFor()
    expect(await summary(page)).toBe('5.0 out of 5 stars from one review: 1 with 5 stars.')

    await review(clíona, id, 2, 'Too fast for me.')
    const organiser = await openTabOf(anna, { viewport })
    await open(organiser.page, `/sessions/${id}`)
    await organiser.page.getByRole('button', { name: 'Answer : the review of Clíona' }).waitFor()
    expect(await button(reviews(organiser.page), 'Write a review').count()).toBe(0)
    expect(await summary(organiser.page)).toBe('3.5 out of 5 stars from 2 reviews: 1 with 5 stars and 1 with 2 stars.')
    expect(await authors(organiser.page)).toEqual(['Clíona', 'Brian'])
    await organiser.page.getByRole('button', { name: /^Helpful.*Brian$/ }).click()
    await organiser.page.locator('.review__helpful[aria-pressed=true] b', { hasText: '1' }).waitFor()
    await organiser.page.getByRole('button', { name: /^Answer.*Clíona$/ }).click()
    await organiser.page.getByLabel('Your answer').fill('Come on a Tuesday.')
    await button(reviews(organiser.page), 'Send the answer').click()
    await reviews(organiser.page).getByText('The organiser answers').waitFor()
    expect(await organiser.page.getByRole('button', { name: /^Answer.*Clíona$/ }).count()).toBe(0)

    const visitor = await openAsVisitor(id)
    await visitor.getByText('Come on a Tuesday.').waitFor()
    await button(reviews(visitor), 'Most helpful').click()
    await expect.poll(() => authors(visitor)).toEqual(['Brian', 'Clíona'])

    await button(mine(page), 'Withdraw it').click()
    await button(mine(page), 'Yes, withdraw it').click()
    await button(reviews(page), 'Write a review').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('Reviews')
    const after = await openAsVisitor(id)
    expect(await summary(after)).toBe('2.0 out of 5 stars from one review: 1 with 2 stars.')
    expect(await authors(after)).toEqual(['Clíona'])
    expect([...problems, ...organiser.problems]).toEqual([])
  })
})

describe('whether the next night is on', () => {
  it('is asked in one tap, answered by whoever keeps the session, and then by its organiser', async () => {
    const id = await share('Asked about')
    await sendAs(clíona, 'PUT', `/me/favourites/${id}`)
    const { page } = await openTabOf(brian)
    await open(page, `/sessions/${id}`)
    await button(stillOn(page), 'Is it on this week?').click()
    await stillOn(page).getByText('You asked whether it is on tonight.').waitFor()
    await stillOn(page).getByText('Nobody has answered yet.').waitFor()

    const follower = await openTabOf(clíona)
    await open(follower.page, '/profile')
    const question = follower.page.getByRole('group', { name: 'Asked about: Is it on tonight?', exact: true }).first()
    await button(question, 'It is on').click()
    await follower.page.getByText('You said that it is on. Thank you!').waitFor()
    await (await openAsVisitor(id)).getByText('It is on tonight, says Clíona.').waitFor()

    const organiser = await openTabOf(anna, { viewport: DESK })
    await open(organiser.page, `/sessions/${id}`)
    const answer = stillOn(organiser.page).locator('.next-night-question')
    await answer.getByText('Your no calls the night off.').waitFor()
    await button(answer, 'It is not').click()
    await answer.getByText('It is not on tonight, says Anna, the organiser.').waitFor()
    await organiser.page.locator('.nights__row--cancelled').waitFor()
    await organiser.page.locator('.session__when', { hasText: /Not on (today|tonight)\. Next: tomorrow\./ }).waitFor()

    await open(page, '/profile')
    await page.getByRole('region', { name: 'What you asked' }).getByText('It is not on tonight, says Anna, the organiser.').waitFor()
  })
})

describe('two people at once', () => {
  it('both have their review, and nobody has two of them', async () => {
    const id = await share('Twice at once')
    const tabs = await Promise.all([openTabOf(brian), openTabOf(brian), openTabOf(clíona)])
    const texts = ['From the phone.', 'From the desk.', 'From somebody else.']
    await Promise.all(tabs.map(async ({ page }, n) => {
      await open(page, `/sessions/${id}`)
      await button(reviews(page), 'Write a review').click()
      await giveStars(page, 3 + n)
      await page.getByLabel('In your words').fill(texts[n]!)
    }))
    await Promise.all(tabs.map(({ page }) => button(reviews(page), 'Publish it').click()))
    await Promise.all(tabs.map(({ page }) => mine(page).locator('.review').waitFor()))
    const { rating, reviews: shown } = await fetchApi<{ rating: { count: number, histogram: number[] }, reviews: { items: { by: string, rating: number, text: string }[] } }>(`/sessions/${id}`)
    expect(shown.items.map(one => one.by).sort()).toEqual(['Brian', 'Clíona'])
    const histogram = [1, 2, 3, 4, 5].map(stars => shown.items.filter(one => one.rating === stars).length)
    expect(rating).toMatchObject({ count: 2, histogram })
    expect(texts).toContain(shown.items.find(one => one.by === 'Brian')!.text)
  })
})

describe('with a keyboard alone', () => {
  it('stars are given with the arrows, and each says how many it stands for', async () => {
    const id = await share('By keyboard')
    const { page } = await openTabOf(brian, { viewport: DESK })
    await open(page, `/sessions/${id}`)
    await tabTo(page, button(reviews(page), 'Write a review'))
    await page.keyboard.press('Enter')
    await page.locator('.star-input').waitFor()
    expect(await page.getByRole('form', { name: 'Your review' }).ariaSnapshot()).toBe(`
- form "Your review":
  - group "How was it?":
    - text: How was it?
    - radio "one star, Not for me"
    - text: one star, Not for me
    - radio "2 stars, So so"
    - text: 2 stars, So so
    - radio "3 stars, Good"
    - text: 3 stars, Good
    - radio "4 stars, Very good"
    - text: 4 stars, Very good
    - radio "5 stars, Mighty"
    - text: 5 stars, Mighty
  - text: In your words (if you like)
  - paragraph: The welcome, the tunes, the room. Others read it under your name.
  - textbox "In your words (if you like)"
  - text: Which night was it?
  - combobox "Which night was it?":
    - option "No night in particular" [selected]
    - option "Tonight"
  - paragraph:
    - button "Publish it"
    - button "Never mind"
`.trim())
    await tabTo(page, page.getByRole('radio', { name: /^one star/ }))
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key)
    expect(await page.getByRole('radio', { name: '3 stars, Good' }).isChecked()).toBe(true)
    expect(await page.locator('label:has(:focus-visible)').evaluate(label => getComputedStyle(label).outlineStyle)).toBe('solid')
    await page.keyboard.press('Tab')
    await page.keyboard.type('With the keys.')
    await tabTo(page, button(reviews(page), 'Publish it'))
    await page.keyboard.press('Enter')
    await mine(page).getByText('With the keys.').waitFor()
    expect(await page.locator(':focus').innerText()).toBe('Reviews')
    expect(await mine(page).getByRole('article').ariaSnapshot()).toContain('3 out of 5 stars')
  })
})

describe('what people say', () => {
  it('is accessible at every step, and keeps to the policy', { timeout: 90_000 }, async () => {
    const id = await share('Looked at')
    await review(clíona, id, 2, 'Too fast for me.')
    await sendAs(anna, 'PUT', `/sessions/${id}/reviews/1/answer`, { text: 'Come on a Tuesday.' })
    const { page, problems } = await openTabOf(brian)
    const violations = await watchViolations(page)
    await open(page, `/sessions/${id}`)
    await button(stillOn(page), 'It is on').click()
    await stillOn(page).getByText('You said so.').waitFor()
    await button(stillOn(page), 'Is it on this week?').click()
    await stillOn(page).getByText('You asked').waitFor()
    await stillOn(page).locator('summary').click()
    await button(reviews(page), 'Write a review').click()
    await button(reviews(page), 'Publish it').click()
    await reviews(page).getByText('Choose one star to five.').waitFor()
    await expectAccessible(page, 'a review with something missing')
    await giveStars(page, 1)
    await button(reviews(page), 'Publish it').click()
    await button(mine(page), 'Withdraw it').click()
    await button(stillOn(page), 'It is gone for good').click()
    await page.locator('.gone').waitFor()
    await expectAccessible(page, 'all that somebody said')

    const organiser = await openTabOf(anna)
    await open(organiser.page, `/sessions/${id}`)
    await organiser.page.getByRole('button', { name: /^Answer.*Brian$/ }).click()
    await organiser.page.getByLabel('Your answer').waitFor()
    await expectAccessible(organiser.page, 'what its organiser is asked')
    await open(organiser.page, '/profile')
    await organiser.page.locator('.prompts').first().waitFor()
    await expectAccessible(organiser.page, 'the profile of an organiser')
    await open(page, '/profile')
    await page.getByRole('heading', { name: 'What you asked' }).waitFor()
    await expectAccessible(page, 'the profile of who asked')
    expect([...problems, ...organiser.problems]).toEqual([])
    expect(violations).toEqual([])
  })
})
