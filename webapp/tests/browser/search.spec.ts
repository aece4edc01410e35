import { describe, expect, it } from 'vitest'
import { address, cardTitles, ENNIS, fetchApi, isLoading, open, openTab, PHONE, useBrowser, waitForCards, type Card } from './browser'

useBrowser()

interface List {
  items: Card[]
  next: string | null
}

describe('the home page', () => {
  it('has sessions in its HTML, without a script', async () => {
    const { page } = await openTab({ javaScriptEnabled: false })
    await page.goto(address('/'))
    expect(await page.locator('h1').innerText()).not.toBe('')
    expect(await page.locator('.card').count()).toBeGreaterThan(0)
    expect(await page.locator('h2').first().innerText()).toMatch(/^Tonight in Ireland/)
  })

  it('shows tonight in Ireland, in the order of the API', async () => {
    const { page } = await openTab()
    await open(page, '/')
    const { items } = await fetchApi<List>('/sessions?on=tonight&island=ireland')
    await expect.poll(() => cardTitles(page)).toEqual(items.map(one => one.name ?? one.venue.name))
    expect(await page.locator('.card__date').allInnerTexts()).toSatisfy((dates: string[]) => dates.every(date => date === 'Tonight' || date === 'Today'))
  })

  it('marks samples as such', async () => {
    const { page } = await openTab()
    await open(page, '/?county=clare&night=any')
    await waitForCards(page)
    expect(await page.locator('.card .sample-badge').count()).toBe(await page.locator('.card').count())
    expect(await page.locator('footer').innerText()).toContain('What is marked “Sample” is invented.')
  })

  it('has no link to what does not exist yet', async () => {
    const { page } = await openTab()
    await open(page, '/')
    const text = await page.locator('body').innerText()
    for (const missing of ['Gaeilge', 'Calendar', 'Review']) expect(text).not.toContain(missing)
  })
})

