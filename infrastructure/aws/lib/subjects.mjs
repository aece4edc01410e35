// Which rules (controls/*.guard) are about which template, and the parameters of each in every environment that it is for.
import { environments, parameterSets } from './environments.mjs'

const { prod } = environments
const edge = { 'AWS::Region': 'us-east-1' }
const replica = 'prod with replica'

export const subjects = {
  'application.yaml': {
    rules: ['table', 'functions', 'rights', 'api', 'sign-in', 'site', 'watch', 'backup', 'guard'],
    environments: { ...environments, [replica]: parameterSets[replica] },
  },
  'edge.yaml': {
    rules: ['edge'],
    environments: { prod: { ...edge, Environment: 'prod', DomainName: prod.DomainName, HostedZoneId: prod.HostedZoneId } },
  },
  'edge-alarms.yaml': {
    rules: ['edge-alarms'],
    environments: { prod: { ...edge, AlarmMail: prod.AlarmMail, DistributionId: 'E0123456789ABC', WebAclMetric: 'tradsessions-edge' } },
  },
}
