import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url).pathname

// The policy by which Vue writes markup lets any text through, so the browser would not refuse these.
it('no text becomes markup', () => {
  const written = globSync('app/**/*.{vue,ts}', { cwd: root }).filter(path => /v-html|innerHTML|outerHTML|insertAdjacentHTML|srcdoc|document\.write/.test(readFileSync(root + path, 'utf8')))
  expect(written).toEqual([])
})
