import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import pages from '../../public/pages.json'

const root = new URL('../../app/pages/', import.meta.url).pathname

it('every page of the app is in pages.json, once, and nothing else is', () => {
  const files = globSync('**/*.vue', { cwd: root }).map(file => `/${file.replace(/\.vue$/, '').replace(/(^|\/)index$/, '')}`)
  const listed = [...pages.generated, ...pages.generatedWithData, ...pages.renderedInBrowser]

  expect(listed.sort()).toEqual(files.sort())
})
