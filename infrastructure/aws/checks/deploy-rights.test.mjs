import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { actionsOf, canBe, includes, isKnown, namesOf, resourcesOf, statementsOf, takenBy } from '../lib/iam.mjs'
import { read } from '../lib/resolve.mjs'
import { pathOf, plainTemplates, transformed } from '../lib/templates.mjs'

// What CloudFormation's providers say that they need to create, read, update and delete a resource of each type:
// "handlers" in `aws cloudformation describe-type --type RESOURCE --type-name <type> --query Schema`, of 7 August 2026.
// The providers of budgets and of records in Route 53 say nothing.
const asked = JSON.parse(readFileSync(pathOf('checks/provider-permissions.json'), 'utf8'))

// What they need for nothing that our templates do.
const unused = {
  'a boundary is never taken from a role': ['iam:DeleteRolePermissionsBoundary'],
  'a key stays enabled, and goes on rotating': ['kms:DisableKey', 'kms:DisableKeyRotation', 'kms:EnableKey'],
  'neither pools nor functions have keys of their own':
    ['kms:Encrypt', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:RevokeGrant'],
  'no certificate comes from an authority of our own': ['acm-pca:*'],
  'functions are in no network, have no layers, and are not signed':
    ['ec2:*', 'elasticfilesystem:*', 's3files:*', 'lambda:GetCodeSigningConfig', 'lambda:GetLayerVersion', 'lambda:PassCapacityProvider'],
  'nothing is deployed to machines': ['codedeploy:RegisterOnPremisesInstance'],
  'the table is on demand, and streams to nobody': [
    'application-autoscaling:Delete*', 'application-autoscaling:Deregister*', 'application-autoscaling:Put*', 'application-autoscaling:Register*',
    'cloudwatch:PutMetricData', 'kinesis:*',
  ],
  'no reserved capacity, and no tables of the older global kind':
    ['dynamodb:DescribeEndpoints', 'dynamodb:DescribeReservedCapacity*', 'dynamodb:DescribeGlobalTable*'],
  'no log group has an index, and none goes to Firehose': ['logs:DeleteIndexPolicy', 'logs:PutIndexPolicy', 'firehose:*'],
  'buckets have no tables, are no sites, and give no object to somebody else':
    ['s3tables:*', 's3:*BucketMetadata*Configuration', 's3:DeleteBucketWebsite', 's3:DeleteObject', 's3:PutObjectAcl'],
  'IAM has no such action, and has one that is granted for the same':
    ['s3:Delete*Configuration', 's3:DeleteBucketCors', 's3:DeleteBucketEncryption', 's3:DeleteBucketLifecycle', 's3:DeleteBucketReplication'],
  'IAM has no such action': ['backup-storage:Mount', 'iam:DescribeOrganization', 's3:REST.PUT.OBJECT'],
}
const exempted = Object.values(unused).flat()

const pipeline = read(pathOf('pipeline.yaml'))
/** What a role, or a policy that several have, allows, with what some parameters leave out. */
const allowedBy = (resource) => [...statementsOf(resource), ...(resource.Properties.PolicyDocument?.Statement ?? [])]
  .map((one) => one['Fn::If']?.[1] ?? one)
  .filter(({ Effect }) => Effect === 'Allow')
const { Boundary, DeployNamed, DeployUnnamed } = pipeline.Resources
const deploying = [DeployNamed, DeployUnnamed].flatMap(allowedBy)
const boundary = allowedBy(Boundary).flatMap(actionsOf)

/** Why the roles that deploy cannot use an action on anything that it takes, or nothing. */
async function refused(action) {
  const granting = deploying.filter((one) => actionsOf(one).some((name) => includes(name, action)))
  if (granting.length === 0) return 'is not granted'
  if (!boundary.some((name) => includes(name, action))) return 'is outside the boundary'
  if (!await isKnown(action)) return undefined
  const taken = await takenBy(action)
  return granting.flatMap(resourcesOf).some((resource) => canBe(resource, taken, pipeline)) ? undefined : 'is granted to what it does not take'
}

test('it is known what every type of resource that is deployed needs', () => {
  const deployed = [transformed, read(pathOf('edge.yaml')), read(pathOf('edge-alarms.yaml'))]
  const types = new Set(deployed.flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)))
  assert.deepEqual(Object.keys(asked), [...types].sort())
})

for (const [type, patterns] of Object.entries(asked)) {
  test(`the roles that deploy may do what is needed for ${type}`, async () => {
    const needed = (await Promise.all(patterns.map(namesOf))).flat()
      .filter((action) => !exempted.some((name) => includes(name, action)))
    const missing = await Promise.all(needed.map(async (action) => [action, await refused(action)]))
    assert.deepEqual(missing.filter(([, reason]) => reason), [])
  })
}

test('what is left out as unused is asked for, and refused', async () => {
  const needed = (await Promise.all(Object.values(asked).flat().map(namesOf))).flat()
  for (const name of exempted) {
    const meant = needed.filter((action) => includes(name, action))
    assert.notEqual(meant.length, 0, name)
    const reasons = await Promise.all(meant.map(refused))
    assert.ok(reasons.some(Boolean), `${name} is granted`)
  }
})

// AWS grants these in its own documents to what its list of actions does not name.
const documented = ['cloudformation:CreateChangeSet', 'codedeploy:PutLifecycleEventHookExecutionStatus']

const templates = [['application.yaml', transformed], ...plainTemplates.map((name) => [name, read(pathOf(name))])]
for (const [name, template] of templates) {
  const roles = Object.entries(template.Resources).filter(([, { Type }]) => ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'].includes(Type))
  if (roles.length === 0) continue

  test(`what is granted can be granted: ${name}`, async () => {
    for (const [id, role] of roles) {
      for (const statement of allowedBy(role)) {
        for (const action of actionsOf(statement).filter((one) => !one.includes('*') && !documented.includes(one))) {
          if (!await isKnown(action)) {
            assert.ok(Object.values(asked).flat().includes(action), `${id}: ${action} is no action`)
            continue
          }
          const taken = await takenBy(action)
          assert.ok(resourcesOf(statement).some((resource) => canBe(resource, taken, template)), `${id}: ${action}`)
        }
      }
    }
  })
}
