import { describe, expect, it } from 'vitest'
import { pageToReturnTo } from '../../app/utils/returnTo'

describe('after signing in', () => {
  it.each(['/share', '/sessions/s1?from=here#nights', '/'])('members come back to %s', (then) => {
    expect(pageToReturnTo([then])).toBe(then)
  })

  it('the page that was asked for goes before the one that they came from', () => {
    expect(pageToReturnTo(['/share', '/counties'])).toBe('/share')
    expect(pageToReturnTo([undefined, '/counties'])).toBe('/counties')
  })

  it.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', 'javascript:alert(1)', 'share', '', null, undefined, ['/share']])('nobody is sent to %j', (then) => {
    expect(pageToReturnTo([then])).toBe('/profile')
  })

  it.each(['/sign-in?then=/share', '/sign-up', '/confirm', '/forgotten-password', '/signed-in?code=1'])('nobody is sent round in circles, to %s', (then) => {
    expect(pageToReturnTo([then, '/about'])).toBe('/about')
  })
})
