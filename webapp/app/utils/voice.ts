import type { MemberSession, Mine, ReviewInput } from '../types/member'
import type { MemberResult } from '../composables/useMemberApi'
import type { useMySessions } from '../stores/mySessions'
import type { PlainDate } from './dates'

/** One thing that a member says of a session. */
export type Word
  /** Whether it was on; null takes back what was said of that night. */
  = | { kind: 'night', date: PlainDate, on: boolean | null }
    | { kind: 'ask', date: PlainDate }
    | { kind: 'answer', date: PlainDate, on: boolean }
    | { kind: 'gone' }
    | { kind: 'stillOn' }
    | { kind: 'review', input: ReviewInput }
    | { kind: 'withdraw' }
    | { kind: 'helpful', number: number, helpful: boolean }
    | { kind: 'answerReview', number: number, text: string }

/** What of a word may be on screen before the server has it. A review is not: it may be held. */
export function withWord(mine: Mine, word: Word): Mine {
  switch (word.kind) {
    case 'night': {
      const others = mine.nights.filter(night => night.date !== word.date)
      return { ...mine, nights: word.on === null ? others : [{ date: word.date, on: word.on }, ...others] }
    }
    case 'ask': return { ...mine, asked: word.date }
    case 'gone': return { ...mine, gone: true }
    case 'stillOn': return { ...mine, gone: false }
    case 'helpful': {
      const others = mine.helpful.filter(number => number !== word.number)
      return { ...mine, helpful: word.helpful ? [...others, word.number] : others }
    }
    default: return mine
  }
}

/** The part of the session's page that a word is about, by its id. */
export function partOf(word: Word): 'still-on' | 'reviews' {
  switch (word.kind) {
    case 'night':
    case 'ask':
    case 'answer':
    case 'gone':
    case 'stillOn': return 'still-on'
    default: return 'reviews'
  }
}

export function sendWord(sessions: ReturnType<typeof useMySessions>, id: string, word: Word): Promise<MemberResult<MemberSession>> {
  switch (word.kind) {
    case 'night': return word.on === null ? sessions.takeBack(id, word.date) : sessions.confirm(id, word.date, word.on)
    case 'ask': return sessions.ask(id)
    case 'answer': return sessions.answer(id, word.date, word.on)
    case 'gone': return sessions.sayGone(id)
    case 'stillOn': return sessions.sayStillOn(id)
    case 'review': return sessions.review(id, word.input)
    case 'withdraw': return sessions.withdrawReview(id)
    case 'helpful': return sessions.markHelpful(id, word.number, word.helpful)
    case 'answerReview': return sessions.answerReview(id, word.number, word.text)
  }
}
