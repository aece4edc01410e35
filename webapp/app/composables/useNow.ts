import { eveningOf, IRISH_ZONE } from '../utils/dates'

/**
 * The current time, in milliseconds. A generated page starts with the time at which it was generated,
 * so that hydration finds the same texts; a plugin then sets the real time.
 */
export function useNow() {
  const now = useState('now', () => Date.now())
  const tonight = computed(() => eveningOf(now.value, IRISH_ZONE))
  return { now, tonight }
}
