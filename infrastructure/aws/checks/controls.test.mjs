import assert from 'node:assert/strict'
import { test } from 'node:test'
import { broken, rulesOf } from '../lib/guard.mjs'
import { mutated, readMutations, resourcesNobodyMisses, targets, unnoticed, unpaired, untouched } from '../lib/mutate.mjs'

const mutations = readMutations()
const all = targets()
// Most controls are in every environment, and prod has all of them but two; the others take three times as long.
const tried = process.env.FULL ? all : all.filter(({ environment }) => environment === 'prod')
const onlyElsewhere = mutations.filter(({ environments }) => !environments.includes('prod'))

test('every rule has a mutation, and every mutation a rule', () => {
  assert.deepEqual(unpaired(mutations), [])
})

for (const target of all) {
  test(`${target.file} has every control of ${target.environment}`, () => {
    assert.deepEqual(untouched(target, mutations), [])
  })
}

for (const target of tried) {
  test(`a control that is taken out of ${target.file} in ${target.environment} is missed`, () => {
    const { tried: count, problems } = unnoticed(target, mutations)
    assert.deepEqual(problems, [])
    assert.notEqual(count, 0)
  })
}

test('a control that prod does not have is missed where it is', () => {
  const problems = all.filter(({ environment }) => environment !== 'prod').flatMap((target) => unnoticed(target, onlyElsewhere).problems)
  assert.deepEqual(problems, [])
})

// What a rule about one thing cannot miss: all routes are compared with the OpenAPI document, and that what is granted is used,
// with recorded calls.
const comparedElsewhere = (id, { Type }) => Type === 'AWS::ApiGatewayV2::Route'

test('no resource of prod can go unnoticed', { skip: process.env.FULL ? false : 'with --full' }, () => {
  const prod = targets(['prod'])
  assert.deepEqual(prod.flatMap((target) => resourcesNobodyMisses(target, mutations, comparedElsewhere)), [])
})

test('a mutation leads somewhere, and changes a copy', () => {
  const template = { Resources: { A: { List: [{ Name: 'x', On: true }, { Name: 'y', On: true }] } } }
  assert.deepEqual(mutated(template, { path: 'Resources.A.List.Name=y', do: 'delete' }).Resources.A.List, [{ Name: 'x', On: true }])
  assert.equal(mutated(template, { path: 'Resources.A.List.1.On', do: { set: false } }).Resources.A.List[1].On, false)
  assert.equal(template.Resources.A.List.length, 2)
  for (const path of ['Resources.B', 'Resources.A.List.Name=z', 'Resources.A.List.2', 'Resources.A.List.0.Off', 'Resources.A.List.0.On.Deep']) {
    assert.throws(() => mutated(template, { path, do: 'delete' }), new RegExp(`leads nowhere`))
  }
})

test('a rule that cannot be read is an error, and so is one that says nothing', () => {
  assert.throws(() => broken(['rule a { Resources.A == }'], [{ Resources: {} }]), /cfn-guard ended with 5/)
  assert.throws(() => broken(['let a = Resources.*[ Type == "A" ]\nrule a when %a !empty { %a.B exists }'], [{ Resources: {} }]), /do not say whether/)
})

test('a rule about something that is gone does not hold', () => {
  for (const [name, rule] of Object.entries(Object.assign({}, ...targets(['prod']).map(({ rules }) => rules)))) {
    assert.deepEqual(broken([rule], [{ Resources: {} }]), [[name]])
  }
  assert.ok('table_recovery' in rulesOf('table'))
})
