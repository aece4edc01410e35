import assert from 'node:assert/strict'
import { test } from 'node:test'
import { application, fact, resolvedBy } from '../lib/templates.mjs'

const table = fact('table')

for (const [environment, { Resources }] of resolvedBy(application)) {
  const { Properties } = Resources.Table

  test(`the table is the one that the program uses: ${environment}`, () => {
    assert.deepEqual(Properties.KeySchema, [
      { AttributeName: table.partition, KeyType: 'HASH' },
      { AttributeName: table.sort, KeyType: 'RANGE' },
    ])
    assert.deepEqual(
      Object.fromEntries(Properties.AttributeDefinitions.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType])),
      table.types,
    )
    assert.deepEqual(Properties.TimeToLiveSpecification, { AttributeName: table.expires, Enabled: true })
    assert.equal(Properties.BillingMode, table.billing)
    assert.equal(Properties.GlobalSecondaryIndexes, undefined)
    assert.equal(Properties.LocalSecondaryIndexes, undefined)
  })

  test(`every copy of the table can be restored to any moment of 35 days: ${environment}`, () => {
    assert.equal(Properties.Replicas.length, environment === 'prod with replica' ? 2 : 1)
    for (const { PointInTimeRecoverySpecification } of Properties.Replicas) {
      assert.deepEqual(PointInTimeRecoverySpecification, { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 })
    }
  })

  test(`the table has a stream where copies travel by it, and else none: ${environment}`, () => {
    assert.equal('StreamSpecification' in Properties, Properties.Replicas.length > 1)
  })
}
