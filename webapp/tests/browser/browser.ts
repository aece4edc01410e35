import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }
export const ENNIS = { latitude: 52.8436, longitude: -8.9864 }

export const address = (path: string) => new URL(path, process.env.SERVER).href

export interface Card {
  id: string
  name: string | null
  venue: { id: string, name: string, town: string | null, county: string | null }
}

/** What the API itself says, to compare the screen with. */
export async function ask<T>(path: string): Promise<T> {
  const response = await fetch(address(`/v1${path}`))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return (await response.json()) as T
}

let browser: Browser
const contexts: BrowserContext[] = []

export function useBrowser() {
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
    if (!existsSync(executablePath)) throw new Error(`No browser at ${executablePath}: install chromium, or say where it is in CHROMIUM`)
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
  /** Everything that the console and the page complained about. */
  complaints: string[]
  /** Every address that was asked for. */
  requests: string[]
}

export async function openTab(options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'en-IE', timezoneId: 'Europe/Dublin', ...options })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const tab: Tab = { page, complaints: [], requests: [] }
  page.on('console', message => ['error', 'warning'].includes(message.type()) && tab.complaints.push(message.text()))
  page.on('pageerror', trouble => tab.complaints.push(String(trouble)))
  page.on('request', request => tab.requests.push(`${request.url()} ${request.postData() ?? ''}`))
  return tab
}

/** Goes there, and waits until the page is taken over and has its answers. */
export async function go(page: Page, path: string) {
  await page.goto(address(path), { waitUntil: 'networkidle' })
}

export async function cards(page: Page): Promise<string[]> {
  return (await page.locator('.card__title').allInnerTexts()).map(text => text.trim())
}

/** Waits for a list that answers the question in the address, not the one before. */
export async function waitForCards(page: Page, least = 1) {
  await expect.poll(() => page.locator('.home__old').count().then(old => (old ? 0 : page.locator('.card').count())), { timeout: 10_000 }).toBeGreaterThanOrEqual(least)
}
