import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environments, parameterSets } from '../lib/environments.mjs'
import { brokenRules, intrinsic, resolve } from '../lib/resolve.mjs'
import { application } from '../lib/templates.mjs'

const { dev, test: testing, prod } = environments
const broken = (parameters) => brokenRules(application, parameters)

test('the parameters with which the checks look at the template are allowed', () => {
  for (const [name, parameters] of Object.entries(parameterSets)) assert.deepEqual(broken(parameters), [], name)
})

test('dev needs no parameters at all', () => {
  assert.deepEqual(broken({ 'AWS::Region': 'eu-west-1' }), [])
})

test('prod is never without alarms that reach somebody, nor without the web ACL, nor open to other origins', () => {
  const { AlarmMail, FallbackMail, WebAclArn, ...bare } = prod
  assert.deepEqual(broken({ ...bare, LocalOrigins: 'http://localhost:3000' }), [
    'prod needs AlarmMail',
    'prod needs FallbackMail',
    'FallbackMail has to be another address than AlarmMail',
    'prod needs WebAclArn, from edge.yaml',
    'LocalOrigins has to be empty in prod',
  ])
  assert.deepEqual(broken({ ...prod, FallbackMail: AlarmMail }), ['FallbackMail has to be another address than AlarmMail'])
})

// CloudFormation refuses any other function in a rule, and no validator says so.
test('rules use functions of rules only', () => {
  const allowed = ['Ref', 'Fn::And', 'Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn', 'Fn::Equals', 'Fn::Not', 'Fn::Or']
  const used = (value) => {
    if (Array.isArray(value)) return value.flatMap(used)
    const [name, argument] = intrinsic(value) ?? []
    return name === undefined ? [] : [name, ...used(argument)]
  }
  for (const { RuleCondition, Assertions } of Object.values(application.Rules)) {
    const all = used([RuleCondition, ...Assertions.map(({ Assert }) => Assert)])
    assert.deepEqual(all.filter((name) => !allowed.includes(name)), [])
  }
})

test('a domain needs its zone and its certificate', () => {
  assert.deepEqual(broken({ ...dev, DomainName: 'tradsessions.example' }), [
    'DomainName needs HostedZoneId',
    'DomainName needs CertificateArn, from edge.yaml',
  ])
})

test('a copy of the table is in another region', () => {
  assert.deepEqual(broken({ ...testing, ReplicaRegion: 'eu-west-1' }), [
    'ReplicaRegion has to be another region than that of the stack',
  ])
})

test('a browser is sent back after sign-in to the site, and to front ends on developers\' machines', () => {
  const { CallbackURLs: local } = resolve(application, dev).Resources.PoolClient.Properties
  assert.deepEqual(local, {
    'Fn::Split': [',', { 'Fn::Sub': ['https://${Site}/signed-in,${Local}/signed-in', {
      Site: { 'Fn::GetAtt': ['Distribution', 'DomainName'] },
      Local: { 'Fn::Join': ['/signed-in,', ['http://localhost:3000']] },
    }] }],
  })
  const { CallbackURLs: live } = resolve(application, prod).Resources.PoolClient.Properties
  assert.deepEqual(live, [{ 'Fn::Sub': ['https://${Site}/signed-in', { Site: 'tradsessions.example' }] }])
})
