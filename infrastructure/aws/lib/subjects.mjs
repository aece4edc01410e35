// Which rules (controls/*.guard) are about which template, and the parameters of each in every environment that it is for.
import { environments, parameterSets } from './environments.mjs'

const { prod } = environments
const edge = { 'AWS::Region': 'us-east-1' }
const pipeline = {
  'AWS::Region': prod['AWS::Region'],
  Repository: 'traditional/sessions',
  EdgeArtifactBucket: 'tradsessions-edge',
  EdgeArtifactKey: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000',
  ApprovalMail: 'approvals@example.ie',
  AlarmMail: prod.AlarmMail,
  FallbackMail: prod.FallbackMail,
  DomainName: prod.DomainName,
  HostedZoneId: prod.HostedZoneId,
}
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
    environments: { prod: { ...edge, AlarmMail: prod.AlarmMail, FallbackMail: prod.FallbackMail, DistributionId: 'E0123456789ABC', WebAclMetric: 'tradsessions-edge' } },
  },
  'pipeline.yaml': {
    rules: ['pipeline'],
    environments: { prod: pipeline },
  },
  'pipeline-edge.yaml': { rules: ['pipeline-edge'], environments: { prod: edge } },
}
