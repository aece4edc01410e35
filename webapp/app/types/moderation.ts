import type { components } from './api'

type Schemas = components['schemas']

/** What a report or a decision is about: "session:ID", "venue:ID", "review:ID-OF-THE-SESSION:NUMBER", "held:ID-OF-THE-SESSION". */
export type Subject = Schemas['Subject']
export type ReportInput = Schemas['ReportInput']
export type ReportReason = ReportInput['reason']

export type Queue = Schemas['Queue']
export type Case = Schemas['Case']
export type CaseAuthor = Schemas['CaseAuthor']
export type Decided = Schemas['Decided']
export type DecisionName = Schemas['DecisionName']
export type DecisionInput = Schemas['DecisionInput']
/** What a moderator fills in; of which case, the page knows. */
export type Choice = Required<Omit<DecisionInput, 'subject' | 'version'>>
export type Log = Schemas['Log']
export type LogEntry = Schemas['LogEntry']
export type Merge = Schemas['Merge']
export type UndoneMerge = Schemas['UndoneMerge']
export type MergeInput = Schemas['MergeInput']
export type ReviewOfCase = Schemas['MyReview']

/** What the author of something is told of a decision about it. */
export type Notice = Schemas['Notice']
export type Blocked = Schemas['Blocked']
