import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { application, pathOf } from '../lib/templates.mjs'

const { always, overHttps } = JSON.parse(readFileSync(pathOf('../security-headers.json'), 'utf8'))

// How a policy writes the headers that it knows by name.
const known = {
  ContentSecurityPolicy: (one) => ['Content-Security-Policy', one.ContentSecurityPolicy],
  ContentTypeOptions: () => ['X-Content-Type-Options', 'nosniff'],
  FrameOptions: (one) => ['X-Frame-Options', one.FrameOption],
  ReferrerPolicy: (one) => ['Referrer-Policy', one.ReferrerPolicy],
  StrictTransportSecurity: (one) => [
    'Strict-Transport-Security',
    [`max-age=${one.AccessControlMaxAgeSec}`, one.IncludeSubdomains && 'includeSubDomains', one.Preload && 'preload']
      .filter(Boolean).join('; '),
  ],
}

function sentBy(id) {
  const { SecurityHeadersConfig, CustomHeadersConfig } = application.Resources[id].Properties.ResponseHeadersPolicyConfig
  const custom = CustomHeadersConfig?.Items ?? []
  for (const one of [...Object.values(SecurityHeadersConfig), ...custom]) {
    assert.equal(one.Override, true, `${id}: the edge has the last word`)
  }
  return Object.fromEntries([
    ...Object.entries(SecurityHeadersConfig).map(([name, one]) => known[name](one)),
    ...custom.map(({ Header, Value }) => [Header, Value]),
  ])
}

test('the site sends the security headers of every server of ours', () => {
  assert.deepEqual(sentBy('SiteHeaders'), { ...always, ...overHttps })
})

test('the APIs send over HTTPS what the functions cannot know of', () => {
  assert.deepEqual(sentBy('ApiHeaders'), { ...overHttps, 'X-Content-Type-Options': always['X-Content-Type-Options'] })
})

test('every behaviour sends them', () => {
  const { DefaultCacheBehavior, CacheBehaviors } = application.Resources.Distribution.Properties.DistributionConfig
  assert.deepEqual(DefaultCacheBehavior.ResponseHeadersPolicyId, { Ref: 'SiteHeaders' })
  for (const one of CacheBehaviors) assert.deepEqual(one.ResponseHeadersPolicyId, { Ref: 'ApiHeaders' }, one.PathPattern)
})
