import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(new URL('../../app/assets/css/tokens.css', import.meta.url), 'utf8')
// The minimum contrast of WCAG AA: for text, and for icons and the borders of controls.
const TEXT = 4.5
const ICON = 3

// Foreground, background, minimum contrast.
const pairs: [string, string, number][] = [
  ['foreground', 'background', TEXT], ['foreground', 'card', TEXT], ['foreground', 'cancelled-tint', TEXT], ['foreground', 'ageing-tint', TEXT], ['foreground', 'sea', TEXT], ['foreground', 'land', TEXT], ['foreground', 'land-selected', TEXT],
  ['foreground-muted', 'background', TEXT], ['foreground-muted', 'card', TEXT], ['background', 'foreground', TEXT],
  ['confirmed', 'card', TEXT], ['confirmed', 'confirmed-tint', TEXT], ['ageing', 'card', TEXT], ['ageing', 'ageing-tint', TEXT], ['ageing', 'background', ICON],
  ['stale', 'card', TEXT], ['cancelled', 'card', TEXT], ['cancelled', 'cancelled-tint', TEXT],
  ['gold', 'header', TEXT], ['on-header', 'header', TEXT], ['on-header', 'header-raised', TEXT], ['on-header-muted', 'header', TEXT], ['on-header-muted', 'header-raised', TEXT],
  ['on-gold', 'gold', TEXT], ['on-gold', 'on-header', TEXT], ['on-header-confirmed', 'header-raised', TEXT], ['on-header-ageing', 'header-raised', TEXT], ['on-header-cancelled', 'header-raised', TEXT],
  ['border-strong', 'card', ICON], ['border-strong', 'background', ICON], ['gold-dim', 'header', ICON], ['star', 'card', ICON], ['bar', 'card', 2.5], ['bar', 'bar-track', 2],
  ['focus', 'background', ICON], ['focus', 'card', ICON],
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
  it('is computed as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  describe.each([['light', 0], ['dark', 1]] as const)('%s', (_scheme, at) => {
    it.each(pairs)('%s on %s', (front, back, min) => {
      expect(contrast(colours(front)[at], colours(back)[at])).toBeGreaterThanOrEqual(min)
    })
  })
})
