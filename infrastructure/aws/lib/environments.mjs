// The parameters with which the checks look at a template: each environment, and what may differ within one.

const region = { 'AWS::Region': 'eu-west-1' }
const mail = { AlarmMail: 'alarms@example.ie', FallbackMail: 'fallback@example.ie' }
const domain = {
  DomainName: 'tradsessions.example',
  HostedZoneId: 'Z0123456789ABCDEFGHIJ',
  CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
}
const boundary = { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/tradsessions-boundary' }
const webAcl = {
  WebAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/tradsessions/00000000-0000-4000-8000-000000000000',
}

const dev = { ...region }
const test = { ...region, ...boundary, Environment: 'test', LocalOrigins: '' }
const prod = {
  ...region,
  ...mail,
  ...domain,
  ...webAcl,
  ...boundary,
  Environment: 'prod',
  LocalOrigins: '',
  ReserveConcurrency: 'yes',
}
const { DomainName, HostedZoneId, CertificateArn, ...withoutDomain } = prod

/** Of application.yaml: dev, test and prod. */
export const environments = { dev, test, prod }

/** Of application.yaml: the environments, and their variants by a name that says what differs. */
export const parameterSets = {
  ...environments,
  'prod without domain': withoutDomain,
  'prod with existing detector': { ...prod, ExistingDetector: 'yes' },
  'prod with replica': { ...prod, ReplicaRegion: 'eu-central-1' },
  'dev without origins': { ...dev, LocalOrigins: '' },
}
