import type { Problem } from '../utils/requests'

type Texts<K extends string> = Record<K, string>

/**
 * The text fields of a form. A field is judged when the visitor leaves it, and all of them on submit; what the server
 * refuses stands at the same field until its text changes.
 *
 * @param form the first part of the id of each field
 * @param rules says what is wrong with which field
 */
export function useFields<K extends string>(form: string, initial: Texts<K>, rules: (values: Texts<K>) => Partial<Texts<K>>) {
  const names = Object.keys(initial) as K[]
  const values = reactive({ ...initial }) as Texts<K>
  const judged = reactive(new Set<string>())
  const refused = ref<Record<string, { value: string, reason: string }>>({})
  /** What concerns no single field. */
  const message = ref('')

  const wrong = computed(() => rules(values))
  const errors = computed(() => Object.fromEntries(names.map((name) => {
    const refusal = refused.value[name]
    return [name, (judged.has(name) && wrong.value[name]) || (refusal?.value === values[name] ? refusal.reason : '')]
  })) as Texts<K>)

  const id = (name: K) => `${form}-${name}`
  const leave = (name: K) => void judged.add(name)

  /** Whether the form may be sent; if not, the first bad field takes the focus. */
  async function check(): Promise<boolean> {
    message.value = ''
    refused.value = {}
    for (const name of names) judged.add(name)
    return !(await focusFirstError())
  }

  /** Shows why the server refused the form. */
  async function refuse(problem: Problem, text = problem.detail) {
    refused.value = Object.fromEntries(names.filter(name => problem.errors[name]).map(name => [name, { value: values[name], reason: problem.errors[name]! }]))
    const others = Object.entries(problem.errors).filter(([field]) => !(names as string[]).includes(field))
    if (others.length) message.value = others.map(([field, reason]) => `${field}: ${reason}`).join(' ')
    else if (!Object.keys(refused.value).length) message.value = text
    await focusFirstError()
  }

  /** Empties the form. */
  function reset() {
    Object.assign(values, initial)
    judged.clear()
    refused.value = {}
    message.value = ''
  }

  async function focusFirstError(): Promise<boolean> {
    const first = names.find(name => errors.value[name])
    if (!first) return false
    await nextTick()
    document.getElementById(id(first))?.focus()
    return true
  }

  /** All that a field component needs. */
  const field = (name: K) => ({
    'id': id(name),
    'error': errors.value[name],
    'modelValue': values[name],
    'onUpdate:modelValue': (text: string) => void (values[name] = text),
    'onLeave': () => leave(name),
  })

  return { values, errors, message, field, leave, check, refuse, reset }
}
