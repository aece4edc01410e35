// Asks cdk-nag's rules AwsSolutions and Serverless about templates: plain CloudFormation whose conditions are decided.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, LegacyStackSynthesizer, Stack, Validations } from 'aws-cdk-lib'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'

/**
 * `[{template, environment, resource, rule, severity, description}]`: what the rules find, errors and warnings.
 *
 * @param targets `[{template, environment, resolved}]`: a name, an environment, and what the template is in it
 */
export function findings(targets) {
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
    targets.forEach(({ resolved }, index) => {
      const stack = new Stack(app, `T${index}`, { synthesizer: new LegacyStackSynthesizer() })
      const templateFile = join(folder, `${index}.json`)
      writeFileSync(templateFile, JSON.stringify(resolved))
      new CfnInclude(stack, 'Template', { templateFile })
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
        const { template, environment } = targets[index]
        return { template, environment, resource, rule: ruleName, severity, description }
      })))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The findings that nobody has acknowledged, and the acknowledgements that nothing needs.
 *
 * @param found with `environment`
 * @param acknowledged `[{template, rule: [id], resource: [id], environments, reason}]`, each rule for each resource; without
 *     environments, for all
 */
export function judge(found, acknowledged) {
  const single = acknowledged.flatMap((one) =>
    one.rule.flatMap((rule) => one.resource.map((resource) => ({ ...one, rule, resource }))))
  const covers = (one, finding) => one.template === finding.template && one.rule === finding.rule
    && one.resource === finding.resource && (one.environments?.includes(finding.environment) ?? true)
  return {
    unacknowledged: found.filter((finding) => !single.some((one) => covers(one, finding))),
    needless: single.filter((one) => !found.some((finding) => covers(one, finding))),
  }
}
