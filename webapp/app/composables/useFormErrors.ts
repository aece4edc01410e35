import type { MemberResult } from './useMemberApi'
import { errorsOf, type FieldMessage, type FormErrors } from '../utils/forms'
import type { Problem } from '../utils/requests'

/** What a refusal asks of the page; what is only to be said is said by the form itself. */
export type Refusal
  = | { kind: 'signedOut' }
    | { kind: 'stale' }
    | { kind: 'looksAlike', candidates: Problem['candidates'] }
    | { kind: 'notFound' }
    | { kind: 'said' }

/**
 * What is wrong with a form, said beside each field: once it was left, and all of it once the form was sent. What the API
 * refused stands there too, until its field is changed.
 *
 * @param check the rules of the form, by the state that it is in
 */
export function useFormErrors(check: () => FormErrors, fields: readonly string[]) {
  const { t } = useMemberI18n()
  const left = ref<ReadonlySet<string>>(new Set())
  const sent = ref(false)
  const refused = ref<FormErrors>({})

  const current = computed(check)
  const messages = computed(() => {
    const own = Object.entries(current.value).filter(([field]) => sent.value || left.value.has(field))
    return { ...refused.value, ...Object.fromEntries(own) }
  })
  /** The text of what is wrong, by field. */
  const errors = computed<Record<string, string>>(() => Object.fromEntries(Object.entries(messages.value).map(([field, message]) => [field, textOf(message)])))
  const problems = computed(() => Object.entries(errors.value).map(([field, text]) => ({ field, text })).sort((a, b) => place(a.field) - place(b.field)))

  const place = (field: string) => (field ? fields.indexOf(field) + 1 || fields.length + 1 : 0)
  const textOf = (message: FieldMessage) => ('text' in message ? message.text : t(message.key, message.values ?? {}))

  /** For `focusout` of the form: a field is left when the focus goes to another one. */
  function onLeave(event: FocusEvent) {
    const field = fieldOf(event.target)
    if (field && fieldOf(event.relatedTarget) !== field) left.value = new Set([...left.value, field])
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
  function refuse(answer: Exclude<MemberResult<unknown>, { kind: 'ok' }>, prefix = ''): Refusal {
    if (answer.kind === 'signedOut') return { kind: 'signedOut' }
    if (answer.kind === 'unavailable') return say(t('error.text'))
    const { problem } = answer
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60))
    if (problem.status === 412) return { kind: 'stale' }
    if (problem.type === '/problems/looks-alike') return { kind: 'looksAlike', candidates: problem.candidates }
    if (problem.status === 404) return { kind: 'notFound' }
    if (problem.status === 429) return say(t('refused.tooMany', { n: minutes }, minutes))
    if (problem.status === 403) return say(t('refused.notAllowed'))
    if (problem.type === '/problems/taken-down') return say(t('refused.takenDown'))
    if (Object.keys(problem.errors).length) {
      refused.value = errorsOf(problem.errors, fields, prefix)
      return { kind: 'said' }
    }
    return say(problem.detail || t('error.text'))
  }

  function say(text: string): Refusal {
    refused.value = { '': { text } }
    return { kind: 'said' }
  }

  /** As if nothing had been typed yet. */
  function reset() {
    left.value = new Set()
    sent.value = false
    refused.value = {}
  }

  return { errors, problems, onLeave, onChange, beforeSending, refuse, reset }
}

function fieldOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined
}
