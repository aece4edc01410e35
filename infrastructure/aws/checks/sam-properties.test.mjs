import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import { application } from '../lib/templates.mjs'

// The validator does not look into SAM's resources, and the specification lacks what SAM has learnt since.
const newer = JSON.parse(readFileSync(new URL('newer-sam-properties.json', import.meta.url), 'utf8'))
const specification = loadAwsServiceSpecSync()

function specified(type) {
  return Object.keys(specification.lookup('resource', 'cloudFormationType', 'equals', type).only().properties)
}

const used = Object.entries(application.Resources)
  .filter(([, { Type }]) => Type.startsWith('AWS::Serverless::'))
  .map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Object.keys(Properties) }))
for (const [name, Properties] of Object.entries(application.Globals)) {
  used.push({ id: 'Globals', type: `AWS::Serverless::${name}`, properties: Object.keys(Properties) })
}

for (const { id, type, properties } of used) {
  test(`SAM knows every property of ${id}`, () => {
    const known = [...specified(type), ...newer.filter((one) => one.type === type).map(({ property }) => property)]
    assert.deepEqual(properties.filter((property) => !known.includes(property)), [])
  })
}

test('what is newer than the specification is used, is not in it yet, and has its reason', () => {
  for (const { type, property, since, reason } of newer) {
    assert.ok(since && reason, property)
    assert.ok(!specified(type).includes(property), `${property} is in the specification now`)
    assert.ok(used.some((one) => one.type === type && one.properties.includes(property)), `${property} is not used`)
  }
})
