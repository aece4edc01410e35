import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

/** What the server answers: a body as JSON, or nothing but a status. A handler that waits keeps the request open. */
interface Answer {
  status: number
  body?: object
  headers?: Record<string, string>
}
type Handler = (query: URLSearchParams, request: IncomingMessage) => Answer | Promise<Answer>

/** A request as it came over the wire. */
export interface Received {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: unknown
}

export const ok = (body: object, headers?: Record<string, string>): Answer => ({ status: 200, body, headers })
export const failure = (status = 503): Answer => ({ status })
export const problem = (status: number, type: string, more: object = {}, headers?: Record<string, string>): Answer => ({ status, body: { type: `/problems/${type}`, title: type, status, detail: `refused: ${type}`, errors: [], ...more }, headers })

/** A real HTTP server in the place of the API, so that tests also cover axios, addresses and parameters. */
export interface TestServer {
  /** Answers all further requests for a path; "DELETE /me" those of one method. */
  answer: (path: string, handler: Handler | Answer) => void
  /** Answers the next requests for a path one after another, and the last answer from then on. */
  answerInTurn: (path: string, answers: Answer[]) => void
  /** The requests so far: path and query, decoded. */
  requests: () => string[]
  /** The same, whole. */
  received: () => Received[]
}

/** Starts a server for the tests of one file. The app asks its own origin, so the page is given the server's. */
export function useTestServer(): TestServer {
  const handlers = new Map<string, Handler>()
  let received: Received[] = []
  let server: Server

  beforeAll(async () => {
    server = createServer((request, response) => void respond(request).then((answer) => {
      if (answer.body) response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(JSON.stringify(answer.body))
      else response.writeHead(answer.status, answer.headers).end()
    }))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    ;(window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  })
  beforeEach(() => {
    handlers.clear()
    received = []
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  async function respond(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url!, 'http://server')
    const path = url.pathname.replace(/^\/v1/, '')
    const method = request.method!
    const text = await Array.fromAsync(request).then(chunks => Buffer.concat(chunks as Buffer[]).toString())
    received.push({ method, path: decodeURIComponent(path + url.search), headers: request.headers, body: text ? JSON.parse(text) as unknown : undefined })
    const handler = handlers.get(`${method} ${path}`) ?? handlers.get(path)
    return (await handler?.(url.searchParams, request)) ?? failure(404)
  }

  function answer(path: string, handler: Handler | Answer) {
    handlers.set(path, typeof handler === 'function' ? handler : () => handler)
  }

  return {
    answer,
    answerInTurn: (path, answers) => {
      const left = [...answers]
      answer(path, () => (left.length > 1 ? left.shift()! : left[0]!))
    },
    requests: () => received.map(request => request.path),
    received: () => received,
  }
}
