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

/** The rules of a subject, for example of "sign-in": each by its name, with what the file names for all of them. */
export function rulesOf(subject) {
  const [shared, ...rules] = textOf(subject).split(/^(?=rule )/m)
  return Object.fromEntries(rules.map((rule) => [/^rule (\w+)/.exec(rule)[1], shared + rule]))
}

/**
 * The names of the rules that the template breaks.
 *
 * @param rules texts of one or more rules, each with the names it uses
 * @param template with its conditions decided: cfn-guard sees Fn::If as a value, and would find what is not there
 */
export function broken(rules, template) {
  const { status, stdout, stderr, error } = spawnSync(
    program(),
    ['validate', '--payload', '--structured', '--output-format', 'json', '--show-summary', 'none'],
    { input: JSON.stringify({ data: [JSON.stringify(template)], rules }), encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (error) throw error
  // 0: all hold, or none applies; 19: some do not.
  if (status !== 0 && status !== 19) throw new Error(`cfn-guard ended with ${status}: ${stderr.trim().split('\n', 1)[0]}`)
  const reports = JSON.parse(stdout)
  // A rule that is passed over is one that nobody would miss.
  const passedOver = reports.flatMap((report) => report.not_applicable)
  if (passedOver.length > 0) throw new Error(`Rules that do not say whether they hold: ${passedOver.join(', ')}`)
  return [...new Set(reports.flatMap((report) => report.not_compliant.map(({ Rule }) => Rule.name)))].sort()
}
