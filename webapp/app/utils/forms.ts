/** What is wrong with a field: the key of a message, with the values in it, or what the API said of it. */
export type FieldMessage = { key: string, values?: Record<string, string | number> } | { text: string }

/** What is wrong with a form, by the path of the field in the body of the request, such as "schedule.start". */
export type FormErrors = Record<string, FieldMessage>

/** The length of a text as a reader counts it: a letter with its accent is one, and so is a picture. */
export function lengthOf(text: string): number {
  return [...text].length
}

/** The API has null where nothing was typed. */
export function textOrNull(text: string): string | null {
  return text.trim() || null
}

/**
 * What the API refused, on the fields of a form. The API may name a part of a field ("schedule.dates[2]"), which is said
 * at the field; what belongs to no field is under the empty name.
 */
export function errorsOf(refused: Record<string, string>, fields: readonly string[], prefix = ''): FormErrors {
  const errors: FormErrors = {}
  for (const [path, reason] of Object.entries(refused)) {
    let field = prefix + path
    while (field && !fields.includes(field)) field = field.slice(0, Math.max(field.lastIndexOf('.'), field.lastIndexOf('['), 0))
    errors[field] ??= { text: field ? reason : `${path}: ${reason}` }
  }
  return errors
}

/** The id of the element that shows a field. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** Chosen values in the order in which they are offered, so that equal choices are equal texts. */
export function inOrder<T>(order: readonly T[], chosen: readonly T[]): T[] {
  return order.filter(one => chosen.includes(one))
}
