import type { Candidate } from '../types/member'
import { loadClient } from './client'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Why the API refused a request. */
export interface Problem {
  status: number
  /** Such as "/problems/stale". */
  type: string
  detail: string
  /** What is wrong with a field, by its path in the body, such as "schedule.start". */
  errors: Record<string, string>
  /** What a new session or venue looks like; empty for any other problem. */
  candidates: Candidate[]
  /** Seconds. */
  retryAfter: number | null
}

/** The outcome of a request. A refusal is a value, so that the caller cannot overlook it. */
export type Answer<T>
  = | { kind: 'ok', data: T, version: number | null }
    | { kind: 'refused', problem: Problem }
    | { kind: 'unavailable' }

interface ProblemDocument {
  type?: string
  detail?: string
  errors?: { field: string, reason: string }[]
  candidates?: Candidate[]
}

/** Sends a request that may change something, from the browser. */
export async function send<T>(method: Method, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer<T>> {
  try {
    const axios = await loadClient('/v1')
    const response = await axios.request<unknown>({ method, url: path, data: body, headers, validateStatus: () => true })
    const { status } = response
    const header = (name: string) => (response.headers as Record<string, string | undefined>)[name]
    if (status < 300) return { kind: 'ok', data: response.data as T, version: versionOf(header('etag')) }
    // A gateway or a proxy may fail without a problem document.
    if (status >= 500) return { kind: 'unavailable' }
    return { kind: 'refused', problem: problemOf(status, response.data, header('retry-after')) }
  }
  catch {
    return { kind: 'unavailable' }
  }
}

function problemOf(status: number, data: unknown, retryAfter: string | undefined): Problem {
  const document: ProblemDocument = typeof data === 'object' && data !== null ? data : {}
  const seconds = Number.parseInt(retryAfter ?? '', 10)
  return {
    status,
    type: document.type ?? 'about:blank',
    detail: document.detail ?? '',
    errors: Object.fromEntries((document.errors ?? []).map(({ field, reason }) => [field, reason])),
    candidates: document.candidates ?? [],
    retryAfter: Number.isNaN(seconds) ? null : seconds,
  }
}

function versionOf(etag: string | undefined): number | null {
  const version = /^(?:W\/)?"v(\d+)/.exec(etag ?? '')?.[1]
  return version === undefined ? null : Number(version)
}
