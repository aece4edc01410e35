import type { SessionCard } from '../types'
import type { Me } from '../types/member'
import { isThisWeek, nightToShow } from './sessions'

/** The sessions that a member runs or keeps and that are on this week, by their next night. */
export function followedThisWeek({ organised, favourites }: Pick<Me, 'organised' | 'favourites'>, now: number): SessionCard[] {
  const listed = organised.filter(own => !own.ended && !own.takenDown).map(own => own.card)
  const all = new Map([...listed, ...favourites].map(card => [card.id, card]))
  const nextNight = (card: SessionCard) => {
    const night = nightToShow(card, 'week', now)
    return night ? night.date + night.start : ''
  }
  return [...all.values()].filter(card => isThisWeek(card, now)).sort((a, b) => nextNight(a).localeCompare(nextNight(b)))
}
