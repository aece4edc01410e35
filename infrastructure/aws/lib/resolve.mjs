// Reads a template and decides its conditions for given parameters, so that the checks see what one environment gets:
// a rule that finds a property under Fn::If would pass although the property is absent there.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import YAML from 'yaml'

const functions = ['Base64', 'Cidr', 'And', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'Equals', 'FindInMap', 'GetAtt',
  'GetAZs', 'If', 'ImportValue', 'Join', 'Not', 'Or', 'Select', 'Split', 'Sub']
const longNames = { Ref: 'Ref', Condition: 'Condition', ...Object.fromEntries(functions.map((name) => [name, `Fn::${name}`])) }

// "A.B.C" is the attribute B.C of A.
const getAtt = (text) => [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)]

const customTags = Object.entries(longNames).flatMap(([name, long]) => [
  { tag: `!${name}`, resolve: (text) => ({ [long]: name === 'GetAtt' ? getAtt(text) : text }) },
  { tag: `!${name}`, collection: 'seq', resolve: (list) => ({ [long]: list.toJSON() }) },
  { tag: `!${name}`, collection: 'map', resolve: (map) => ({ [long]: map.toJSON() }) },
])

/** The template with every function in its long form. */
export function parse(text) {
  const document = YAML.parseDocument(text, { customTags, logLevel: 'error' })
  // A tag that is not known would become a plain text.
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) throw problem
  return JSON.parse(JSON.stringify(document.toJS()))
}

export const read = (file) => parse(readFileSync(file, 'utf8'))

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value)

/** `[name, argument]` of a function such as `{"Fn::If": […]}`, or null. */
export function intrinsic(value) {
  if (!isObject(value)) return null
  const [[name, argument] = [], another] = Object.entries(value)
  const isOne = another === undefined && (name === 'Ref' || name === 'Condition' || name?.startsWith('Fn::'))
  return isOne ? [name, argument] : null
}

// What stands for a value that is not there.
const NONE = Symbol('none')

const isList = (type) => type === 'CommaDelimitedList' || type?.startsWith('List<')

function parametersOf(template, given) {
  const declared = template.Parameters ?? {}
  for (const name of Object.keys(given)) {
    if (!(name in declared) && !name.startsWith('AWS::')) throw new Error(`The template has no parameter ${name}`)
  }
  return Object.fromEntries(Object.entries(declared).map(([name, { Type, Default, AllowedValues }]) => {
    const value = given[name] ?? Default
    if (value === undefined) throw new Error(`The template needs a value for ${name}`)
    if (AllowedValues && !AllowedValues.map(String).includes(String(value))) {
      throw new Error(`${name} is ${value}; allowed: ${AllowedValues.join(', ')}`)
    }
    return [name, isList(Type) && typeof value === 'string' ? value.split(',').filter((one) => one !== '') : value]
  }))
}

function evaluator(template, parameters, given) {
  const decided = {}
  const known = { ...Object.fromEntries(Object.entries(given).filter(([name]) => name.startsWith('AWS::'))), ...parameters }

  const valueOf = (value) => {
    const [name, argument] = intrinsic(value) ?? []
    switch (name) {
      case undefined: return Array.isArray(value) ? value.map(valueOf) : value
      case 'Ref':
        if (!(argument in known)) throw new Error(`A condition needs a value for ${argument}`)
        return known[argument]
      case 'Fn::Join': return valueOf(argument[1]).join(argument[0])
      case 'Fn::FindInMap': return argument.map(valueOf).reduce((map, key) => map[key], template.Mappings)
      default: throw new Error(`A condition may not use ${name}`)
    }
  }
  const isTrue = (value) => {
    const [name, argument] = intrinsic(value) ?? []
    switch (name) {
      case 'Condition': return holds(argument)
      case 'Fn::And': return argument.every(isTrue)
      case 'Fn::Or': return argument.some(isTrue)
      case 'Fn::Not': return !isTrue(argument[0])
      case 'Fn::Equals': return String(valueOf(argument[0])) === String(valueOf(argument[1]))
      case 'Fn::Contains': return argument[0].map((one) => String(valueOf(one))).includes(String(valueOf(argument[1])))
      case 'Fn::EachMemberEquals': return valueOf(argument[0]).every((one) => String(one) === String(valueOf(argument[1])))
      default: throw new Error(`Not a condition: ${JSON.stringify(value)}`)
    }
  }
  const holds = (name) => {
    const condition = template.Conditions?.[name]
    if (condition === undefined) throw new Error(`The template has no condition ${name}`)
    return (decided[name] ??= isTrue(condition))
  }
  return { isTrue, holds }
}

/**
 * The template without conditions: what is not made in this environment is gone, parameters are replaced by their values,
 * and all other functions stay.
 *
 * @param given values of parameters; of pseudo parameters too, where a condition asks for one
 */
export function resolve(template, given = {}) {
  const parameters = parametersOf(template, given)
  const { holds } = evaluator(template, parameters, given)

  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk).filter((one) => one !== NONE)
    if (!isObject(value)) return value
    const [name, argument] = intrinsic(value) ?? []
    if (name === 'Fn::If') return walk(holds(argument[0]) ? argument[1] : argument[2])
    if (name === 'Ref' && argument === 'AWS::NoValue') return NONE
    if (name === 'Ref' && argument in parameters) return parameters[argument]
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]).filter(([, one]) => one !== NONE))
  }
  const present = (entries = {}) => Object.fromEntries(Object.entries(entries)
    .filter(([, { Condition }]) => Condition === undefined || holds(Condition))
    .map(([name, { Condition, ...rest }]) => [name, walk(rest)]))

  const { Conditions, Rules, Resources, Outputs, ...others } = template
  const made = present(Resources)
  for (const resource of Object.values(made)) {
    // CloudFormation overlooks it too.
    if (resource.DependsOn) resource.DependsOn = [resource.DependsOn].flat().filter((name) => name in made)
  }
  return { ...others, Resources: made, ...(Outputs && { Outputs: present(Outputs) }) }
}

/** What CloudFormation would say to these parameters before it makes anything: the descriptions of the rules they break. */
export function brokenRules(template, given = {}) {
  const { isTrue } = evaluator(template, parametersOf(template, given), given)
  return Object.values(template.Rules ?? {})
    .filter(({ RuleCondition }) => RuleCondition === undefined || isTrue(RuleCondition))
    .flatMap(({ Assertions }) => Assertions)
    .filter(({ Assert }) => !isTrue(Assert))
    .map(({ AssertDescription }) => AssertDescription)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { positionals: [file, ...values] } = parseArgs({ allowPositionals: true })
  if (file === undefined) {
    console.error('Usage: npm run resolve -- TEMPLATE [PARAMETER=VALUE...]\nPrints the template as these parameters make it.')
    process.exit(2)
  }
  const given = Object.fromEntries(values.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]))
  console.log(JSON.stringify(resolve(read(file), given), null, 2))
}
