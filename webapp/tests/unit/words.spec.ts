import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Words = string | Words[] | { [key: string]: Words }

const root = new URL('../../', import.meta.url).pathname
const read = (path: string) => readFileSync(root + path, 'utf8')
const en = JSON.parse(read('i18n/locales/en.json')) as Words
const sources = globSync('app/**/*.{vue,ts}', { cwd: root }).filter(path => !path.endsWith('.d.ts')).map(path => ({ path, text: read(path) }))

function keysOf(words: Words, path = ''): string[] {
  if (typeof words === 'string' || Array.isArray(words)) return [path]
  return Object.entries(words).flatMap(([key, value]) => keysOf(value, path ? `${path}.${key}` : key))
}

const keys = new Set(keysOf(en))
const used = sources.flatMap(({ path, text }) => [...text.matchAll(/\b\$?t[m]?\(\s*'([\w.]+)'/g)].map(match => ({ path, key: match[1]! })))
const built = sources.flatMap(({ path, text }) => [...text.matchAll(/\b\$?t\(\s*`([\w.]+)\.\$\{/g)].map(match => ({ path, prefix: match[1]! })))
const quoted = sources.flatMap(({ text }) => [...text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map(match => match[1]!))

describe('words', () => {
  it.each(used)('$key, said in $path, are there', ({ key }) => {
    expect(keys).toContain(key)
  })

  it.each(built)('$prefix.*, said in $path, are there', ({ prefix }) => {
    expect([...keys].some(key => key.startsWith(`${prefix}.`))).toBe(true)
  })

  it('stand for every value that the API may give', () => {
    const schemas = (JSON.parse(read('../adapters-lambda/src/main/resources/ie/tradsessions/adapters/lambda/openapi.json')) as { components: { schemas: Record<string, { enum?: string[] }> } }).components.schemas
    const said = { counties: 'County', days: 'Day', ordinal: 'Ordinal', admission: 'Admission', admissionLong: 'Admission', pace: 'Pace', paceLong: 'Pace', leadership: 'Leadership', focus: 'Focus', dances: 'Dance', instruments: 'Instrument' }
    for (const [prefix, schema] of Object.entries(said)) {
      expect([...keys].filter(key => key.startsWith(`${prefix}.`)).map(key => key.slice(prefix.length + 1)).sort(), schema).toEqual([...schemas[schema]!.enum!].sort())
    }
  })

  it('are all said somewhere', () => {
    const said = new Set([...used.map(one => one.key), ...quoted])
    const prefixes = built.map(one => `${one.prefix}.`)
    expect([...keys].filter(key => !said.has(key) && !prefixes.some(prefix => key.startsWith(prefix)))).toEqual([])
  })

  it('greet with a dozen lines and more, none of them twice, none too long for the sign', () => {
    const lines = (en as { greetings: string[] }).greetings
    expect(lines.length).toBeGreaterThanOrEqual(12)
    expect(new Set(lines).size).toBe(lines.length)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(48)
  })

  it('are not written into templates', () => {
    for (const { path, text } of sources.filter(source => source.path.endsWith('.vue'))) {
      const template = /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? ''
      const bare = template.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\{\{[\s\S]*?\}\}/g, '').replaceAll(/<(?:"[^"]*"|'[^']*'|[^>"'])*>/g, '')
      expect(bare.match(/\p{L}{2,}/u)?.[0], path).toBeUndefined()
    }
  })
})
