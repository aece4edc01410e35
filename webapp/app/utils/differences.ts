/** A field that two versions of the same thing have differently. */
export interface Difference<T> {
  field: keyof T & string
  mine: unknown
  theirs: unknown
  /** Who changed it; null where both did, differently: then somebody has to choose. */
  changedBy: 'me' | 'them' | null
}

export type Choices = Record<string, 'mine' | 'theirs'>

/**
 * What I am about to save against what somebody else saved meanwhile, by the version that both began with.
 */
export function differencesOf<T extends object>(base: T, mine: T, theirs: T): Difference<T>[] {
  const fields = Object.keys(mine) as (keyof T & string)[]
  return fields.filter(field => !isEqual(mine[field], theirs[field])).map(field => ({
    field,
    mine: mine[field],
    theirs: theirs[field],
    changedBy: isEqual(base[field], theirs[field]) ? 'me' : isEqual(base[field], mine[field]) ? 'them' : null,
  }))
}

/** What only one of us changed is chosen from the start. */
export function firstChoices(differences: readonly Difference<never>[]): Choices {
  return Object.fromEntries(differences.flatMap(({ field, changedBy }) => (changedBy ? [[field, changedBy === 'me' ? 'mine' : 'theirs']] : [])))
}

/** Theirs, with those of my fields that were chosen. */
export function merge<T extends object>(mine: T, theirs: T, choices: Choices): T {
  const merged = { ...theirs }
  for (const field of Object.keys(mine) as (keyof T & string)[]) if (choices[field] === 'mine') merged[field] = mine[field]
  return merged
}

/** Values of the API are plain JSON: they are equal whatever the order of their members. */
function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)
}
