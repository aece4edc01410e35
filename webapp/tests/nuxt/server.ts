import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

/** What the server answers: a body as JSON, or a status. A handler that waits keeps the request open. */
type Answer = { body: object } | { status: number }
type Handler = (query: URLSearchParams, request: IncomingMessage) => Answer | Promise<Answer>

export const ok = (body: object): Answer => ({ body })
export const failure = (status = 503): Answer => ({ status })

/** A real HTTP server in the place of the API, so that tests also cover axios, addresses and parameters. */
export interface TestServer {
  /** Answers all further requests for a path. */
  answer: (path: string, handler: Handler | Answer) => void
  /** Answers the next requests for a path one after another, and the last answer from then on. */
  answerInTurn: (path: string, answers: Answer[]) => void
  /** The requests so far: path and query, decoded. */
  requests: () => string[]
}

/** Starts a server for the tests of one file. The app asks its own origin, so the page is given the server's. */
export function useTestServer(): TestServer {
  const handlers = new Map<string, Handler>()
  let requests: string[] = []
  let server: Server

  beforeAll(async () => {
    server = createServer((request, response) => void respond(request).then((answer) => {
      if ('body' in answer) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
      else response.writeHead(answer.status).end()
    }))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    ;(window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  })
  beforeEach(() => {
    handlers.clear()
    requests = []
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  async function respond(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url!, 'http://server')
    const path = url.pathname.replace(/^\/v1/, '')
    requests.push(decodeURIComponent(path + url.search))
    return (await handlers.get(path)?.(url.searchParams, request)) ?? failure(404)
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
    requests: () => requests,
  }
}
