import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import YAML from 'yaml'
import { brokenRules, read } from '../lib/resolve.mjs'
import { application, pathOf } from '../lib/templates.mjs'

const pipeline = read(pathOf('pipeline.yaml'))
const templates = { 'application.yaml': application, 'edge.yaml': read(pathOf('edge.yaml')), 'edge-alarms.yaml': read(pathOf('edge-alarms.yaml')) }
const build = readFileSync(pathOf('build.yaml'), 'utf8')
const commands = YAML.parse(build).phases.build.commands

const resources = (type) => Object.entries(pipeline.Resources).filter(([, { Type }]) => Type === type)
const { Stages: stages } = pipeline.Resources.Pipeline.Properties
const actions = stages.flatMap(({ Name, Actions }) => Actions.map((action) => ({ stage: Name, ...action })))
const stageNamed = (name) => stages.find(({ Name }) => Name === name)
const namespaces = Object.fromEntries(actions.filter(({ Namespace }) => Namespace).map(({ Namespace, Configuration }) => [Namespace, Configuration]))

// What a parameters file of the build gives, by the names of the parameters.
const givenBy = (file) => commands.find((command) => command.endsWith(`> "$RELEASE/${file}"`)).match(/\w+(?=: (?:env\.|"))/g).filter((name) => name !== 'project')

test('a commit is tested, deployed to Test, asked a few questions and approved before it reaches Prod', () => {
  assert.deepEqual(stages.map(({ Name }) => Name), ['Source', 'Build', 'Test', 'Integration', 'Approval', 'Prod'])
  assert.equal(stageNamed('Approval').Actions[0].ActionTypeId.Provider, 'Manual')
})

test('Test and Prod are taken back where they fail', () => {
  for (const name of ['Test', 'Prod']) assert.deepEqual(stageNamed(name).OnFailure, { Result: 'ROLLBACK' })
  const last = stageNamed('Prod').Actions.toSorted((one, two) => one.RunOrder - two.RunOrder).at(-1)
  assert.equal(last.Name, 'Smoke')
})

test('an application changes by a change set', () => {
  for (const name of ['Test', 'Prod']) {
    const modes = stageNamed(name).Actions.filter(({ Configuration }) => JSON.stringify(Configuration.StackName)?.match(/-(test|prod)"/))
      .map(({ Configuration }) => Configuration.ActionMode)
    assert.deepEqual(modes, ['CHANGE_SET_REPLACE', 'CHANGE_SET_EXECUTE'], name)
  }
})

test('what the pipeline deploys is in what was built', () => {
  for (const { stage, Name, Configuration: { TemplatePath, TemplateConfiguration } } of actions) {
    for (const path of [TemplatePath, TemplateConfiguration].filter(Boolean)) {
      const [artefact, file] = path.split('::')
      assert.equal(artefact, 'built')
      assert.ok(build.includes(`$RELEASE/${file}"`) || build.includes(`infrastructure/aws/${file}`), `${stage}, ${Name}: ${file}`)
    }
  }
})

test('a project finds its build specification, and the build all that it asks of its project', () => {
  for (const [name, { Properties }] of resources('AWS::CodeBuild::Project')) {
    const { BuildSpec } = Properties.Source
    if (BuildSpec.includes('\n')) assert.equal(YAML.parse(BuildSpec).version, 0.2, name)
    else assert.ok(existsSync(pathOf(`../../${BuildSpec}`)), name)
  }
  const given = pipeline.Resources.Build.Properties.Environment.EnvironmentVariables.map(({ Name }) => Name)
  const known = [...given, 'CODEBUILD_RESOLVED_SOURCE_VERSION']
  for (const [, name] of build.matchAll(/env\.(\w+)/g)) assert.ok(known.includes(name), name)
  for (const name of given) assert.ok(build.includes(name), `${name} is asked by nobody`)
})

test('every parameter that is given exists, and no more are needed', () => {
  const prodEdge = givenBy('parameters-edge.json')
  assert.deepEqual(prodEdge.filter((name) => !(name in templates['edge.yaml'].Parameters)), [])
  const own = [...givenBy('parameters-prod.json'), 'WebAclArn', 'CertificateArn']
  for (const names of [givenBy('parameters-test.json'), own]) {
    assert.deepEqual(names.filter((name) => !(name in application.Parameters)), [])
  }
  const overrides = actions.find(({ Name }) => Name === 'EdgeAlarms').Configuration.ParameterOverrides['Fn::Sub']
  assert.deepEqual(Object.keys(JSON.parse(overrides)), Object.keys(templates['edge-alarms.yaml'].Parameters))
})

test('the stacks accept what they are given', () => {
  const values = {
    Environment: 'prod', LocalOrigins: '', AlarmMail: 'a@example.ie', FallbackMail: 'b@example.ie', DomainName: 'tradsessions.example',
    HostedZoneId: 'Z1', MonthlyBudget: '30', ReserveConcurrency: 'no', ExistingDetector: 'no', Version: 'c0ffee', PermissionsBoundary: 'arn',
    WebAclArn: 'arn', CertificateArn: 'arn',
  }
  const of = (names) => Object.fromEntries(names.map((name) => [name, values[name]]))
  const region = { 'AWS::Region': 'eu-west-1' }
  const prod = of([...givenBy('parameters-prod.json'), 'WebAclArn', 'CertificateArn'])
  assert.deepEqual(brokenRules(application, { ...prod, ...region }), [])
  const { CertificateArn, ...withoutDomain } = { ...prod, DomainName: '', HostedZoneId: '' }
  assert.deepEqual(brokenRules(application, { ...withoutDomain, ...region }), [])
  assert.deepEqual(brokenRules(application, { ...of(givenBy('parameters-test.json')), Environment: 'test', ...region }), [])
  assert.deepEqual(brokenRules(templates['edge.yaml'], { ...of(givenBy('parameters-edge.json')), 'AWS::Region': 'us-east-1' }), [])
})

test('what one action says of its stack, and another takes, is an output of that stack', () => {
  const text = JSON.stringify(pipeline.Resources.Pipeline)
  const fileOf = { Test: 'application.yaml', Prod: 'application.yaml', Edge: 'edge.yaml' }
  const taken = [...text.matchAll(/#\{(\w+)\.(\w+)\}/g)].filter(([, namespace]) => namespace !== 'Source')
  assert.ok(taken.length >= 4)
  for (const [, namespace, output] of taken) {
    assert.ok(namespace in namespaces, namespace)
    assert.ok(output in templates[fileOf[namespace]].Outputs, `${namespace}.${output}`)
  }
})

test('every role is bounded, and none is an administrator', () => {
  const roles = resources('AWS::IAM::Role')
  assert.ok(roles.length >= 6)
  for (const [name, { Properties }] of roles) {
    assert.deepEqual(Properties.PermissionsBoundary, { Ref: 'Boundary' }, name)
    for (const policy of Properties.ManagedPolicyArns ?? []) assert.ok(policy.Ref in pipeline.Resources, name)
  }
})

test('no role of the pipeline can be changed by another', () => {
  const { Statement } = pipeline.Resources.Boundary.Properties.PolicyDocument
  const kept = Statement.find(({ Sid }) => Sid === 'NotThisStack').Resource.map((arn) => arn['Fn::Sub'].match(/-(\w+)-\*$/)[1])
  assert.deepEqual(kept.toSorted(), resources('AWS::IAM::Role').map(([name]) => name).sort())
})

// IAM counts without white space.
test('no policy is longer than IAM takes', () => {
  for (const [name, { Properties }] of resources('AWS::IAM::ManagedPolicy')) {
    assert.ok(JSON.stringify(Properties.PolicyDocument).length < 5500, name)
  }
})
