// Writes the routes of both APIs into application.yaml, from what the functions say that they serve.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const template = new URL('../application.yaml', import.meta.url)
const facts = new URL('../facts/routes.json', import.meta.url)
export const BEGIN = '  # Routes, written by npm run routes\n'
export const END = '  # End of routes\n'

export const readRoutes = () => JSON.parse(readFileSync(facts, 'utf8'))

const capital = (word) => word[0].toUpperCase() + word.slice(1)

/** The API of a function: "Public" or "Private". */
export const apiOf = (route) => capital(route.function)

/**
 * What the template has to say of a route, by logical id. API Gateway does not answer HEAD by the route of GET, and the
 * functions do; so a public GET has a HEAD beside it.
 */
export function resourcesOf(route) {
  const head = route.function === 'public' && route.method === 'GET'
  const named = capital(route.operation)
  return {
    [`Route${named}`]: resource(route, route.method),
    ...(head && { [`Head${named}`]: resource(route, 'HEAD') }),
  }
}

function resource(route, method) {
  const api = apiOf(route)
  const properties = {
    ApiId: { Ref: `${api}Api` },
    RouteKey: `${method} ${route.path}`,
    Target: { 'Fn::Sub': `integrations/\${${api}Integration}` },
  }
  const signedIn = {
    AuthorizationType: 'JWT',
    AuthorizerId: { Ref: 'Members' },
    AuthorizationScopes: ['aws.cognito.signin.user.admin'],
  }
  return { Type: 'AWS::ApiGatewayV2::Route', Properties: { ...properties, ...(route.access === 'MEMBER' && signedIn) } }
}

function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value === 'string') return /[{}$ ]/.test(value) ? `"${value}"` : value
  if ('Ref' in value) return `!Ref ${value.Ref}`
  if ('Fn::Sub' in value) return `!Sub "${value['Fn::Sub']}"`
  return `{ ${Object.entries(value).map(([name, one]) => `${name}: ${written(one)}`).join(', ')} }`
}

export const block = (routes) =>
  routes
    .flatMap((route) => Object.entries(resourcesOf(route)))
    .map(([id, { Type, Properties }]) => `  ${id}:\n    Type: ${Type}\n    Properties: ${written(Properties)}\n`)
    .join('')

/** The text of the template with these routes between its marks. */
export function withRoutes(text, routes) {
  const begin = text.indexOf(BEGIN)
  const end = text.indexOf(END)
  if (begin < 0 || end < begin) throw new Error(`application.yaml needs the lines "${BEGIN.trim()}" and "${END.trim()}"`)
  return text.slice(0, begin + BEGIN.length) + block(routes) + text.slice(end)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(template, withRoutes(readFileSync(template, 'utf8'), readRoutes()))
}
