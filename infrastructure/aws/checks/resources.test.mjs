import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parameterSets } from '../lib/environments.mjs'
import { resourcesOf } from '../lib/resources.mjs'
import { pathOf, resolvedBy, transformed } from '../lib/templates.mjs'

const expected = JSON.parse(readFileSync(pathOf('checks/resources.json'), 'utf8'))

function expectedOf(name) {
  const { from, adds, lacks } = expected[name]
  const others = from === undefined ? [] : expectedOf(from).filter((one) => !lacks.includes(one))
  return [...others, ...adds].sort()
}

for (const [name, template] of resolvedBy(transformed)) {
  test(`exactly these resources are made: ${name}`, () => {
    assert.deepEqual(resourcesOf(template), expectedOf(name), 'if this is meant: npm run resources, and look at what it changes')
  })
}

test('every set of parameters is expected, and no other', () => {
  assert.deepEqual(Object.keys(expected), Object.keys(parameterSets))
})

// CloudFormation takes 500.
test('no stack comes near the most that CloudFormation makes', () => {
  for (const [name, template] of resolvedBy(transformed)) assert.ok(Object.keys(template.Resources).length < 400, name)
})
