import { mountSuspended } from '@nuxt/test-utils/runtime'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ReportButton from '~/components/report/ReportButton.vue'
import { problem, useTestServer } from './server'
import { signedInAs } from './signedIn'

const server = useTestServer()
signedInAs('Aoife', server)

let wrapper: VueWrapper
afterEach(() => wrapper?.unmount())

async function openDialog() {
  wrapper = await mountSuspended(ReportButton, { props: { subject: 'review:s1:3', name: 'the review of Cormac' }, route: '/sessions/s1', attachTo: document.body })
  await wrapper.get('button').trigger('click')
  await vi.waitFor(() => expect(dialog().open).toBe(true))
}

const dialog = () => wrapper.get('dialog').element as HTMLDialogElement
const choose = (value: string) => wrapper.get(`input[value=${value}]`).setValue(true)
const send = () => wrapper.get('form').trigger('submit')
const sent = () => server.received().filter(request => request.path === '/reports')

describe('reporting', () => {
  it('has a dialog with a name, and reasons to choose from', async () => {
    await openDialog()
    expect(wrapper.get('button').attributes()).toMatchObject({ 'aria-label': 'Report this: the review of Cormac', 'aria-haspopup': 'dialog' })
    expect(document.getElementById(wrapper.get('dialog').attributes('aria-labelledby')!)!.textContent).toBe('What is wrong with the review of Cormac?')
    expect(wrapper.get('fieldset legend').text()).toBe('What is it?')
    expect(wrapper.findAll('fieldset label').map(one => one.text())).toEqual(['It is not true, or not true any more', 'It is insulting', 'It says too much about somebody', 'It is advertising', 'Something else'])
  })

  it('sends reason and words, says thanks, and closes with one more click', async () => {
    server.answer('POST /reports', { status: 204 })
    await openDialog()
    await choose('PERSONAL')
    await wrapper.get('textarea').setValue(' Names my daughter. ')
    await send()
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Thank you'))
    expect(sent()[0]!.body).toEqual({ subject: 'review:s1:3', reason: 'PERSONAL', text: 'Names my daughter.' })
    await wrapper.get('dialog button').trigger('click')
    expect(dialog().open).toBe(false)
    expect(wrapper.get('.report__button').text()).toBe('Reported')
  })

  it('needs a reason, and no words', async () => {
    server.answer('POST /reports', { status: 204 })
    await openDialog()
    await send()
    await vi.waitFor(() => expect(wrapper.get('.edit-field__error').text()).toBe('Choose what is wrong.'))
    expect(document.activeElement).toBe(wrapper.get('fieldset').element)
    await choose('SPAM')
    expect(wrapper.find('.edit-field__error').exists()).toBe(false)
    await send()
    await vi.waitFor(() => expect(sent().map(request => request.body)).toEqual([{ subject: 'review:s1:3', reason: 'SPAM', text: null }]))
  })

  it('says why the server refuses, and keeps what was typed', async () => {
    server.answer('POST /reports', problem(403, 'blocked', { detail: 'You may not write until 1 December 2026: three reviews under three names.' }))
    await openDialog()
    await choose('OTHER')
    await wrapper.get('textarea').setValue('See for yourself.')
    await send()
    await vi.waitFor(() => expect(wrapper.get('[role=alert]').text()).toContain('until 1 December 2026'))
    expect(wrapper.get('textarea').element.value).toBe('See for yourself.')
  })

  it('leads to signing in, and back to this page', async () => {
    useIdentity().signedOut()
    await openDialog()
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.get('.sign-in-hint a').attributes('href')).toBe('/sign-in?then=/sessions/s1')
  })
})
