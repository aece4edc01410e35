import type { PlainDate } from '../utils/dates'

/** What the visitor said of a night on a card. It is kept for as long as the tab is open: a card comes and goes with its list. */
export function useCardWord(session: () => string, night: () => PlainDate | null) {
  const words = useState<Record<string, boolean>>('card-words', () => ({}))
  const key = computed(() => `${session()}/${night()}`)
  const said = computed(() => words.value[key.value] ?? null)

  function keep(on: boolean | null) {
    const { [key.value]: _, ...others } = words.value
    words.value = on === null ? others : { ...others, [key.value]: on }
  }

  return { said, keep }
}
