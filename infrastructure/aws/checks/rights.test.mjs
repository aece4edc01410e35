import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parameterSets } from '../lib/environments.mjs'
import { actionsOf, grantsOf, isWrite, neededFor, otherActionsOf, partitionsOf, resourcesOf, statementsOf } from '../lib/iam.mjs'
import { application, fact, resolvedBy } from '../lib/templates.mjs'

const calls = fact('calls')
const table = { 'Fn::GetAtt': ['Table', 'Arn'] }
const functions = { public: 'PublicRole', private: 'PrivateRole', fold: 'FoldRole', preTraffic: 'PreTrafficRole' }
const always = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']
const sorted = (all) => [...new Set(all)].sort()

for (const [environment, template] of resolvedBy(application)) {
  const roles = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role')

  for (const [name, role] of Object.entries(functions)) {
    test(`the ${name} function may do to the table what it does, nothing more and nothing less: ${environment}`, () => {
      const statements = statementsOf(template.Resources[role])
      const granted = statements.filter((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:')))
      assert.deepEqual(sorted(granted.flatMap(grantsOf)), sorted(neededFor(calls[name])))
      for (const statement of granted) assert.deepEqual(resourcesOf(statement), [table])
    })

    test(`the ${name} function logs and traces, and does nothing else beside: ${environment}`, () => {
      // A failed call of the fold is sent by Lambda, in its name.
      const sent = name === 'fold' ? ['sqs:SendMessage'] : []
      const called = calls[name].actions.filter((action) => !action.startsWith('dynamodb:'))
      assert.deepEqual(sorted(otherActionsOf(template.Resources[role])), sorted([...always, ...sent, ...called]))
    })
  }

  test(`the public function cannot write: ${environment}`, () => {
    const actions = statementsOf(template.Resources.PublicRole).flatMap(actionsOf)
    assert.deepEqual(actions.filter(isWrite), [])
  })

  test(`only the fold reads without naming partitions: ${environment}`, () => {
    const open = roles.filter(([, role]) => statementsOf(role)
      .some((one) => actionsOf(one).some((action) => action.startsWith('dynamodb:')) && partitionsOf(one) === null))
    assert.deepEqual(open.map(([id]) => id), ['FoldRole'])
  })

  test(`no role has a wildcard for an action, or for resources where they have names: ${environment}`, () => {
    const nameless = ['cloudwatch:DescribeAlarms', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments']
    for (const [id, role] of roles) {
      for (const statement of statementsOf(role)) {
        assert.equal(statement.Effect, 'Allow', id)
        assert.deepEqual(actionsOf(statement).filter((action) => action.includes('*')), [], id)
        if (resourcesOf(statement).includes('*')) {
          assert.deepEqual(actionsOf(statement).filter((action) => !nameless.includes(action)), [], id)
        }
      }
    }
  })

  test(`every role is bounded where a boundary is given: ${environment}`, () => {
    const { PermissionsBoundary = '' } = parameterSets[environment]
    for (const [id, { Properties }] of roles) assert.equal(Properties.PermissionsBoundary ?? '', PermissionsBoundary, id)
  })

  test(`every function has a role of its own: ${environment}`, () => {
    const used = Object.values(template.Resources)
      .filter(({ Type }) => Type === 'AWS::Serverless::Function')
      .map(({ Properties }) => Properties.Role['Fn::GetAtt'][0])
    assert.deepEqual(sorted(used), sorted(Object.values(functions)))
    assert.equal(used.length, new Set(used).size)
  })
}
