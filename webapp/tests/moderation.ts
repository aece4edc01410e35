import type { VenuePage } from '../app/types'
import type { Case, LogEntry, Notice, ReviewOfCase } from '../app/types/moderation'
import { card, venue } from './examples'

export function reviewOfCase(change: Partial<ReviewOfCase> = {}): ReviewOfCase {
  return { number: 3, rating: 2, text: 'The landlord’s daughter cannot sing.', night: '2026-11-17', by: 'Cormac', writtenAt: '2026-11-18T09:12:00Z', changedAt: null, helpful: 0, answer: null, visibility: 'SHOWN', ...change }
}

export function moderationCase(change: Partial<Case> = {}): Case {
  return {
    subject: 'review:s1:3',
    version: 2,
    openedAt: '2026-11-20T10:00:00Z',
    reports: [{ reason: 'PERSONAL', text: 'Names my daughter.', at: '2026-11-20T10:00:00Z' }, { reason: 'OFFENSIVE', text: null, at: '2026-11-21T10:00:00Z' }],
    decisions: [],
    objection: null,
    allowed: ['KEEP', 'HIDE', 'REMOVE', 'BLOCK'],
    context: { session: card(), venue: null, reviews: [reviewOfCase()] },
    author: { name: 'Cormac', since: '2026-11-16T11:00:00Z', decisions: [{ decision: 'HIDE', note: 'The same about another pub.', at: '2026-11-17T10:00:00Z' }], blocked: false },
    ...change,
  }
}

export function venueCase(change: Partial<Case> = {}): Case {
  return moderationCase({
    subject: 'venue:v1',
    version: 1,
    reports: [{ reason: 'DUPLICATE', text: 'It is the old name of Tigh Mháire.', at: '2026-11-22T10:00:00Z' }],
    allowed: ['KEEP', 'REMOVE', 'MERGE'],
    context: { session: null, venue: venue(), reviews: [] },
    author: null,
    ...change,
  })
}

export function logEntry(change: Partial<LogEntry> = {}): LogEntry {
  return { at: '2026-11-22T10:00:00Z', by: 'Moya', subject: 'review:s1:3', name: 'The Crane’s Rest', decision: 'KEEP', into: null, intoName: null, note: 'Nothing wrong with it.', ...change }
}

export function notice(change: Partial<Notice> = {}): Notice {
  return { subject: 'review:s1:3', thing: 'The Crane’s Rest', decision: 'HIDE', note: 'It names a person who did not want that.', at: '2026-11-22T10:00:00Z', objection: null, mayObject: true, ...change }
}

export function venuePage(change: Partial<VenuePage> = {}): VenuePage {
  return { ...venue(), version: 1, sessions: [], ...change }
}
