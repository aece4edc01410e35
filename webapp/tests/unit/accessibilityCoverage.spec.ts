import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const components = globSync('app/components/**/*.vue', { cwd: root })
const tests = readFileSync(`${root}tests/nuxt/accessibility.spec.ts`, 'utf8')

describe('every component has an accessibility test', () => {
  it.each(components)('%s', (path) => {
    expect(tests).toContain(`/${path.replace('app/components/', '')}'`)
    expect(tests).toMatch(new RegExp(`\\['${basename(path, '.vue')}'`))
  })

  it('finds the components', () => {
    expect(components.length).toBeGreaterThan(20)
  })
})
