import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brokenRules, intrinsic, parse, resolve } from '../lib/resolve.mjs'

const template = parse(`
Parameters:
  Environment: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  Origins: { Type: CommaDelimitedList, Default: "http://a,http://b" }
  Name: { Type: String }
Rules:
  Quiet:
    RuleCondition: !Equals [!Ref Environment, prod]
    Assertions:
      - { Assert: !EachMemberEquals [!Ref Origins, ""], AssertDescription: no origins in prod }
      - { Assert: !Not [!Contains [[a, b], !Ref Name]], AssertDescription: neither a nor b }
Conditions:
  IsProd: !Equals [!Ref Environment, prod]
  IsNamed: !And [!Condition IsProd, !Not [!Equals [!Ref Name, ""]]]
  Either: !Or [!Condition IsProd, !Equals [!Ref AWS::Region, eu-west-1]]
Resources:
  One:
    Type: A
    DependsOn: [Two, Three]
    Properties:
      Kept: !If [IsProd, [1, !Ref AWS::NoValue, 2], !Ref AWS::NoValue]
      Text: !Sub "\${Name}-\${Two}"
      Attribute: !GetAtt Two.Some.Thing
      Nested: !If [IsNamed, !Join [".", [!Ref Name, !GetAtt Two.Id]], plain]
      Origins: !Ref Origins
  Two: { Type: B, Condition: IsProd, DeletionPolicy: !If [IsProd, Retain, Delete] }
  Three: { Type: C, Condition: Either }
Outputs:
  Id: { Condition: IsProd, Value: !Ref Two }
`)
const dev = { Name: 'x', 'AWS::Region': 'eu-west-1' }
const prod = { ...dev, Environment: 'prod' }

test('what is not made in an environment is gone, and nobody depends on it', () => {
  const { Resources, Outputs } = resolve(template, dev)
  assert.deepEqual(Object.keys(Resources), ['One', 'Three'])
  assert.deepEqual(Resources.One.DependsOn, ['Three'])
  assert.deepEqual(Outputs, {})
})

test('a condition decides a value, and no value is no property and no element', () => {
  assert.equal('Kept' in resolve(template, dev).Resources.One.Properties, false)
  assert.deepEqual(resolve(template, prod).Resources.One.Properties.Kept, [1, 2])
  assert.equal(resolve(template, dev).Resources.One.Properties.Nested, 'plain')
  assert.equal(resolve(template, prod).Resources.Two.DeletionPolicy, 'Retain')
})

test('a parameter is replaced by its value, every other function stays', () => {
  const { Properties } = resolve(template, prod).Resources.One
  assert.deepEqual(Properties.Nested, { 'Fn::Join': ['.', ['x', { 'Fn::GetAtt': ['Two', 'Id'] }]] })
  assert.deepEqual(Properties.Text, { 'Fn::Sub': '${Name}-${Two}' })
  assert.deepEqual(Properties.Attribute, { 'Fn::GetAtt': ['Two', 'Some.Thing'] })
  assert.deepEqual(Properties.Origins, ['http://a', 'http://b'])
})

test('nothing conditional is left, and the template is not changed', () => {
  const before = JSON.stringify(template)
  const after = JSON.stringify(resolve(template, prod))
  assert.doesNotMatch(after, /Fn::If|NoValue|"Condition"|"Conditions"/)
  assert.equal(JSON.stringify(template), before)
})

test('rules say what they miss, only where they apply', () => {
  assert.deepEqual(brokenRules(template, dev), [])
  assert.deepEqual(brokenRules(template, { ...prod, Name: 'a' }), ['no origins in prod', 'neither a nor b'])
  assert.deepEqual(brokenRules(template, { ...prod, Origins: '' }), [])
})

test('what cannot be decided is an error', () => {
  assert.throws(() => resolve(template, {}), /needs a value for Name/)
  assert.throws(() => resolve(template, { ...dev, Nmae: 'x' }), /no parameter Nmae/)
  assert.throws(() => resolve(template, { ...dev, Environment: 'production' }), /allowed: dev, prod/)
  assert.throws(() => resolve(template, { Name: 'x' }), /needs a value for AWS::Region/)
  assert.throws(() => resolve(parse('{Conditions: {C: !GetAtt a.b}, Resources: {A: {Condition: C}}}')), /Not a condition/)
  assert.throws(() => resolve(parse('Resources: {A: {Condition: C}}')), /no condition C/)
  assert.throws(() => parse('Resources: !Reff A'), /Reff/)
})

test('a function is told from an object of one property', () => {
  assert.deepEqual(intrinsic({ Ref: 'A' }), ['Ref', 'A'])
  assert.equal(intrinsic({ Type: 'A' }), null)
  assert.equal(intrinsic({}), null)
  assert.equal(intrinsic(['Ref']), null)
})
