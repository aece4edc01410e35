// What a role of a resolved template may do, in sets that can be compared.

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
