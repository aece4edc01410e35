import type { Subject } from '../types/moderation'

export type SubjectKind = 'session' | 'venue' | 'review' | 'held'

/** What a subject names: what kind of thing, the session or venue that it is or belongs to, and the number of a review. */
export function parseSubject(subject: Subject): { kind: SubjectKind, id: string, number: number | null } {
  const [kind, id, number] = subject.split(':') as [SubjectKind, string, string?]
  return { kind, id, number: number === undefined ? null : Number(number) }
}

/** The page where it is, or was. */
export function pageOfSubject(subject: Subject): string {
  const { kind, id } = parseSubject(subject)
  return kind === 'venue' ? `/venues/${id}` : `/sessions/${id}`
}

/** For the ids of elements. */
export function subjectId(subject: Subject): string {
  return subject.replaceAll(':', '-')
}
