import { eveningOf, IRISH_ZONE } from '../utils/dates'

/**
 * The moment that the page shows. A generated page starts from the moment at which it was
 * generated, so that hydration finds the same words, and moves to the real one afterwards.
 */
export function useNow() {
  const now = useState('now', () => Date.now())
  const tonight = computed(() => eveningOf(now.value, IRISH_ZONE))
  return { now, tonight }
}
