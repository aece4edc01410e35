import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { application, pathOf, transformed } from '../lib/templates.mjs'

const isOfSam = ({ Type }) => Type.startsWith('AWS::Serverless::')

test('application.yaml is as it was when it was transformed', () => {
  const hash = createHash('sha256').update(readFileSync(pathOf('application.yaml'))).digest('hex')
  assert.equal(
    transformed.Metadata.TradSessions.source,
    hash,
    'application.yaml has changed since it was transformed: run infrastructure/aws/check --transform (needs SAM CLI from PyPI)',
  )
})

// So that only the expansion of the functions is taken on trust.
test('everything but the functions is the same in both', () => {
  const others = Object.entries(application.Resources).filter(([, resource]) => !isOfSam(resource))
  for (const [id, resource] of others) {
    assert.deepEqual(transformed.Resources[id], named(resource), id)
  }
  for (const part of ['Parameters', 'Rules', 'Conditions', 'Outputs']) {
    assert.deepEqual(transformed[part], application[part], part)
  }
})

test('what is new belongs to a function', () => {
  const functions = Object.entries(application.Resources).filter(([, resource]) => isOfSam(resource)).map(([id]) => id)
  const added = Object.keys(transformed.Resources).filter((id) => !(id in application.Resources))
  const known = added.filter((id) => id === 'ServerlessDeploymentApplication' || functions.some((name) => id.startsWith(name)))
  assert.deepEqual(added, known)
})

/** `!Ref PublicFunction.Alias` by the name of what SAM makes. */
function named(value) {
  if (Array.isArray(value)) return value.map(named)
  if (value === null || typeof value !== 'object') return value
  const [, owner, what] = /^(\w+)\.(Alias|Version)$/.exec(value.Ref ?? '') ?? []
  if (owner === undefined) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)]))
  const name = Object.keys(transformed.Resources).find((id) => id.startsWith(`${owner}${what}`))
  return { Ref: name }
}
