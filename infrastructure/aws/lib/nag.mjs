// Asks cdk-nag's rules AwsSolutions and Serverless about templates: plain CloudFormation whose conditions are decided.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, LegacyStackSynthesizer, Stack, Validations } from 'aws-cdk-lib'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'

/**
 * `[{template, resource, rule, severity, description}]`: what the rules find, errors and warnings.
 *
 * @param templates by name
 */
export function findings(templates) {
  const folder = mkdtempSync(join(tmpdir(), 'nag-'))
  try {
    const app = new App({
      outdir: join(folder, 'out'),
      analyticsReporting: false,
      // Another check asks it, of every template.
      builtinCloudFormationValidation: false,
      // The report says what is found; else it would be printed, and thrown.
      context: { '@aws-cdk/core:failSynthOnValidationErrors': false },
    })
    const names = Object.entries(templates).map(([name, template], index) => {
      const stack = new Stack(app, `T${index}`, { synthesizer: new LegacyStackSynthesizer() })
      const templateFile = join(folder, `${index}.json`)
      // Decided already; a parameter that nobody refers to would be a finding of its own.
      const { Parameters, ...decided } = template
      writeFileSync(templateFile, JSON.stringify(decided))
      new CfnInclude(stack, 'Template', { templateFile })
      return name
    })
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
    app.synth()
    const { pluginReports } = JSON.parse(readFileSync(join(folder, 'out', 'validation-report.json'), 'utf8'))
    const lost = ['AwsSolutions', 'Serverless'].filter((name) => !pluginReports.some(({ pluginName }) => pluginName === name))
    const failed = pluginReports.filter(({ metadata }) => metadata?.error).map(({ metadata }) => metadata.error)
    if (lost.length + failed.length > 0) throw new Error([...lost.map((name) => `No report of ${name}`), ...failed].join('; '))
    return pluginReports.flatMap(({ violations }) => violations.flatMap(({ ruleName, description, severity, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => {
        const [, index, resource] = /^T(\d+)\/Template\/(.+)$/.exec(constructPath) ?? []
        return { template: names[index], resource, rule: ruleName, severity, description }
      })))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The findings that nobody has acknowledged, and the acknowledgements that nothing needs.
 *
 * @param acknowledged `[{resource, rule, reason}]`; a resource of `Route*` stands for all that begin so
 */
export function judge(found, acknowledged) {
  const covers = (one) => ({ resource, rule }) => one.rule === rule
    && (one.resource.endsWith('*') ? resource.startsWith(one.resource.slice(0, -1)) : one.resource === resource)
  return {
    unacknowledged: found.filter((finding) => !acknowledged.some((one) => covers(one)(finding))),
    needless: acknowledged.filter((one) => !found.some(covers(one))),
  }
}
