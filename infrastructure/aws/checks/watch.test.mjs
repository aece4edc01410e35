import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parameterSets } from '../lib/environments.mjs'
import { read, resolve } from '../lib/resolve.mjs'
import { application, pathOf } from '../lib/templates.mjs'

const sections = readFileSync(pathOf('../../docs/operations.md'), 'utf8').match(/(?<=^#+ ).*/gm)
const edge = read(pathOf('edge-alarms.yaml'))

const isAlarm = ([, { Type }]) => Type === 'AWS::CloudWatch::Alarm' || Type === 'AWS::CloudWatch::CompositeAlarm'
const alarmsOf = (template) => Object.fromEntries(Object.entries(template.Resources).filter(isAlarm))
const inProd = (name) => resolve(application, parameterSets[name])
const everyAlarm = {
  ...alarmsOf(inProd('prod')),
  ...alarmsOf(inProd('prod with replica')),
  ...alarmsOf(resolve(edge, { AlarmMail: 'alarms@example.ie', FallbackMail: 'fallback@example.ie', DistributionId: 'E1', WebAclMetric: 'acl' })),
}
const parts = ['BurnFastLong', 'BurnFastShort', 'BurnSlowLong', 'BurnSlowShort']
const isComposite = ({ Type }) => Type === 'AWS::CloudWatch::CompositeAlarm'
const metricsOf = ({ Properties: { Namespace, MetricName, Metrics = [] } }) => [
  ...(MetricName ? [{ Namespace, MetricName }] : []),
  ...Metrics.filter(({ MetricStat }) => MetricStat).map(({ MetricStat }) => MetricStat.Metric),
]
const textOf = (value) => value?.['Fn::Sub'] ?? value

test('dev and test are not watched', () => {
  for (const name of ['dev', 'test', 'dev without origins']) assert.deepEqual(alarmsOf(inProd(name)), {}, name)
})

test('every alarm says where to read what it means and what to do', () => {
  for (const [name, { Properties }] of Object.entries(everyAlarm)) {
    const section = parts.includes(name) ? name.replace(/Long$|Short$/, '') : name
    assert.match(Properties.AlarmDescription, new RegExp(`See ${section} in docs/operations\\.md\\.$`), name)
    assert.ok(sections.includes(section), `docs/operations.md has no section ${section}`)
  }
})

test('every alarm is mailed, and those that are parts of others are not', () => {
  for (const [name, { Properties }] of Object.entries(everyAlarm)) {
    const topic = `${name.endsWith('Undelivered') ? 'Fallback' : ''}${name in alarmsOf(edge) ? 'EdgeAlarms' : 'Alarms'}`
    assert.deepEqual(Properties.AlarmActions, parts.includes(name) ? undefined : [{ Ref: topic }], name)
  }
})

test('every alarm says what no data means: trouble only where data are due', () => {
  for (const [name, alarm] of Object.entries(everyAlarm)) {
    if (isComposite(alarm)) continue
    const due = ['FoldMissing', 'BackupMissing'].includes(name)
    assert.equal(alarm.Properties.TreatMissingData, due ? 'breaching' : 'notBreaching', name)
  }
})

test('every rate and every burn has a floor of requests', () => {
  const floors = { PublicErrorRate: 50, PrivateErrorRate: 20, ...Object.fromEntries(parts.map((name) => [name, 100])) }
  for (const [name, floor] of Object.entries(floors)) {
    const shown = everyAlarm[name].Properties.Metrics.filter(({ ReturnData }) => ReturnData !== false)
    assert.equal(shown.length, 1, name)
    assert.ok(shown[0].Expression.startsWith(`IF(requests >= ${floor}, `) && shown[0].Expression.endsWith(', 0)'), name)
  }
})

test('both windows of a burn rate have to agree', () => {
  for (const [name, rate, long, short] of [['BurnFast', 14.4, 3600, 300], ['BurnSlow', 6, 21600, 1800]]) {
    for (const [part, period] of [[`${name}Long`, long], [`${name}Short`, short]]) {
      assert.equal(everyAlarm[part].Properties.Threshold, rate, part)
      for (const { MetricStat } of everyAlarm[part].Properties.Metrics) if (MetricStat) assert.equal(MetricStat.Period, period, part)
    }
    assert.equal(textOf(everyAlarm[name].Properties.AlarmRule), `ALARM("\${${name}Long}") AND ALARM("\${${name}Short}")`)
  }
})

test('what an alarm looks at is on the dashboard, and so is the alarm', () => {
  const body = textOf(inProd('prod').Resources.Dashboard.Properties.DashboardBody)
  const widgets = JSON.parse(body.replace('${MonthlyBudget}', '30')).widgets
  const shown = widgets.flatMap(({ properties }) => properties.metrics ?? [])
  const isShown = (namespace, metric) => shown.some(([one, two]) => typeof one === 'string'
    ? one === namespace && two === metric
    : one.expression.includes(`{${namespace},`) && one.expression.includes(`MetricName="${metric}"`))
  for (const [name, alarm] of Object.entries(alarmsOf(application))) {
    for (const { Namespace, MetricName } of metricsOf(alarm)) {
      assert.ok(isShown(textOf(Namespace), MetricName), `${name}: ${textOf(Namespace)} ${MetricName}`)
    }
  }
  const always = Object.entries(alarmsOf(application)).filter(([name, { Condition }]) => Condition === 'Watches' && !parts.includes(name))
  const listed = widgets.find(({ type }) => type === 'alarm').properties.alarms
  assert.deepEqual(listed.toSorted(), always.map(([name]) => `\${${name}.Arn}`).toSorted())
})

test('every filter of a log feeds a metric that an alarm looks at', () => {
  const watched = Object.values(alarmsOf(application)).flatMap(metricsOf).map(({ MetricName }) => MetricName)
  for (const [name, { Type, Properties }] of Object.entries(application.Resources)) {
    if (Type === 'AWS::Logs::MetricFilter') assert.ok(watched.includes(Properties.MetricTransformations[0].MetricName), name)
  }
})

test('whatever else is mailed has its section too', () => {
  const others = Object.entries(inProd('prod').Resources).filter(([, { Type }]) => ['AWS::Events::Rule', 'AWS::Budgets::Budget'].includes(Type))
  for (const [name] of others) assert.ok(sections.includes(name), `docs/operations.md has no section ${name}`)
})

test('who is told that alarms do not arrive is somebody else', () => {
  const { Resources } = inProd('prod')
  assert.notEqual(Resources.FallbackMailSubscription.Properties.Endpoint, Resources.AlarmMailSubscription.Properties.Endpoint)
  assert.deepEqual(Resources.AlarmMailSubscription.Properties.RedrivePolicy, { deadLetterTargetArn: { 'Fn::GetAtt': ['UndeliveredAlarms', 'Arn'] } })
})
