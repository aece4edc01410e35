import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { environments } from '../lib/environments.mjs'
import { read, resolve } from '../lib/resolve.mjs'
import { application, pathOf } from '../lib/templates.mjs'

const prices = readFileSync(pathOf('../../benchmarks/src/main/resources/ie/tradsessions/benchmarks/prices.properties'), 'utf8')
const costs = readFileSync(pathOf('../../docs/costs.md'), 'utf8')
const edge = read(pathOf('edge.yaml'))
const edgeAlarms = read(pathOf('edge-alarms.yaml'))

// What is charged by the month, as an environment's stacks make it.
function madeIn(environment) {
  const stacks = [resolve(application, environments[environment])]
  if (environment === 'prod') {
    stacks.push(resolve(edge, { Environment: 'prod' }))
    stacks.push(resolve(edgeAlarms, { AlarmMail: 'a@example.ie', FallbackMail: 'b@example.ie', DistributionId: 'E1', WebAclMetric: 'acl' }))
  }
  const all = stacks.flatMap(({ Resources }) => Object.values(Resources))
  const of = (type) => all.filter(({ Type }) => Type === `AWS::${type}`).map(({ Properties }) => Properties)
  const looksAt = ({ MetricName, Metrics = [] }) => MetricName ? 1 : Metrics.filter(({ MetricStat }) => MetricStat).length
  const sum = (numbers) => numbers.reduce((one, two) => one + two, 0)
  return {
    'alarm-metrics': sum(of('CloudWatch::Alarm').map(looksAt)),
    'composite-alarms': of('CloudWatch::CompositeAlarm').length,
    'custom-metrics': new Set(of('Logs::MetricFilter').map(({ MetricTransformations: [{ MetricName }] }) => MetricName)).size,
    dashboards: of('CloudWatch::Dashboard').length,
    keys: of('KMS::Key').length,
    secrets: of('SecretsManager::Secret').length,
    'web-acls': of('WAFv2::WebACL').length,
    'waf-rules': sum(of('WAFv2::WebACL').map(({ Rules }) => Rules.length)),
  }
}

for (const environment of Object.keys(environments)) {
  test(`the bill counts what costs by the month whether anybody comes or not: ${environment}`, () => {
    const stated = [...prices.matchAll(new RegExp(`^idle\\.${environment}\\.([a-z-]+) = (\\d+)$`, 'gm'))]
    assert.deepEqual(Object.fromEntries(stated.map(([, name, count]) => [name, Number(count)])), madeIn(environment))
  })
}

const numberOf = (name) => Number(prices.match(new RegExp(`^${RegExp.escape(name)} = (\\S+)$`, 'm'))?.[1])
const prod = resolve(application, environments.prod).Resources

test('the bill has the memory that the functions have', () => {
  const gb = (name) => (prod[name].Properties.MemorySize ?? application.Globals.Function.MemorySize) / 1024
  assert.equal(gb('PublicFunction'), numberOf('lambda.gb'))
  assert.equal(gb('PrivateFunction'), numberOf('lambda.gb'))
  assert.equal(gb('FoldFunction'), numberOf('lambda.fold-gb'))
})

test('the bill has the folds of a month, and how long logs and backups are kept', () => {
  const [, minutes] = /^rate\((\d+) minutes\)$/.exec(prod.FoldSchedule.Properties.ScheduleExpression)
  assert.equal((30 * 24 * 60) / minutes, numberOf('folds'))
  assert.equal(prod.PublicLogs.Properties.RetentionInDays / 30, numberOf('log.months-kept'))
  const [daily, monthly] = prod.BackupPlan.Properties.BackupPlan.BackupPlanRule.map(({ Lifecycle }) => Lifecycle.DeleteAfterDays)
  assert.equal(daily + Math.floor(monthly / 30), numberOf('backup.copies'))
})

test('no mail about the budget is due at what Test, and Prod with 10,000 visitors, cost', () => {
  const lastOf = (row) => Number(costs.split('\n').find((line) => line.startsWith(row)).split('|').at(-2))
  const [, , test] = costs.match(/^\| all \|  \| (\S+) \| (\S+) \|/m)
  const [first] = prod.Budget.Properties.NotificationsWithSubscribers
  const { Default: budget } = application.Parameters.MonthlyBudget
  assert.ok(lastOf('| 10,000 | passes on |') + Number(test) < (budget * first.Notification.Threshold) / 100)
  assert.equal(read(pathOf('pipeline.yaml')).Parameters.MonthlyBudget.Default, budget)
})

// Every route would have six metrics of its own, at 30 cents a month: more than all else together. The logs tell routes apart.
test('no API counts each route by itself', () => {
  for (const name of ['PublicStage', 'PrivateStage']) {
    assert.notEqual(application.Resources[name].Properties.DefaultRouteSettings.DetailedMetricsEnabled, true, name)
  }
})
