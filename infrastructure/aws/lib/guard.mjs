// Runs our rules (controls/*.guard) on a template whose conditions are decided. cfn-guard comes as a program with the package
// that CDK uses it by.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const systems = { linux: 'ubuntu', darwin: 'macos' }
const processors = { x64: 'x86_64', arm64: 'aarch64' }

function program() {
  const system = systems[process.platform]
  const processor = processors[process.arch]
  if (!system || !processor) {
    throw new Error(`cfn-guard is not there for ${process.platform} on ${process.arch}; allowed: Linux and macOS, on x64 and arm64`)
  }
  const main = createRequire(import.meta.url).resolve('@cdklabs/cdk-validator-cfnguard')
  return join(dirname(main), '..', 'bin', system, processor, 'cfn-guard')
}

const textOf = (subject) => readFileSync(new URL(`../controls/${subject}.guard`, import.meta.url), 'utf8')

/** The rules of a subject, for example of "sign-in": each by its name, with the names that it uses. */
export function rulesOf(subject) {
  const [shared, ...rules] = textOf(subject).split(/^(?=rule )/m)
  const names = shared.split(/^(?=let )/m).filter((one) => one.startsWith('let '))
  return Object.fromEntries(rules.map((rule) => {
    const used = names.filter((one) => new RegExp(`%${/^let (\w+)/.exec(one)[1]}\\b`).test(rule))
    return [/^rule (\w+)/.exec(rule)[1], [...used, rule].join('')]
  }))
}

/** Whether a rule looks at all resources, instead of naming those it is about. */
const looksAtAll = (rule) => /(?<![.\w])Resources\s*(\.\*|\[)/.test(rule)

/** Whether a rule is about this resource, and not about all of them. */
export const names = (rule, id) => !looksAtAll(rule) && new RegExp(`(?<![.\\w])Resources\\.${id}\\b`).test(rule)

/** What rules see of a template: to read one as large as ours takes cfn-guard longer than to judge it. */
const seenBy = (rules, { Globals, Resources }) => ({
  ...(Globals && { Globals }),
  Resources: rules.some(looksAtAll)
    ? Resources
    : Object.fromEntries(Object.entries(Resources).filter(([id]) => rules.some((rule) => names(rule, id)))),
})

/**
 * The names of the rules that each template breaks.
 *
 * @param rules texts of one or more rules, each with the names it uses
 * @param templates with their conditions decided: cfn-guard sees Fn::If as a value, and would find what is not there
 */
export function broken(rules, templates) {
  const { status, stdout, stderr, error } = spawnSync(
    program(),
    ['validate', '--payload', '--structured', '--output-format', 'json', '--show-summary', 'none'],
    { input: JSON.stringify({ data: templates.map((one) => JSON.stringify(seenBy(rules, one))), rules }), encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (error) throw error
  // 0: all hold, or none applies; 19: some do not.
  if (status !== 0 && status !== 19) throw new Error(`cfn-guard ended with ${status}: ${stderr.trim().split('\n', 1)[0]}`)
  // In the order of the templates.
  const reports = JSON.parse(stdout)
  if (reports.length !== templates.length) throw new Error(`cfn-guard reports on ${reports.length} of ${templates.length} templates`)
  // A rule that is passed over is one that nobody would miss.
  const passedOver = reports.flatMap((report) => report.not_applicable)
  if (passedOver.length > 0) throw new Error(`Rules that do not say whether they hold: ${[...new Set(passedOver)].join(', ')}`)
  return reports.map((report) => [...new Set(report.not_compliant.map(({ Rule }) => Rule.name))].sort())
}
