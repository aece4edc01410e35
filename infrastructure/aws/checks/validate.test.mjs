import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import { pathOf, plainTemplates, resolvedBy, transformed } from '../lib/templates.mjs'

const engine = new RegoEngine()
const folder = mkdtempSync(join(tmpdir(), 'templates-'))
after(() => {
  engine.free()
  rmSync(folder, { recursive: true })
})

const settings = { severityLevel: 'ERROR', pseudoParameterOverrides: { region: 'eu-west-1' } }

function errorsIn(file) {
  return engine.validateStandard(new TemplateFile(file), settings).diagnostics
    .map(({ severity, ruleId, entity, message }) => `${severity} ${ruleId} ${entity?.logicalId ?? ''}: ${message.slice(0, 200)}`)
}

for (const [environment, template] of resolvedBy(transformed)) {
  test(`application.yaml has no error that CloudFormation would find late: ${environment}`, () => {
    const file = join(folder, 'application.json')
    writeFileSync(file, JSON.stringify(template))
    assert.deepEqual(errorsIn(file), [])
  })
}

for (const name of plainTemplates) {
  test(`${name} has no error that CloudFormation would find late`, () => {
    assert.deepEqual(errorsIn(pathOf(name)), [])
  })
}

// The quotas of CloudFormation: bytes of a template sent as it is, or from a bucket, as SAM does; resources of a stack.
test('no template is larger than CloudFormation takes', () => {
  for (const name of plainTemplates) assert.ok(statSync(pathOf(name)).size <= 51_200, name)
  assert.ok(statSync(pathOf('transformed/application.json')).size <= 1_000_000)
  assert.ok(Object.keys(transformed.Resources).length <= 500)
})

test('an error is found', () => {
  const file = join(folder, 'wrong.json')
  writeFileSync(file, JSON.stringify({ Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { MessageRetention: 1 } } } }))
  assert.equal(errorsIn(file).length, 1)
})