describe('search while typing', () => {
  it('finds with and without fadas, and does not search for every letter', async () => {
    const { items } = await fetchApi<List>('/sessions?limit=100')
    const one = items.find(item => /[áéíóú]/i.test(item.venue.name))!
    const plain = one.venue.name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    for (const typed of [one.venue.name, plain, plain.slice(0, -1)]) {
      const { page, requests } = await openTab()
      await open(page, '/')
      await page.getByRole('searchbox').pressSequentially(typed, { delay: 15 })
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(typed)
      await expect.poll(() => page.locator('.card').allInnerTexts().then(all => all.some(text => text.includes(one.venue.name)))).toBe(true)
      expect(requests.filter(url => url.includes('/v1/sessions?') && url.includes('q=')).length).toBeLessThan(typed.length)
    }
  })

  it('is left with one step back', async () => {
    const { page } = await openTab()
    await open(page, '/?county=clare')
    await page.getByRole('searchbox').pressSequentially('ennis', { delay: 300 })
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('ennis')
    await page.goBack()
    await expect.poll(() => new URL(page.url()).search).toBe('?county=clare')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('says when nothing is found, and suggests what to try', async () => {
    const { page } = await openTab()
    await open(page, '/?q=qqqqzzzz')
    await page.getByRole('heading', { name: 'Not a note, that we know of' }).waitFor()
    await page.getByRole('button', { name: 'Clear the search' }).last().click()
    await waitForCards(page)
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('near me', () => {
  it('finds the sessions around the position, and does not send it', async () => {
    const { page, requests, problems } = await openTab({ geolocation: ENNIS, permissions: ['geolocation'] })
    await open(page, '/?night=any')
    await page.getByRole('button', { name: 'Near me' }).click()
    await expect.poll(() => page.locator('#list-heading').innerText()).toMatch(/^Any day near /)
    await expect.poll(() => page.locator('.result-heading__count').innerText()).toMatch(/within 25 km$/)
    await waitForCards(page)
    const [count] = /\d+|One/.exec(await page.locator('.result-heading__count').innerText())!
    expect(count === 'One' ? 1 : Number(count)).toBeGreaterThan(0)
    const distances = (await page.locator('.card__location').allInnerTexts()).map(text => /([\d.]+)\s(k?m)$/.exec(text)!).map(([, n, unit]) => Number(n) / (unit === 'm' ? 1000 : 1))
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    expect(Math.max(...distances)).toBeLessThanOrEqual(25)
    expect(new URL(page.url()).searchParams.get('near')).toBe('me')
    expect(requests.some(url => /\/v1\/areas\/\w{3}\?/.test(url))).toBe(true)
    for (const url of requests) expect(url).not.toMatch(/52\.8|-8\.9|near=\d/)
    expect(problems).toEqual([])
  })

  it('finds the same sessions as the API', async () => {
    const { items } = await fetchApi<List>(`/sessions?near=${ENNIS.latitude},${ENNIS.longitude}&radiusKm=25&limit=100`)
    const { page } = await openTab({ geolocation: ENNIS, permissions: ['geolocation'] })
    await open(page, '/?near=me&night=any')
    await waitForCards(page, Math.min(20, items.length))
    await expect.poll(() => page.locator('.result-heading__count').innerText()).toBe(items.length === 1 ? 'One session within 25 km' : `${items.length} sessions within 25 km`)
  })

  it('offers the counties when the visitor denies the position', async () => {
    const { page } = await openTab({ permissions: [] })
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (_found, refused) => refused?.({ code: 1, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as GeolocationPositionError)
    })
    await open(page, '/')
    await page.getByRole('button', { name: 'Near me' }).click()
    await page.getByRole('heading', { name: 'No bother, we won’t ask where you are' }).waitFor()
    await page.getByLabel('Choose a county').selectOption('clare')
    await expect.poll(() => page.locator('#list-heading').innerText()).toMatch(/ in Clare$/)
    expect(new URL(page.url()).search).toBe('?county=clare')
  })

  it.each([[2, 'Your phone does not know where it is'], [3, 'Your phone is taking its time']])('says why there is no position (error %i)', async (code, heading) => {
    const { page } = await openTab()
    await page.addInitScript((n) => {
      navigator.geolocation.getCurrentPosition = (_found, refused) => refused?.({ code: n, message: '', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as GeolocationPositionError)
    }, code)
    await open(page, '/')
    await page.getByRole('button', { name: 'Near me' }).click()
    await page.getByRole('heading', { name: heading }).waitFor()
    expect(await page.getByRole('button', { name: 'Try once more' }).count()).toBe(1)
  })

  it('does not ask for the position because a link says so', async () => {
    const { page } = await openTab()
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = () => {
        document.title = 'asked'
      }
    })
    await open(page, '/?near=me')
    await page.getByRole('button', { name: 'Look near me' }).waitFor()
    expect(await page.title()).not.toBe('asked')
  })
})

describe('the night picker', () => {
  it('chooses a night and puts it into the address', async () => {
    const { page } = await openTab()
    await open(page, '/')
    const row = page.locator('.night-picker__night')
    expect(await row.count()).toBe(8)
    await row.nth(3).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('night')).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await row.nth(3).getAttribute('aria-pressed')).toBe('true')
    await waitForCards(page)
    await page.getByRole('button', { name: /^This week/ }).click()
    await expect.poll(() => page.locator('#list-heading').innerText()).toBe('This week in Ireland')
    await expect.poll(() => page.locator('.session-list__heading').first().innerText()).toMatch(/^(Tonight|Tomorrow|\w+day), /)
    await page.getByRole('button', { name: 'Any day', exact: true }).click()
    await expect.poll(() => page.locator('#list-heading').innerText()).toBe('Any day in Ireland')
    await page.goBack()
    await expect.poll(() => page.locator('#list-heading').innerText()).toBe('This week in Ireland')
  })
})

describe('filters', () => {
  it('are kept in the address and survive a reload', async () => {
    const { page } = await openTab()
    await open(page, '/?night=any')
    await page.getByLabel('Where').selectOption({ label: 'Galway' })
    await expect.poll(() => page.locator('#list-heading').innerText()).toBe('Any day in Galway')
    await page.getByLabel('Pace').selectOption('STEADY')
    await expect.poll(() => new URL(page.url()).search).toBe('?county=galway&night=any&pace=STEADY')
    await expect.poll(() => isLoading(page)).toBe(false)
    const before = await cardTitles(page)
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('#list-heading').innerText()).toBe('Any day in Galway')
    await expect.poll(() => cardTitles(page)).toEqual(before)
    expect(await page.getByLabel('Pace').inputValue()).toBe('STEADY')
    const { items } = await fetchApi<List>('/sessions?county=galway&pace=STEADY')
    expect(before).toEqual(items.map(one => one.name ?? one.venue.name))
  })
})

describe('paging', () => {
  it('keeps its place when the visitor comes back from a session', async () => {
    const { page } = await openTab({ viewport: PHONE })
    await open(page, '/?night=any')
    await waitForCards(page, 20)
    await page.getByRole('button', { name: 'More sessions' }).click()
    await waitForCards(page, 40)
    const all = await cardTitles(page)
    expect(new Set(await page.locator('.card__title a').evaluateAll(links => links.map(link => link.getAttribute('href')))).size).toBe(all.length)
    const one = page.locator('.card__title a').nth(30)
    await one.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    await one.click()
    await page.getByRole('heading', { level: 2, name: 'Is it still on?' }).waitFor()
    await page.goBack()
    await waitForCards(page, 40)
    expect(await cardTitles(page)).toEqual(all)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before - 5)
    expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(5)
  })
})
