import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { application, fact, pathOf, resolvedBy } from '../lib/templates.mjs'

const environment = fact('environment')
const limits = fact('limits')
const functions = {
  public: 'PublicFunction',
  private: 'PrivateFunction',
  fold: 'FoldFunction',
  preTraffic: 'PreTrafficFunction',
}

for (const [name, id] of Object.entries(functions)) {
  test(`the ${name} function is a class of ours`, () => {
    const { Handler } = application.Resources[id].Properties
    assert.ok(existsSync(pathOf(`../function/src/main/java/${Handler.replaceAll('.', '/')}.java`)), Handler)
  })

  test(`the ${name} function is told what it needs, and nothing that it does not know`, () => {
    const told = Object.keys(application.Resources[id].Properties.Environment.Variables)
    assert.deepEqual(environment[name].filter((variable) => !told.includes(variable)), [])
    assert.deepEqual(told.filter((variable) => ![...environment[name], ...environment.optional].includes(variable)), [])
  })
}

for (const [set, { Resources }] of resolvedBy(application)) {
  const { Pool, PoolClient, Moderators, PublicApi, PrivateApi, PublicFunction } = Resources

  test(`sign-in asks for what the program asks for: ${set}`, () => {
    assert.equal(Pool.Properties.Policies.PasswordPolicy.MinimumLength, limits.minPasswordLength)
    assert.equal(Moderators.Properties.GroupName, limits.moderators)
    assert.ok(PoolClient.Properties.AllowedOAuthScopes.includes(limits.signInScope))
  })

  test(`a sign-in lasts as long as the cookie that keeps it: ${set}`, () => {
    const { RefreshTokenValidity, TokenValidityUnits } = PoolClient.Properties
    assert.deepEqual([RefreshTokenValidity, TokenValidityUnits.RefreshToken], [limits.refreshTokenDays, 'days'])
  })

  test(`other origins may read where they are listed, and nowhere else: ${set}`, () => {
    const { ORIGINS } = PublicFunction.Properties.Environment.Variables
    const origins = ORIGINS['Fn::Join'][1]
    for (const { Properties: { CorsConfiguration } } of [PublicApi, PrivateApi]) {
      assert.deepEqual(CorsConfiguration?.AllowOrigins ?? [], origins)
      assert.ok(!origins.includes('*'))
    }
    if (origins.length > 0) {
      assert.deepEqual(PrivateApi.Properties.CorsConfiguration.AllowHeaders, limits.writeHeaders)
    }
  })
}
