import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { apiOf, readRoutes, resourcesOf, withRoutes } from '../lib/routes.mjs'
import { application, pathOf } from '../lib/templates.mjs'

const routes = readRoutes()
const inTemplate = Object.fromEntries(
  Object.entries(application.Resources).filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Route'))
const openApi = JSON.parse(readFileSync(
  pathOf('../../adapters-lambda/src/main/resources/ie/tradsessions/adapters/lambda/openapi.json'), 'utf8'))

test('the block of routes is what the script writes', () => {
  const text = readFileSync(pathOf('application.yaml'), 'utf8')
  assert.equal(text, withRoutes(text, routes), 'run npm run routes in infrastructure/aws')
})

test('the routes of the template are those of the functions, and no other', () => {
  assert.deepEqual(inTemplate, Object.assign({}, ...routes.map(resourcesOf)))
})

test('the routes are those of the OpenAPI document, and HEAD beside each GET of the public API', () => {
  const documented = Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).filter((method) => method !== 'parameters').map((method) => `${method.toUpperCase()} ${path}`))
  const served = Object.values(inTemplate).map(({ Properties }) => Properties)
  const heads = served.filter(({ RouteKey }) => RouteKey.startsWith('HEAD '))
  assert.deepEqual(served.filter((one) => !heads.includes(one)).map(({ RouteKey }) => RouteKey).sort(), documented.sort())
  assert.deepEqual(
    heads.map(({ RouteKey }) => RouteKey.slice('HEAD '.length)).sort(),
    routes.filter((route) => route.function === 'public').map(({ path }) => path).sort(),
  )
})

test('API Gateway looks at the token wherever the document wants a member', () => {
  const wanted = Object.entries(openApi.paths).flatMap(([path, methods]) => Object.entries(methods)
    .filter(([, { security = [] }]) => security.some((one) => 'member' in one))
    .map(([method]) => `${method.toUpperCase()} ${path}`))
  const checked = Object.values(inTemplate).map(({ Properties }) => Properties).filter(({ AuthorizationType }) => AuthorizationType)
  assert.deepEqual(checked.map(({ RouteKey }) => RouteKey).sort(), wanted.sort())
  for (const { AuthorizationType, AuthorizerId, AuthorizationScopes, ApiId } of checked) {
    assert.deepEqual({ AuthorizationType, AuthorizerId, AuthorizationScopes, ApiId }, {
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Members' },
      AuthorizationScopes: ['aws.cognito.signin.user.admin'],
      ApiId: { Ref: 'PrivateApi' },
    })
  }
})

test('nothing but reads for everybody is public', () => {
  for (const route of routes.filter((one) => apiOf(one) === 'Public')) {
    assert.equal(route.access, 'PUBLIC', route.operation)
    assert.equal(route.method, 'GET', route.operation)
  }
})
