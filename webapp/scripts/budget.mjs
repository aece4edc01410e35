// Prints the compressed size of what a browser loads for the home page, and fails if it is over the budget.
// Files that the HTML does not name, such as axios, are loaded after the page is shown: they are listed as late.
import { createServer } from 'node:http'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'

const KB = 1000
const BUDGET = { script: 115 * KB, stylesheet: 10 * KB }
// What only the scripts of signing in ask for: whoever only reads must not load them.
const SIGN_IN = '/auth/token'
const pages = new URL('../.output/public', import.meta.url).pathname
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }

if (!existsSync(join(pages, 'index.html'))) {
  console.error('There are no generated pages: run `npm run generate` first.')
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
let overBudget = false
try {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind in BUDGET && response.ok()) loaded.push(response.body().then(body => ({ kind, name: new URL(response.url()).pathname, bytes: gzipSync(body, { level: 9 }).length, late: !first.has(new URL(response.url()).pathname) })))
  })
  const first = new Set(readFileSync(join(pages, 'index.html'), 'utf8').match(/\/_nuxt\/[\w.-]+\.(?:js|css)/g))
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' })
  const files = await Promise.all(loaded)
  for (const [kind, budget] of Object.entries(BUDGET)) {
    const ofKind = files.filter(file => file.kind === kind).sort((a, b) => b.bytes - a.bytes)
    const sum = bytesOf(ofKind.filter(file => !file.late))
    console.log(`${kind}: ${sum} bytes of ${budget}, and ${bytesOf(ofKind.filter(file => file.late))} late`)
    for (const file of ofKind) console.log(`  ${String(file.bytes).padStart(7)}  ${file.name}${file.late ? ' (late)' : ''}`)
    overBudget ||= sum > budget || ofKind.length === 0
  }
  for (const { name } of files.filter(file => file.kind === 'script')) {
    if (!readFileSync(join(pages, name), 'utf8').includes(SIGN_IN)) continue
    console.error(`The home page loads what signing in takes: ${name}`)
    overBudget = true
  }
}
finally {
  await browser.close()
  server.close()
}
if (overBudget) {
  console.error('The home page is over its budget.')
  process.exit(1)
}
