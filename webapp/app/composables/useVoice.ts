import type { MemberSession, Mine } from '../types/member'
import type { MemberResult } from './useMemberApi'
import { hasSignedIn } from '../utils/signedIn'
import { partOf, sendWord, withWord, type Word } from '../utils/voice'

const NOTHING: Mine = { review: null, nights: [], asked: null, gone: false, helpful: [] }

/**
 * What the visitor says of a session. A tap is on screen at once, and put right again where the server refuses it. What
 * asks the API is loaded with the first word; whoever is signed out is led to signing in, and back to the same place.
 *
 * @param known the session as this member sees it, as far as that is loaded
 */
export function useVoice(id: () => string, known: () => MemberSession | null) {
  const { refusalText } = useRefusal()
  const announcer = useAnnouncer()
  const route = useRoute()
  const router = useRouter()

  const guess = shallowRef<Mine | null>(null)
  const mine = computed(() => guess.value ?? known()?.mine ?? NOTHING)
  const refusal = shallowRef<{ word: Word, text: string } | null>(null)
  const waiting = ref(0)
  // One request after another, so that the last tap is the last word.
  let last: Promise<unknown> = Promise.resolve()

  watch(id, () => {
    guess.value = null
    refusal.value = null
  })

  /** Whether the server took it. */
  async function say(word: Word): Promise<boolean> {
    if (!hasSignedIn()) {
      await signIn(partOf(word))
      return false
    }
    const session = id()
    refusal.value = null
    guess.value = withWord(mine.value, word)
    waiting.value++
    const turn = last.then(() => request(session, word))
    last = turn
    const answer = await turn
    waiting.value--
    if (!waiting.value) guess.value = null
    if (answer.kind === 'ok') return true
    if (session !== id()) return false
    refusal.value = { word, text: refusalText(answer) }
    announcer.assertive(refusal.value.text)
    return false
  }

  async function request(session: string, word: Word): Promise<MemberResult<MemberSession>> {
    try {
      const { useMySessions } = await import('../stores/mySessions')
      return await sendWord(useMySessions(), session, word)
    }
    catch {
      // The script could not be fetched.
      return { kind: 'unavailable' }
    }
  }

  /** @param part of the page, to come back to */
  function signIn(part: string) {
    return router.push({ path: '/sign-in', query: { then: `${route.path}#${part}` } })
  }

  /** Why a word was refused, where it is one of these kinds. */
  const refusalOf = (...kinds: Word['kind'][]) => (refusal.value && kinds.includes(refusal.value.word.kind) ? refusal.value : null)

  return { mine, busy: computed(() => waiting.value > 0), say, signIn, refusalOf }
}
