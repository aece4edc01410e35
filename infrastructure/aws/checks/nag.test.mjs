import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parameterSets } from '../lib/environments.mjs'
import { findings, judge } from '../lib/nag.mjs'
import { read, resolve } from '../lib/resolve.mjs'
import { subjects } from '../lib/subjects.mjs'
import { pathOf, transformed } from '../lib/templates.mjs'

const acknowledged = JSON.parse(readFileSync(pathOf('checks/acknowledged.json'), 'utf8'))

// cdk-nag does not know SAM, so it gets what SAM makes of the functions.
const targets = Object.entries(subjects).flatMap(([template, { environments }]) => {
  const source = template === 'application.yaml' ? transformed : read(pathOf(template))
  const sets = process.env.FULL && template === 'application.yaml' ? parameterSets : environments
  return Object.entries(sets).map(([environment, parameters]) => ({ template, environment, resolved: resolve(source, parameters) }))
})

test('what cdk-nag finds is acknowledged, and what is acknowledged is there', () => {
  const { unacknowledged, needless } = judge(findings(targets), acknowledged)
  assert.deepEqual(
    unacknowledged.map(({ template, environment, resource, rule, description }) => `${template} in ${environment}: ${resource}: ${rule}: ${description}`),
    [],
  )
  assert.deepEqual(needless.map(({ template, resource, rule }) => `${template}: ${resource}: ${rule}`), [], 'acknowledged for nothing')
})

test('every acknowledgement has a reason', () => {
  for (const { rule, resource, reason } of acknowledged) assert.match(reason, /^[A-Z].{20,}\.$/, `${rule} of ${resource}`)
})

const bucket = { Resources: { Open: { Type: 'AWS::S3::Bucket', Properties: {} }, Queue: { Type: 'AWS::SQS::Queue', Properties: {} } } }

test('both packs are asked, about each template', () => {
  const found = findings([
    { template: 'a', environment: 'dev', resolved: bucket },
    { template: 'b', environment: 'prod', resolved: bucket },
  ])
  for (const [template, environment] of [['a', 'dev'], ['b', 'prod']]) {
    const of = (rule, resource) => found.some((one) =>
      one.template === template && one.environment === environment && one.rule === rule && one.resource === resource)
    assert.ok(of('AwsSolutions-S1', 'Open'))
    assert.ok(of('Serverless-SQSRedrivePolicy', 'Queue'))
  }
})

test('an acknowledgement is for one template, one rule, one resource and, if it says so, some environments', () => {
  const found = [
    { template: 'a', environment: 'dev', rule: 'S1', resource: 'Open' },
    { template: 'a', environment: 'prod', rule: 'S1', resource: 'Open' },
  ]
  const acknowledgement = { template: 'a', rule: ['S1'], resource: ['Open'], environments: ['dev'] }
  assert.deepEqual(judge(found, [acknowledgement]), { unacknowledged: [found[1]], needless: [] })
  for (const other of [{ template: 'b' }, { rule: ['S2'] }, { resource: ['Queue'] }, { environments: ['test'] }]) {
    const { unacknowledged, needless } = judge(found, [{ ...acknowledgement, ...other }])
    assert.deepEqual([unacknowledged.length, needless.length], [2, 1])
  }
})
