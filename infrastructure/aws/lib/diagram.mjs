// Draws prod from its templates, as Mermaid text: what there is, and what refers to what. Written into docs/infrastructure.md
// and the README between two marks.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { environments } from './environments.mjs'
import { intrinsic, read, resolve } from './resolve.mjs'
import { subjects } from './subjects.mjs'

const BEGIN = '<!-- Drawn by npm run diagram -->\n'
const END = '<!-- End of the drawing -->\n'

export const documents = ['../../../docs/infrastructure.md', '../../../README.md'].map((path) => new URL(path, import.meta.url))

/** The ids of resources that a value names, by Ref, Fn::GetAtt or Fn::Sub. */
export function namesIn(value) {
  const [name, argument] = intrinsic(value) ?? []
  if (name === 'Ref') return [argument.split('.')[0]]
  if (name === 'Fn::GetAtt') return [[argument].flat()[0]]
  if (name === 'Fn::Sub') {
    const [text, given = {}] = [argument].flat()
    const inText = [...text.matchAll(/\$\{([^!}]+)\}/g)].map(([, one]) => one.split('.')[0])
    return [...inText.filter((one) => !(one in given)), ...Object.values(given).flatMap(namesIn)]
  }
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(namesIn) : []
}

const isOf = (...types) => (id, { Type }) => types.some((type) => Type.startsWith(`AWS::${type}`))
const isCalled = (pattern) => (id) => pattern.test(id)
const isAt = (api) => (id, { Type, Properties }) => id === api || (Type.startsWith('AWS::ApiGatewayV2') && Properties.ApiId?.Ref === api)

// What a person would name, in the order of the sections of the template. A resource is part of the first that fits.
const parts = [
  ['Edge', 'edge', 'CloudFront', isOf('CloudFront')],
  ['Edge', 'dns', 'Route 53', isOf('Route53')],
  ['Edge', 'certificate', 'ACM<br/>certificate', isOf('CertificateManager')],
  ['Edge', 'waf', 'WAF<br/>reputation, rates, body size', isOf('WAFv2', 'Logs::ResourcePolicy'), isCalled(/^WebAcl/)],
  ['Site', 'site', 'S3<br/>the site', isCalled(/^SiteBucket/)],
  ['Site', 'logs', 'S3<br/>access logs', isCalled(/^LogBucket/)],
  ['APIs', 'publicApi', 'API Gateway<br/>public API', isAt('PublicApi'), isCalled(/^Public(AccessLogs|Throttled)/)],
  ['APIs', 'privateApi', 'API Gateway<br/>private API', isAt('PrivateApi'), isCalled(/^(Private(AccessLogs|Throttled)|SignInsRefused)/)],
  ['Sign-in', 'pool', 'Cognito<br/>members', isOf('Cognito')],
  ['Functions', 'public', 'Lambda<br/>public function', isCalled(/^Public(Function|Role|Logs|Permission|IndexMetric)$/)],
  ['Functions', 'private', 'Lambda<br/>private function', isCalled(/^Private(Function|Role|Logs|Permission|IndexMetric)$/)],
  ['Functions', 'fold', 'Lambda<br/>fold of the journal', isCalled(/^(Fold(Function|Role|Logs)|IndexErrorsMetric)$/)],
  ['Functions', 'check', 'Lambda<br/>check before traffic', isCalled(/^PreTraffic/)],
  ['Functions', 'deployment', 'CodeDeploy<br/>canary and rollback', isCalled(/^Deployment/)],
  ['Functions', 'schedules', 'EventBridge Scheduler', isOf('Scheduler'), isCalled(/^ScheduleRole$/)],
  ['Functions', 'failed', 'SQS<br/>failed events', isCalled(/^FailedEvents(Policy)?$/)],
  ['Functions', 'secret', 'Secrets Manager<br/>key of the cursors', isOf('SecretsManager')],
  ['Table', 'table', 'DynamoDB', isOf('DynamoDB')],
  ['Watch', 'topic', 'SNS<br/>alarms by mail', isCalled(/^(Alarms|AlarmsPolicy|AlarmMailSubscription|AlarmKey)$/)],
  ['Watch', 'undelivered', 'SQS<br/>undelivered alarms', isCalled(/^UndeliveredAlarms/)],
  ['Watch', 'fallback', 'SNS<br/>fallback by mail', isCalled(/^Fallback/)],
  ['Watch', 'dashboard', 'CloudWatch<br/>dashboard', isOf('CloudWatch::Dashboard')],
  ['Backup', 'backup', 'AWS Backup<br/>daily, monthly, restore test', isOf('Backup'), isCalled(/^Backup(Role|Events)$/)],
  ['Watch', 'alarms', 'CloudWatch', isOf('CloudWatch')],
  ['Guard', 'guard', 'GuardDuty<br/>findings', isOf('GuardDuty', 'Events')],
  ['Guard', 'budget', 'Budget', isOf('Budgets')],
]

