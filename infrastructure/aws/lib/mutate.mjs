// Takes each control out of its template, in each environment where it has to be, and sees whether its rule says so.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { subjects } from './subjects.mjs'
import { broken, rulesOf } from './guard.mjs'
import { intrinsic, read, resolve } from './resolve.mjs'

const file = new URL('../controls/mutations.json', import.meta.url)

/** `[{control, environments, path, do}]`: `do` is "delete", or `{"set": value}`. */
export const readMutations = () => JSON.parse(readFileSync(file, 'utf8'))

const ruleOf = (control) => control.replaceAll('-', '_')

// The place in a list or an object that a step of a path leads to: a key, an index, or "Name=value" of the element.
function place(holder, step) {
  const [, key, value] = /^(\w+)=(.*)$/.exec(step) ?? []
  if (key === undefined || !Array.isArray(holder)) return step
  return holder.findIndex((element) => String(element?.[key]) === value)
}

/**
 * A copy of the template with the change.
 *
 * @param path names apart by dots, for example `Resources.WebAcl.Properties.Rules.Name=rate.Action`
 * @throws Error where the path leads nowhere: such a mutation would prove nothing
 */
export function mutated(template, { path, do: change }) {
  const copy = structuredClone(template)
  const steps = path.split('.')
  let holder = copy
  steps.forEach((step, index) => {
    const key = place(holder, step)
    if (holder === null || typeof holder !== 'object' || !(key in holder)) throw new Error(`${path} leads nowhere, from ${step}`)
    if (index < steps.length - 1) {
      holder = holder[key]
    } else if (change === 'delete') {
      if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
    } else {
      holder[key] = change.set
    }
  })
  return copy
}

/** The rules that have to hold in an environment: those whose controls are taken out there. */
const expected = (mutations, environment) => new Set(
  mutations.filter(({ environments }) => environments.includes(environment)).map(({ control }) => ruleOf(control)))

const named = ({ file, environment }) => `${file} in ${environment}`

/**
 * Every pair of a template and an environment that it is for, with what is in it and the rules about it.
 *
 * @param only the environments to look at
 */
export function targets(only) {
  return Object.entries(subjects).flatMap(([file, { rules: files, environments }]) => {
    const template = read(new URL(`../${file}`, import.meta.url))
    const rules = Object.assign({}, ...files.map(rulesOf))
    return Object.entries(environments)
      .filter(([environment]) => only.includes(environment))
      .map(([environment, parameters]) => ({ file, environment, template, parameters, rules }))
  })
}

/** What is wrong with a template as it is. */
export function untouched(target, mutations) {
  const wanted = expected(mutations, target.environment)
  const rules = Object.keys(target.rules).filter((rule) => wanted.has(rule)).map((rule) => target.rules[rule])
  return broken(rules, resolve(target.template, target.parameters))
    .map((rule) => `${named(target)}: ${rule} does not hold`)
}

/** What is wrong with the list of mutations itself. */
export function unpaired(mutations) {
  const rules = Object.values(subjects).flatMap(({ rules: files }) => files.flatMap((subject) => Object.keys(rulesOf(subject))))
  const controls = new Set(mutations.map(({ control }) => ruleOf(control)))
  return [
    ...rules.filter((rule, index) => rules.indexOf(rule) !== index).map((rule) => `${rule} is there twice`),
    ...rules.filter((rule) => !controls.has(rule)).map((rule) => `${rule} has no mutation`),
    ...[...controls].filter((rule) => !rules.includes(rule)).map((rule) => `${rule} has mutations and is no rule`),
  ]
}

/** Which mutations nobody notices, of those for this template and environment; and how many were tried. */
export function unnoticed(target, mutations) {
  const mine = mutations.filter(({ control, environments }) =>
    ruleOf(control) in target.rules && environments.includes(target.environment))
  const problems = mine.flatMap((mutation) => {
    const rule = ruleOf(mutation.control)
    try {
      const changed = resolve(mutated(target.template, mutation), target.parameters)
      return broken([target.rules[rule]], changed).includes(rule) ? [] : [`${named(target)}: ${mutation.path}, ${JSON.stringify(mutation.do)}: ${rule} does not notice`]
    } catch (problem) {
      return [`${named(target)}: ${rule}: ${problem.message}`]
    }
  })
  return { tried: mine.length, problems }
}

/**
 * Which resources can go without any rule's noticing.
 *
 * @param isOthers says of `(id, resource)` that another check compares it with what it has to be
 */
export function resourcesNobodyMisses(target, mutations, isOthers) {
  const wanted = expected(mutations, target.environment)
  const rules = Object.keys(target.rules).filter((rule) => wanted.has(rule)).map((rule) => target.rules[rule])
  const { Resources, ...others } = resolve(target.template, target.parameters)
  return Object.entries(Resources)
    .filter(([id, resource]) => !isOthers(id, resource))
    .filter(([id]) => {
      const { [id]: gone, ...rest } = Resources
      return broken(rules, { ...others, Resources: rest }).length === 0
    })
    .map(([id]) => `${named(target)}: nobody misses ${id}`)
}

/** The ids of resources that a value names, by Ref, Fn::GetAtt or Fn::Sub. */
export function namesIn(value) {
  const [name, argument] = intrinsic(value) ?? []
  if (name === 'Ref') return [argument]
  if (name === 'Fn::GetAtt') return [[argument].flat()[0].split('.')[0]]
  if (name === 'Fn::Sub') {
    const [text, given = {}] = [argument].flat()
    const inText = [...text.matchAll(/\$\{([^!}]+)\}/g)].map(([, one]) => one.split('.')[0]).filter((one) => !(one in given))
    return [...inText, ...namesIn(given)]
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(namesIn) : []
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const mutations = readMutations()
  const given = process.argv.slice(2)
  const only = given.length > 0 ? given : ['dev', 'test', 'prod']
  const problems = unpaired(mutations)
  let tried = 0
  for (const target of targets(only)) {
    const result = unnoticed(target, mutations)
    tried += result.tried
    problems.push(...untouched(target, mutations), ...result.problems)
  }
  problems.forEach((problem) => console.error(problem))
  console.log(`${tried} mutations in ${only.join(', ')}; ${problems.length} problems`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
