import type { NightSaid, SessionDetail } from '../types'
import type { Mine } from '../types/member'
import type { PlainDate } from './dates'
import { begunTonight } from './sessions'

const SHOWN = 8

/**
 * The nights that people may speak of, oldest first: those that the API lists, and tonight once it has begun.
 *
 * @param mine what the visitor said of which night
 */
export function spokenNights({ said, nights, freshness }: Pick<SessionDetail, 'said' | 'nights' | 'freshness'>, tonight: PlainDate, now: number, mine: Mine['nights'] = []): NightSaid[] {
  const begun = begunTonight(nights, tonight, now)
  const all = [...said]
  if (begun && !said.some(night => night.date === begun)) {
    // What was said of tonight is in no list yet, but the freshness counts who said that it is on.
    const own = mine.find(night => night.date === begun)?.on
    const on = freshness.lastNight === begun ? freshness.confirmations : 0
    all.push({ date: begun, on: Math.max(on, own ? 1 : 0), off: own === false ? 1 : 0, status: 'SCHEDULED' })
  }
  return all.slice(-SHOWN)
}

/** What is known of a night from all that was said of it. */
export function outcomeOf({ on, off, status }: NightSaid): 'on' | 'off' | 'unknown' {
  if (status === 'CANCELLED' || off > on) return 'off'
  return on > 0 ? 'on' : 'unknown'
}