// Alarms and the dashboard look at everything, so only what they tell is drawn.
const silent = new Set(['Dimensions', 'Metrics', 'DashboardBody', 'LogGroupName', 'MetricTransformations', 'KmsMasterKeyId'])
// Who may call is said on the side that is called: the line would point the wrong way.
const permits = ({ Type }) => /^AWS::(Lambda::Permission|S3::BucketPolicy|SNS::TopicPolicy|SQS::QueuePolicy)$/.test(Type)
const drawn = (value) => JSON.parse(JSON.stringify(value, (key, one) => (silent.has(key) ? undefined : one)))

/** The node of a resource. */
export function partOf(id, resource) {
  const part = parts.find(([, , , ...fits]) => fits.some((fit) => fit(id, resource)))
  if (part === undefined) throw new Error(`The diagram has no place for ${id}, a ${resource.Type}: see parts in lib/diagram.mjs`)
  return part[1]
}

const ofProd = (file) => resolve(read(new URL(`../${file}`, import.meta.url)), subjects[file].environments.prod).Resources

/** Mermaid's text, of the resources of one environment and of what stands in front of it. */
export function draw(resources) {
  const members = Object.groupBy(Object.entries(resources), ([id, resource]) => partOf(id, resource))
  const nodes = Object.fromEntries(Object.entries(resources).map(([id, resource]) => [id, partOf(id, resource)]))
  const count = (node, type) => (members[node] ?? []).filter(([, { Type }]) => Type.startsWith(`AWS::${type}`)).length
  const more = {
    publicApi: () => `, ${count('publicApi', 'ApiGatewayV2::Route')} routes`,
    privateApi: () => `, ${count('privateApi', 'ApiGatewayV2::Route')} routes`,
    alarms: () => `<br/>${count('alarms', 'CloudWatch')} alarms`,
    schedules: () => `<br/>${count('schedules', 'Scheduler')} schedules`,
  }
  const { WebAclArn, CertificateArn } = environments.prod
  const byArn = Object.entries({ [WebAclArn]: 'waf', [CertificateArn]: 'certificate' })
  const lines = new Set()
  for (const [id, resource] of Object.entries(resources)) {
    if (permits(resource)) continue
    const shown = drawn(resource)
    const text = JSON.stringify(shown)
    const targets = [...namesIn(shown).map((name) => nodes[name]), ...byArn.filter(([arn]) => text.includes(arn)).map(([, node]) => node)]
    for (const target of targets) if (target !== undefined && target !== nodes[id]) lines.add(`  ${nodes[id]} --> ${target}`)
  }
  const groups = Object.groupBy(parts.filter(([, node]) => members[node]), ([group]) => group)
  return [
    'flowchart LR',
    '  people([Visitors and members]) --> edge',
    ...Object.entries(groups).flatMap(([group, inside]) => [
      `  subgraph ${group}`,
      ...inside.map(([, node, label]) => `    ${node}["${label}${more[node]?.() ?? ''}"]`),
      '  end',
    ]),
    ...[...lines].sort(),
  ].join('\n')
}

export const drawing = () => draw({ ...ofProd('edge.yaml'), ...ofProd('application.yaml') })

/** The document with this drawing between its marks. */
export function withDrawing(text, mermaid) {
  const from = text.indexOf(BEGIN)
  const to = text.indexOf(END)
  if (from < 0 || to < from) throw new Error(`A document needs the lines ${BEGIN.trim()} and ${END.trim()}`)
  return `${text.slice(0, from + BEGIN.length)}\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n\n${text.slice(to)}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const document of documents) writeFileSync(document, withDrawing(readFileSync(document, 'utf8'), drawing()))
}
