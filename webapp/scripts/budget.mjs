// Prints what the front page loads on a first view, compressed, and fails when that is too much.
// It asks a browser, not the build. What comes after the page stands (axios, the next page) is told apart.
import { createServer } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const KB = 1000
const BUDGET = { script: 115 * KB, stylesheet: 10 * KB }
const pages = new URL('../.output/public', import.meta.url).pathname
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }

if (!existsSync(join(pages, 'index.html'))) {
  console.error('There are no pages yet: run `npm run generate` first.')
  process.exit(1)
}

const server = createServer((request, response) => {
  const path = join(pages, normalize(new URL(request.url, 'http://page').pathname))
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path
  if (!existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
})
await new Promise(ready => server.listen(0, '127.0.0.1', ready))

const bytesOf = files => files.reduce((sum, file) => sum + file.bytes, 0)
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const loaded = []
let tooMuch = false
try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind in BUDGET && response.ok()) loaded.push(response.body().then(body => ({ kind, name: new URL(response.url()).pathname, bytes: gzipSync(body, { level: 9 }).length, late: !first.has(new URL(response.url()).pathname) })))
  })
  const first = new Set(readFileSync(join(pages, 'index.html'), 'utf8').match(/\/_nuxt\/[\w.-]+\.(?:js|css)/g))
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' })
  const files = await Promise.all(loaded)
  for (const [kind, most] of Object.entries(BUDGET)) {
    const ours = files.filter(file => file.kind === kind).sort((a, b) => b.bytes - a.bytes)
    const sum = bytesOf(ours.filter(file => !file.late))
    console.log(`${kind}: ${sum} bytes of ${most}, and ${bytesOf(ours.filter(file => file.late))} late`)
    for (const file of ours) console.log(`  ${String(file.bytes).padStart(7)}  ${file.name}${file.late ? ' (late)' : ''}`)
    tooMuch ||= sum > most || ours.length === 0
  }
}
finally {
  await browser.close()
  server.close()
}
if (tooMuch) {
  console.error('The front page is over its budget.')
  process.exit(1)
}
