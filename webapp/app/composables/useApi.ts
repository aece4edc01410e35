import type { AxiosInstance } from 'axios'
import type { Counties, FindSessionsQuery, FindVenuesQuery, SessionCards, SessionDetail, VenuePage } from '../types'
import type { components } from '../types/api'

/** What came of a question: a refusal is a value, which the page must look at. */
export type Answer<T>
  = | { kind: 'found', value: T }
    | { kind: 'missing' }
    | { kind: 'unreachable' }
    | { kind: 'superseded' }

type VenueCards = components['schemas']['VenueCards']

// The largest page of a cell, so that near me asks as seldom as it can.
const AREA_PAGE = 500

let client: Promise<AxiosInstance> | undefined

/** Axios comes in its own file, after the first page stands. */
function load(baseURL: string): Promise<AxiosInstance> {
  client ??= import('axios').then(({ default: axios }) =>
    axios.create({ baseURL, timeout: 12_000, paramsSerializer: { indexes: null } }),
  )
  return client
}

/** The one way to our API. */
export function useApi() {
  const base = import.meta.server ? `${useRuntimeConfig().apiBase}/v1` : '/v1'

  async function ask<T>(path: string, params: object = {}, signal?: AbortSignal): Promise<Answer<T>> {
    try {
      const axios = await load(base)
      const { data } = await axios.get<T>(path, { params, signal })
      return { kind: 'found', value: data }
    }
    catch (trouble) {
      // A page without its content must not be generated.
      if (import.meta.server) throw trouble
      if (signal?.aborted) return { kind: 'superseded' }
      const status = statusOf(trouble)
      return status === 404 || status === 400 ? { kind: 'missing' } : { kind: 'unreachable' }
    }
  }

  return {
    sessions: (query: FindSessionsQuery, signal?: AbortSignal) => ask<SessionCards>('/sessions', query, signal),
    area: (cell: string, cursor: string | null, signal?: AbortSignal) =>
      ask<SessionCards>(`/areas/${cell}`, { limit: AREA_PAGE, ...(cursor ? { cursor } : {}) }, signal),
    session: (id: string) => ask<SessionDetail>(`/sessions/${encodeURIComponent(id)}`),
    venues: (query: FindVenuesQuery, signal?: AbortSignal) => ask<VenueCards>('/venues', query, signal),
    venue: (id: string) => ask<VenuePage>(`/venues/${encodeURIComponent(id)}`),
    counties: () => ask<Counties>('/counties'),
  }
}

function statusOf(trouble: unknown): number | undefined {
  return (trouble as { response?: { status?: number } }).response?.status
}
