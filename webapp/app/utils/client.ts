import type { AxiosInstance } from 'axios'

const TIMEOUT_MS = 12_000

let client: Promise<AxiosInstance> | undefined

/** Axios is loaded on the first request, as a file of its own, after the page is shown. */
export function loadClient(baseURL: string): Promise<AxiosInstance> {
  client ??= import('axios').then(({ default: axios }) =>
    axios.create({ baseURL, timeout: TIMEOUT_MS, paramsSerializer: { indexes: null } }),
  )
  return client
}
