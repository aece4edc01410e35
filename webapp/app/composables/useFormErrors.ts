import type { Failure } from './useRefusal'
import { errorsOf, fieldId, type FieldMessage, type FormErrors } from '../utils/forms'
import type { Problem } from '../utils/requests'

/** What a refusal asks of the page; what is only to be said is said by the form itself. */
export type Refusal
  = | { kind: 'signedOut' }
    | { kind: 'stale' }
    | { kind: 'looksAlike', candidates: Problem['candidates'] }
    | { kind: 'said' }

/**
 * What is wrong with a form, said beside each field: once it was left, and all of it once the form was sent. What the API
 * refused stands there too, until its field is changed.
 *
 * @param check the rules of the form, by the state that it is in
 */
export function useFormErrors(check: () => Record<string, FieldMessage | undefined>, fields: readonly string[]) {
  const { t } = useAccountI18n()
  const { refusalText } = useRefusal()
  const left = ref<ReadonlySet<string>>(new Set())
  const sent = ref(false)
  const refused = ref<FormErrors>({})

  const current = computed<FormErrors>(() => Object.fromEntries(Object.entries(check()).flatMap(([field, message]) => (message ? [[field, message]] : []))))
  const messages = computed(() => {
    const own = Object.entries(current.value).filter(([field]) => sent.value || left.value.has(field))
    return { ...refused.value, ...Object.fromEntries(own) }
  })
  /** The text of what is wrong, by field; what is about no field is under the empty name. */
  const errors = computed<Record<string, string>>(() => Object.fromEntries(Object.entries(messages.value).map(([field, message]) => [field, textOf(message)])))
  const problems = computed(() => Object.entries(errors.value).map(([field, text]) => ({ field, text })).sort((a, b) => place(a.field) - place(b.field)))

  const place = (field: string) => (field ? fields.indexOf(field) + 1 || fields.length + 1 : 0)
  const textOf = (message: FieldMessage) => ('text' in message ? message.text : t(message.key, message.values ?? {}))

  /** For `focusout` of the form: a field is left when the focus goes to another one. */
  function onLeave(event: FocusEvent) {
    const field = fieldOf(event.target)
    if (field && fieldOf(event.relatedTarget) !== field) judge(field)
  }

  /** As if the field was left: whether nothing is wrong with it. */
  function judge(field: string): boolean {
    left.value = new Set([...left.value, field])
    return !current.value[field]
  }

  /** For `input` and `click` of the form: what the API said of a field was about what is no longer there. */
  function onChange(event: Event) {
    const field = fieldOf(event.target)
    if (field && refused.value[field]) refused.value = Object.fromEntries(Object.entries(refused.value).filter(([one]) => one !== field))
  }

  /** False, with all errors on screen, where the form cannot be sent. */
  function beforeSending(): boolean {
    refused.value = {}
    sent.value = true
    return Object.keys(current.value).length === 0
  }

  /**
   * Says why the API refused the form, as far as that is for this form to say.
   *
   * @param prefix of the fields, where the request was about a part of the form
   */
  function refuse(failure: Failure, prefix = ''): Refusal {
    if (failure.kind === 'signedOut') return { kind: 'signedOut' }
    if (isStale(failure)) return { kind: 'stale' }
    if (failure.kind === 'refused') {
      const { type, candidates, errors: byField } = failure.problem
      if (type === '/problems/looks-alike') return { kind: 'looksAlike', candidates }
      if (Object.keys(byField).length) {
        refused.value = errorsOf(byField, fields, prefix)
        return { kind: 'said' }
      }
    }
    say(refusalText(failure))
    return { kind: 'said' }
  }

  /** Says what is wrong with a field, or with no single one. */
  function say(text: string, field = '') {
    refused.value = { ...refused.value, [field]: { text } }
  }

  /** For a short form: the first field with something wrong takes the focus. */
  async function focusFirst() {
    const first = problems.value.find(({ field }) => field)
    await nextTick()
    if (first) document.getElementById(fieldId(first.field))?.focus()
  }

  /** As if nothing had been typed yet. */
  function reset() {
    left.value = new Set()
    sent.value = false
    refused.value = {}
  }

  return { errors, problems, onLeave, onChange, judge, beforeSending, refuse, say, focusFirst, reset }
}

function fieldOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined
}
