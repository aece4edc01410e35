import type { Counties, FindSessionsQuery, FindVenuesQuery, ListReviewsQuery, Reviews, SessionCards, SessionDetail, VenueCards, VenuePage } from '../types'
import { loadClient } from '../utils/client'

/** The outcome of a request. A failure is a value, so that the caller cannot overlook it. */
export type ApiResult<T>
  = | { kind: 'ok', value: T }
    | { kind: 'notFound' }
    | { kind: 'unavailable' }
    | { kind: 'aborted' }

// The largest page that the API gives, so that "near me" needs few requests.
const AREA_PAGE_SIZE = 500

/** All requests to the API. Only pages and stores use it. */
export function useApi() {
  const baseURL = import.meta.server ? `${useRuntimeConfig().apiBase}/v1` : '/v1'

  async function get<T>(path: string, params: object = {}, signal?: AbortSignal, headers: Record<string, string> = {}): Promise<ApiResult<T>> {
    try {
      const axios = await loadClient(baseURL)
      const { data } = await axios.get<T>(path, { params, signal, headers })
      return { kind: 'ok', value: data }
    }
    catch (error) {
      // While pages are generated, a failure must stop the build: no page may be published without its content.
      if (import.meta.server) throw error
      if (signal?.aborted) return { kind: 'aborted' }
      const status = statusOf(error)
      return status === 404 || status === 400 ? { kind: 'notFound' } : { kind: 'unavailable' }
    }
  }

  return {
    sessions: (query: FindSessionsQuery, signal?: AbortSignal) => get<SessionCards>('/sessions', query, signal),
    area: (cell: string, cursor: string | null) => get<SessionCards>(`/areas/${cell}`, { limit: AREA_PAGE_SIZE, ...(cursor ? { cursor } : {}) }),
    session: (id: string) => get<SessionDetail>(`/sessions/${encodeURIComponent(id)}`),
    reviews: (id: string, query: ListReviewsQuery) => get<Reviews>(`/sessions/${encodeURIComponent(id)}/reviews`, query),
    venues: (query: FindVenuesQuery, signal?: AbortSignal) => get<VenueCards>('/venues', query, signal),
    venue: (id: string) => get<VenuePage>(`/venues/${encodeURIComponent(id)}`),
    /** As it is now, whatever the browser has kept of it: for whoever is about to change it. */
    venueNow: (id: string) => get<VenuePage>(`/venues/${encodeURIComponent(id)}`, {}, undefined, { 'Cache-Control': 'no-cache' }),
    counties: () => get<Counties>('/counties'),
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { response?: { status?: number } }).response?.status
}
