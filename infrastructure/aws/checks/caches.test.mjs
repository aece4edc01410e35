import assert from 'node:assert/strict'
import { test } from 'node:test'
import { application, fact, resolvedBy } from '../lib/templates.mjs'

const limits = fact('limits')
const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

for (const [environment, { Resources }] of resolvedBy(application)) {
  const { DefaultCacheBehavior, CacheBehaviors, Origins, CustomErrorResponses } =
    Resources.Distribution.Properties.DistributionConfig
  const publicCache = Resources.PublicCache.Properties.CachePolicyConfig
  const { HeadersConfig, CookiesConfig, QueryStringsConfig } = publicCache.ParametersInCacheKeyAndForwardedToOrigin
  const publicRequest = Resources.PublicRequest.Properties.OriginRequestPolicyConfig

  test(`nothing that the private API answers is kept: ${environment}`, () => {
    const toPrivate = CacheBehaviors.filter(({ TargetOriginId }) => TargetOriginId === 'private')
    assert.deepEqual(toPrivate.map(({ PathPattern }) => PathPattern), ['/v1/me*', '/v1/auth/*', '/v1/moderation/*', '/v1/reports'])
    for (const one of toPrivate) assert.equal(one.CachePolicyId, disabled, one.PathPattern)
  })

  test(`what is kept of the public API can depend on neither a token nor a cookie: ${environment}`, () => {
    assert.equal(CookiesConfig.CookieBehavior, 'none')
    assert.equal(publicRequest.CookiesConfig.CookieBehavior, 'none')
    const reaching = [...(HeadersConfig.Headers ?? []), ...publicRequest.HeadersConfig.Headers].map((one) => one.toLowerCase())
    assert.ok(!reaching.includes('authorization'))
    assert.ok(!reaching.includes('cookie'))
    const { CachedMethods } = CacheBehaviors.at(-1)
    assert.deepEqual(CachedMethods, ['GET', 'HEAD'])
  })

  test(`the program says how long an answer is kept: ${environment}`, () => {
    const { MinTTL, DefaultTTL, MaxTTL } = publicCache
    assert.deepEqual({ MinTTL, DefaultTTL, MaxTTL }, { MinTTL: 0, DefaultTTL: 0, MaxTTL: limits.longestSharedCacheSeconds })
    const site = Resources.SiteCache.Properties.CachePolicyConfig
    assert.deepEqual([site.MinTTL, site.DefaultTTL], [0, 0])
  })

  test(`an answer is kept for what it depends on: every query, and the origin where several may read: ${environment}`, () => {
    assert.equal(QueryStringsConfig.QueryStringBehavior, 'all')
    assert.equal(publicRequest.QueryStringsConfig.QueryStringBehavior, 'all')
    const asksOrigin = Resources.PublicApi.Properties.CorsConfiguration !== undefined
    assert.deepEqual(HeadersConfig, asksOrigin ? { HeaderBehavior: 'whitelist', Headers: ['Origin'] } : { HeaderBehavior: 'none' })
  })

  test(`no error page stands in for a problem document: ${environment}`, () => {
    assert.equal(CustomErrorResponses, undefined)
  })

  test(`a function gives up before the API, and the API no later than the edge: ${environment}`, () => {
    const defaults = application.Globals.Function
    for (const [name, origin] of [['Public', 'public'], ['Private', 'private']]) {
      const timeout = Resources[`${name}Function`].Properties.Timeout ?? defaults.Timeout
      const api = Resources[`${name}Integration`].Properties.TimeoutInMillis / 1000
      const edge = Origins.find(({ Id }) => Id === origin).CustomOriginConfig.OriginReadTimeout
      assert.ok(timeout < api && api <= edge && edge <= 30, `${name}: ${timeout}, ${api}, ${edge}`)
    }
  })

  test(`the site is the rest, and is only read: ${environment}`, () => {
    assert.equal(DefaultCacheBehavior.TargetOriginId, 'site')
    assert.deepEqual(DefaultCacheBehavior.AllowedMethods, ['GET', 'HEAD'])
    assert.equal(CacheBehaviors.at(-1).PathPattern, '/v1/*')
  })
}
