import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(new URL('../../app/assets/css/tokens.css', import.meta.url), 'utf8')
const TEXT = 4.5
const SIGN = 3

// What stands on what, and how much it must differ: text 4.5, signs and borders of controls 3.
const pairs: [string, string, number][] = [
  ['ink', 'paper', TEXT], ['ink', 'card', TEXT], ['ink', 'not-on-wash', TEXT], ['ink', 'ageing-wash', TEXT], ['ink', 'sea', TEXT], ['ink', 'land', TEXT], ['ink', 'land-chosen', TEXT],
  ['ink-soft', 'paper', TEXT], ['ink-soft', 'card', TEXT], ['paper', 'ink', TEXT],
  ['on', 'card', TEXT], ['on', 'on-wash', TEXT], ['ageing', 'card', TEXT], ['ageing', 'ageing-wash', TEXT], ['ageing', 'paper', SIGN],
  ['stale', 'card', TEXT], ['not-on', 'card', TEXT], ['not-on', 'not-on-wash', TEXT],
  ['gilt', 'fascia', TEXT], ['on-fascia', 'fascia', TEXT], ['on-fascia', 'fascia-raised', TEXT], ['on-fascia-soft', 'fascia', TEXT], ['on-fascia-soft', 'fascia-raised', TEXT],
  ['on-gilt', 'gilt', TEXT], ['on-gilt', 'on-fascia', TEXT], ['on-fascia-on', 'fascia-raised', TEXT], ['on-fascia-ageing', 'fascia-raised', TEXT], ['on-fascia-off', 'fascia-raised', TEXT],
  ['edge', 'card', SIGN], ['edge', 'paper', SIGN], ['gilt-dim', 'fascia', SIGN], ['star', 'card', SIGN], ['bar', 'card', 2.5], ['bar', 'bar-ground', 2],
  ['focus', 'paper', SIGN], ['focus', 'card', SIGN],
]

function colours(name: string): [string, string] {
  const value = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));`).exec(tokens)
  if (!value) throw new Error(`No token --${name}`)
  return [value[1] ?? value[3]!, value[2] ?? value[3]!]
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

describe('contrast', () => {
  it('is measured right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  describe.each([['light', 0], ['dark', 1]] as const)('%s', (_scheme, at) => {
    it.each(pairs)('%s on %s', (front, back, least) => {
      expect(contrast(colours(front)[at], colours(back)[at])).toBeGreaterThanOrEqual(least)
    })
  })
})
