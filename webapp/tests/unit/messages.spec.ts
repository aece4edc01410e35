import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Messages = string | Messages[] | { [key: string]: Messages }

const root = new URL('../../', import.meta.url).pathname
const read = (path: string) => readFileSync(root + path, 'utf8')
const en = JSON.parse(read('i18n/locales/en.json')) as Messages
// What most visitors never see is in files of their own.
const all = globSync('i18n/*/en.json', { cwd: root }).map(path => JSON.parse(read(path)) as Messages)
const sources = globSync('app/**/*.{vue,ts}', { cwd: root }).filter(path => !path.endsWith('.d.ts')).map(path => ({ path, text: read(path) }))

function keysOf(messages: Messages, path = ''): string[] {
  if (typeof messages === 'string' || Array.isArray(messages)) return [path]
  return Object.entries(messages).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key))
}

const keys = new Set(all.flatMap(messages => keysOf(messages)))
const used = sources.flatMap(({ path, text }) => [...text.matchAll(/\b\$?t[m]?\(\s*'([\w.]+)'/g)].map(match => ({ path, key: match[1]! })))
const usedPrefixes = sources.flatMap(({ path, text }) => [...text.matchAll(/\b\$?t\(\s*`([\w.]+)\.\$\{/g)].map(match => ({ path, prefix: match[1]! })))
// The values of the API are in capitals; beside them may stand other texts.
const isValue = (name: string) => /^[A-Z]/.test(name)
const quoted = sources.flatMap(({ text }) => [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map(match => match[1]!))

describe('the messages', () => {
  it.each(used)('include $key, which $path uses', ({ key }) => {
    expect(keys).toContain(key)
  })

  it.each(usedPrefixes)('include $prefix.*, which $path uses', ({ prefix }) => {
    expect([...keys].some(key => key.startsWith(`${prefix}.`))).toBe(true)
  })

  it('exist for every value that the API may give', () => {
    const schemas = (JSON.parse(read('../adapters-lambda/src/main/resources/ie/tradsessions/adapters/lambda/openapi.json')) as { components: { schemas: Record<string, { enum?: string[] }> } }).components.schemas
    const enums = { counties: 'County', days: 'Day', ordinal: 'Ordinal', admission: 'Admission', admissionLong: 'Admission', pace: 'Pace', paceLong: 'Pace', leadership: 'Leadership', focus: 'Focus', dances: 'Dance', instruments: 'Instrument', reasons: 'Reason', decisions: 'DecisionName', notices: 'DecisionName', log: 'DecisionName', caseReview: 'Visibility' }
    for (const [prefix, schema] of Object.entries(enums)) {
      expect([...keys].filter(key => key.startsWith(`${prefix}.`)).map(key => key.slice(prefix.length + 1)).filter(isValue).sort(), schema).toEqual([...schemas[schema]!.enum!].sort())
    }
  })

  it('are all used', () => {
    const usedKeys = new Set([...used.map(one => one.key), ...quoted])
    const prefixes = usedPrefixes.map(one => `${one.prefix}.`)
    expect([...keys].filter(key => !usedKeys.has(key) && !prefixes.some(prefix => key.startsWith(prefix)))).toEqual([])
  })

  it('include at least twelve greetings, no duplicates, none too long for the page header', () => {
    const greetings = (en as { greetings: string[] }).greetings
    expect(greetings.length).toBeGreaterThanOrEqual(12)
    expect(new Set(greetings).size).toBe(greetings.length)
    for (const line of greetings) expect(line.length).toBeLessThanOrEqual(48)
  })

  it('are not written into the templates', () => {
    for (const { path, text } of sources.filter(source => source.path.endsWith('.vue'))) {
      const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
      const bare = template.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\{\{[\s\S]*?\}\}/g, '').replaceAll(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, '')
      expect(bare.match(/\p{L}{2,}/u)?.[0], path).toBeUndefined()
    }
  })
})
