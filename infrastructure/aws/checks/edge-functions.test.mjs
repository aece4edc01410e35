import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { application, fact, pathOf } from '../lib/templates.mjs'

const { CacheBehaviors } = application.Resources.Distribution.Properties.DistributionConfig

/** The handler of a function at the edge, and the origins that it chose. */
function edge(id) {
  const { FunctionCode } = application.Resources[id].Properties
  const chosen = []
  const cf = { selectRequestOriginById: (origin) => chosen.push(origin) }
  const body = FunctionCode.replace(/^import cf from 'cloudfront'\n/, '')
  return { handler: new Function('cf', `'use strict'\n${body}\nreturn handler`)(cf), chosen }
}

/** The origin that CloudFront and its function choose. */
function originOf(method, path) {
  const matches = ({ PathPattern }) => new RegExp(`^${PathPattern.replaceAll('*', '.*')}$`).test(path)
  const behaviour = CacheBehaviors.find(matches)
  assert.ok(behaviour, path)
  const functions = behaviour.FunctionAssociations ?? []
  const { handler, chosen } = edge('ApiRouting')
  for (const { FunctionARN } of functions) {
    assert.deepEqual(FunctionARN, { 'Fn::GetAtt': ['ApiRouting', 'FunctionARN'] })
    handler({ request: { method, uri: path, headers: {}, querystring: {} } })
  }
  return chosen[0] ?? behaviour.TargetOriginId
}

for (const { function: api, method, path } of fact('routes')) {
  test(`${method} ${path} is answered by the ${api} API`, () => {
    const example = path.replace(/\{\w+\}/g, 'me-or-any')
    assert.equal(originOf(method, example), api)
    if (api === 'public') {
      assert.equal(originOf('HEAD', example), api)
      assert.equal(originOf('OPTIONS', example), api)
    }
  })
}

const page = (uri, querystring = {}) => edge('PageRouting').handler({ request: { method: 'GET', uri, querystring, headers: {} } })
const pages = JSON.parse(readFileSync(pathOf('../../webapp/public/pages.json'), 'utf8'))
const example = (route) => route.replace(/\[\w+\]/g, '0123456789abcdef')

// The addresses are those of WebSiteTest, where the content comes from the API.
test('every page of the app has a clean address', () => {
  for (const route of pages.generated) assert.equal(page(example(route)).uri, `${route}/index.html`)
  for (const route of [...pages.generatedWithData, ...pages.renderedInBrowser]) {
    assert.equal(page(example(route)).uri, '/200.html', route)
  }
})

test('the list of pages at the edge is that of the app', () => {
  const { FunctionCode } = application.Resources.PageRouting.Properties
  const listed = (name) => FunctionCode.match(new RegExp(`const ${name} = \\[([^;]*?)\\]\n`))[1].match(/'[^']+'/g).map((one) => one.slice(1, -1))
  assert.deepEqual(listed('GENERATED').sort(), [...pages.generated].sort())
  assert.deepEqual(listed('IN_BROWSER').sort(), [...pages.generatedWithData, ...pages.renderedInBrowser].sort())
})

// Here the edge differs from WebSite, which has the files at hand: it does not know the counties, and the app says so itself.
test('a county that is not there is for the app to tell', () => {
  assert.equal(page('/counties/nowhere').uri, '/200.html')
})

test('every file that comes with the app is served, but for the list of pages', () => {
  const files = readdirSync(pathOf('../../webapp/public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `/${relative(pathOf('../../webapp/public'), join(parentPath, name))}`)
  assert.deepEqual(files.filter((uri) => page(uri).uri !== uri), ['/pages.json'])
})

for (const uri of ['/nowhere', '/sessions', '/sessions/a/b', '/sessions//', '/200', '/404', '//about', '/counties/clare/x']) {
  test(`${uri} is missing, and the page that says so says 404`, () => {
    const request = page(uri)
    assert.equal(request.uri, '/404.html')
    const response = edge('PageStatus').handler({ request, response: { statusCode: 200, statusDescription: 'OK' } })
    assert.deepEqual(response, { statusCode: 404, statusDescription: 'Not Found' })
  })
}

for (const uri of ['/_nuxt/entry.abc123.js', '/_nuxt/builds/latest.json', '/_nuxt/gone', '/fonts/besley.woff2', '/robots.txt', '/nothing.js', '/.env']) {
  test(`${uri} is a file, and no page stands in for it`, () => {
    assert.equal(page(uri).uri, uri)
  })
}

for (const uri of ['/200.html', '/404.html', '/about/index.html', '/pages.json', '/deployments/2026-11-26.json']) {
  test(`${uri} is in the bucket, and not for visitors`, () => {
    assert.equal(page(uri).uri, '/404.html')
  })
}

test('a slash at the end leads to the address without it, with the query as it was', () => {
  const day = { day: { value: 'MONDAY' }, q: { value: 'a%20b', multiValue: [{ value: 'a%20b' }, { value: 'c' }] }, bare: { value: '' } }
  const answer = page('/counties/clare/', day)
  assert.equal(answer.statusCode, 308)
  assert.equal(answer.headers.location.value, '/counties/clare?day=MONDAY&q=a%20b&q=c&bare')
  assert.equal(page('/about/').headers.location.value, '/about')
})

for (const uri of ['//evil.example/', '//evil.example//', '/%2F/evil.example/', '/nowhere/']) {
  test(`${uri} leads to no other host`, () => {
    assert.equal(page(uri).uri, '/404.html')
  })
}

test('a page that is there keeps its status', () => {
  const response = { statusCode: 200, statusDescription: 'OK' }
  assert.deepEqual(edge('PageStatus').handler({ request: { uri: '/200.html' }, response }), response)
})

test('a function at the edge is as small as CloudFront wants it', () => {
  for (const id of ['ApiRouting', 'PageRouting', 'PageStatus']) {
    assert.ok(Buffer.byteLength(application.Resources[id].Properties.FunctionCode) <= 10 * 1024, id)
  }
})
