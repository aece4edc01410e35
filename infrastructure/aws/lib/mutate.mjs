// Takes each control out of its template, in each environment where it has to be, and sees whether its rule says so.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { subjects } from './subjects.mjs'
import { broken, names, rulesOf } from './guard.mjs'
import { read, resolve } from './resolve.mjs'

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
function rules(target, mutations) {
  const wanted = new Set(
    mutations.filter(({ environments }) => environments.includes(target.environment)).map(({ control }) => ruleOf(control)))
  return Object.entries(target.rules).filter(([name]) => wanted.has(name)).map(([, rule]) => rule)
}

const named = ({ file, environment }) => `${file} in ${environment}`

/**
 * Every pair of a template and an environment that it is for, with what is in it and the rules about it.
 *
 * @param only the environments to look at; without them, all
 */
export function targets(only = null) {
  return Object.entries(subjects).flatMap(([file, { rules: files, environments }]) => {
    const template = read(new URL(`../${file}`, import.meta.url))
    const rules = Object.assign({}, ...files.map(rulesOf))
    return Object.entries(environments)
      .filter(([environment]) => only?.includes(environment) ?? true)
      .map(([environment, parameters]) => ({ file, environment, template, parameters, rules }))
  })
}

/** What is wrong with a template as it is. */
export function untouched(target, mutations) {
  const [problems] = broken(rules(target, mutations), [resolve(target.template, target.parameters)])
  return problems.map((rule) => `${named(target)}: ${rule} does not hold`)
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
  const problems = Object.entries(Object.groupBy(mine, ({ control }) => ruleOf(control))).flatMap(([rule, tried]) => {
    try {
      const changed = tried.map((mutation) => resolve(mutated(target.template, mutation), target.parameters))
      const caught = broken([target.rules[rule]], changed)
      return tried
        .filter((_, index) => !caught[index].includes(rule))
        .map(({ path, do: change }) => `${named(target)}: ${path}, ${JSON.stringify(change)}: ${rule} does not notice`)
    } catch (problem) {
      return [`${named(target)}: ${rule}: ${problem.message}`]
    }
  })
  return { tried: mine.length, problems }
}

/**
 * Which resources can go without the notice of a rule that names them.
 *
 * @param isOthers says of `(id, resource)` that another check compares it with what it has to be
 */
export function resourcesNobodyMisses(target, mutations, isOthers) {
  const { Resources } = resolve(target.template, target.parameters)
  const all = rules(target, mutations)
  return Object.keys(Resources)
    .filter((id) => !isOthers(id, Resources[id]))
    .filter((id) => {
      const { [id]: gone, ...rest } = Resources
      const about = all.filter((rule) => names(rule, id))
      return about.length === 0 || broken(about, [{ Resources: rest }])[0].length === 0
    })
    .map((id) => `${named(target)}: nobody misses ${id}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const mutations = readMutations()
  const only = process.argv.length > 2 ? process.argv.slice(2) : null
  const problems = unpaired(mutations)
  let tried = 0
  for (const target of targets(only)) {
    const result = unnoticed(target, mutations)
    tried += result.tried
    problems.push(...untouched(target, mutations), ...result.problems)
  }
  problems.forEach((problem) => console.error(problem))
  console.log(`${tried} mutations in ${only?.join(', ') ?? 'every environment'}; ${problems.length} problems`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
