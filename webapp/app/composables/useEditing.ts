import type { MemberResult } from './useMemberApi'
import type { MyPage } from './useMySession'
import { differencesOf, firstChoices, merge, type Choices } from '../utils/differences'
import type { FormErrors } from '../utils/forms'

/** One thing that a member changes: how it is shown in a form, sent, and told in words. */
interface Edited<State extends { version: number }, Form extends object, Input extends object> {
  /** The name under which the draft is kept. */
  draft: string
  /** Where it is shown, once it is changed. */
  path: string
  page: Ref<MyPage>
  state: Readonly<Ref<State | null>>
  form: Ref<Form>
  /** The form with nothing in it: what an older version of the app kept may lack fields. */
  empty: () => Form
  formOf: (state: State) => Form
  inputOf: (form: Form) => Input
  check: () => FormErrors
  fields: readonly string[]
  load: () => Promise<MemberResult<State>>
  /** Changes it as from a version: refused where there is a later one. */
  change: (version: number, input: Input) => Promise<MemberResult<State>>
  label: (field: keyof Input & string) => string
  /** The value of a field in words; of a version that somebody else saved, where it takes more than the input to say it. */
  valueOf: (field: keyof Input & string, input: Input, theirs: State) => string
}

/**
 * Changing one thing in a form that is kept as a draft. Where somebody else has changed the thing meanwhile, both versions
 * are set side by side, and nothing is overwritten unseen.
 */
export function useEditing<State extends { version: number }, Form extends object, Input extends object>(edited: Edited<State, Form, Input>) {
  const { page, state, form, inputOf } = edited
  const { t } = useMemberI18n()
  const announcer = useAnnouncer()
  const router = useRouter()
  const { refusalText } = useRefusal()
  const { errors, problems, onLeave, onChange, beforeSending, refuse, reset } = useFormErrors(edited.check, edited.fields)

  const saving = ref(false)
  /** The elements that take the focus when there is something to read in them. */
  const summary = ref<{ focus: () => void } | null>(null)
  const versionChoice = ref<{ focus: () => void } | null>(null)

  /** What the form began with: what differs from it is what this member changed. */
  const begun = shallowRef<{ version: number, input: Input } | null>(null)
  const inputIn = (of: State) => inputOf(edited.formOf(of))
  const draft = useDraft(edited.draft, () => ({ form: form.value, begun: begun.value }), (kept) => {
    if (!kept.form || !kept.begun) return
    form.value = { ...edited.empty(), ...kept.form }
    begun.value = kept.begun
  })

  function begin() {
    form.value = edited.formOf(state.value!)
    begun.value = { version: state.value!.version, input: inputIn(state.value!) }
    draft.start()
  }

  watch(page, now => now === 'ready' && !begun.value && begin(), { immediate: true })

  /** Throws away what was typed. */
  function startAfresh() {
    draft.clear()
    reset()
    theirs.value = null
    begin()
  }

  /** Somebody else's change, and mine beside it. */
  const theirs = shallowRef<State | null>(null)
  const mine = shallowRef<Input | null>(null)
  const choices = ref<Choices>({})
  const rows = computed(() => {
    const [newest, own] = [theirs.value, mine.value]
    if (!newest || !own || !begun.value) return []
    const inWords = (field: keyof Input & string, input: Input) => edited.valueOf(field, input, newest)
    const other = inputIn(newest)
    return differencesOf<Input>(begun.value.input, own, other).map(({ field, changedBy }) => ({ field, changedBy, label: edited.label(field), mine: inWords(field, own), theirs: inWords(field, other) }))
  })

  async function submit() {
    if (!beforeSending()) return showProblems()
    await save(begun.value!.version, inputOf(form.value))
  }

  function saveChosen() {
    return save(theirs.value!.version, merge(mine.value!, inputIn(theirs.value!), choices.value))
  }

  async function save(version: number, input: Input) {
    saving.value = true
    const answer = await edited.change(version, input)
    saving.value = false
    if (answer.kind === 'ok') {
      draft.clear()
      announcer.polite(t('edit.saved'))
      await router.push(edited.path)
      return
    }
    const refusal = refuse(answer)
    if (refusal.kind === 'signedOut') page.value = 'signedOut'
    else if (refusal.kind === 'stale') await compare(input)
    else await showProblems()
  }

  async function compare(input: Input) {
    const newest = await edited.load()
    if (newest.kind !== 'ok') {
      refuse(newest)
      return showProblems()
    }
    const differences = differencesOf(begun.value!.input, input, inputIn(newest.data))
    // They saved just what I typed, or another part of it, such as a night of a session.
    if (differences.every(one => one.changedBy === 'me')) return save(newest.data.version, input)
    mine.value = input
    theirs.value = newest.data
    choices.value = firstChoices(differences)
    await nextTick()
    versionChoice.value?.focus()
  }

  async function showProblems() {
    await nextTick()
    summary.value?.focus()
  }

  const actError = ref('')
  /** Does at once what is apart from the form. False, with the reason on screen, where it is refused. */
  async function act(request: () => Promise<MemberResult<State>>): Promise<boolean> {
    actError.value = ''
    saving.value = true
    const before = state.value!.version
    const answer = await request()
    saving.value = false
    if (answer.kind === 'ok') {
      // The form goes on from there, unless somebody else has changed it too.
      if (begun.value?.version === before) begun.value = { ...begun.value, version: answer.data.version }
      return true
    }
    if (answer.kind === 'signedOut') page.value = 'signedOut'
    else if (isStale(answer)) {
      await edited.load()
      actError.value = t('refused.changedMeanwhile')
    }
    else actError.value = refusalText(answer)
    return false
  }

  return { saving, errors, problems, onLeave, onChange, summary, versionChoice, restored: draft.restored, startAfresh, theirs, choices, rows, submit, saveChosen, act, actError }
}
