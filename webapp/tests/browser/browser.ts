import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }
export const SIZES = [['phone', PHONE], ['desk', DESK]] as const
export const ENNIS = { latitude: 52.8436, longitude: -8.9864 }

export const address = (path: string) => new URL(path, process.env.SERVER).href

export interface Card {
  id: string
  name: string | null
  venue: { id: string, name: string, town: string | null, county: string | null }
}

/** The answer of the API itself, to compare the page with. */
export async function fetchApi<T>(path: string): Promise<T> {
  const response = await fetch(address(`/v1${path}`))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

let browser: Browser
const contexts: BrowserContext[] = []

export function useBrowser() {
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
    if (!existsSync(executablePath)) throw new Error(`No browser at ${executablePath}: install Chromium, or set CHROMIUM to its path`)
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    })
  })
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(context => context.close()))
  })
  afterAll(() => browser?.close())
}

export interface Tab {
  page: Page
  /** All errors and warnings of the console and the page. */
  problems: string[]
  /** The address and the body of every request. */
  requests: string[]
}

export async function openTab(options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-IE', timezoneId: 'Europe/Dublin', ...options })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const tab: Tab = { page, problems: [], requests: [] }
  // Whether a font is used in time is up to how busy the machine is.
  page.on('console', message => ['error', 'warning'].includes(message.type()) && !message.text().includes('preloaded using link preload but not used') && tab.problems.push(message.text()))
  page.on('pageerror', error => tab.problems.push(String(error)))
  page.on('request', request => tab.requests.push(`${request.url()} ${request.postData() ?? ''}`))
  return tab
}

/** Opens a page and waits until it is hydrated and has loaded its data. */
export async function open(page: Page, path: string) {
  await page.goto(address(path), { waitUntil: 'networkidle' })
}

/** The titles of the cards on the page. */
export async function cardTitles(page: Page): Promise<string[]> {
  return (await page.locator('.card__title').allInnerTexts()).map(text => text.trim())
}

/** Waits until the list is the answer to the current search, with at least so many cards. */
export async function waitForCards(page: Page, min = 1) {
  await expect.poll(async () => ((await isLoading(page)) ? 0 : page.locator('.card').count())).toBeGreaterThanOrEqual(min)
}

/** Whether the list is still loading; it may show the sessions of the last search meanwhile. */
export async function isLoading(page: Page): Promise<boolean> {
  return (await page.locator('.session-results[aria-busy=true]').count()) > 0
}

export interface Violation {
  directive: string
  blocked: string
  source: string
}

/** Collects what the policy forbids on the page, from its first script on. */
export async function watchViolations(page: Page): Promise<Violation[]> {
  const violations: Violation[] = []
  await page.exposeFunction('reportViolation', (violation: Violation) => violations.push(violation))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      void (window as unknown as { reportViolation: (violation: Violation) => void }).reportViolation({ directive: effectiveDirective, blocked: `${blockedURI} ${sample}`, source: `${sourceFile}:${lineNumber}` })
    })
  })
  return violations
}

/** The rules whose outcome differs with the width and the colour scheme. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']

/** Each rule that the page breaks, with the elements that break it. */
export async function accessibilityViolations(page: Page, { looksOnly = false } = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (looksOnly ? axe.withRules(RULES_OF_LOOKS) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze()
  return violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.html).join('\n')}`)
}

/**
 * One look after the other: the page is loaded once. A light phone and a dark desk have all colours and both layouts in
 * them; the long run looks at all four.
 */
export async function expectAccessible(page: Page, what: string) {
  for (const [size, viewport] of SIZES) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      if (!process.env.FULL && (viewport === PHONE) !== (colorScheme === 'light')) continue
      await page.emulateMedia({ colorScheme })
      const where = [what, size, colorScheme]
      expect([...where, ...await accessibilityViolations(page, { looksOnly: viewport !== PHONE || colorScheme !== 'light' })]).toEqual(where)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what} ${size}`).toBeLessThanOrEqual(viewport.width)
  }
}

export const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true })

/** Presses Tab until the control has the focus, as somebody does who looks at the page. */
export async function tabTo(page: Page, control: Locator) {
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(control)}`)
}
