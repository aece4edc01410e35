import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { INSTRUMENTS } from '../../app/utils/instruments'

it('members can choose every instrument that the API knows', () => {
  const document = JSON.parse(readFileSync(new URL('../../../adapters-lambda/src/main/resources/ie/tradsessions/adapters/lambda/openapi.json', import.meta.url), 'utf8')) as { components: { schemas: { Instrument: { enum: string[] } } } }
  expect([...INSTRUMENTS].sort()).toEqual(document.components.schemas.Instrument.enum.sort())
})
