// A browser that keeps no cookies is told what is the matter, at every way in, and is not sent in circles.
import { describe, expect, it } from 'vitest'
import { testService } from '../test-service.ts'

const FORM = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

describe('a browser that keeps no cookies', () => {
  it('is told so by the form of every way in', async () => {
    const { app } = await testService()
    for (const address of ['sign-in', 'sign-in/password', 'qr', 'register', 'forgotten-password']) {
      const answer = await app.request(`/kk/${address}`, { method: 'POST', headers: FORM, body: 'iin=851315400107' })
      expect([answer.status, answer.headers.getSetCookie()], address).toEqual([400, []])
      expect(await answer.text()).toContain('cookie файлдарын сақтамайды')
    }
  })
})

describe('a browser that keeps them', () => {
  it('is given its starter with the page, once', async () => {
    const service = await testService()
    const browser = service.browser()
    const first = await browser.get('/ru/sign-in')
    expect(first.headers.getSetCookie().join()).toMatch(/^starter=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await browser.get('/ru/sign-in')).headers.getSetCookie()).toEqual([])
  })

  it('may send the form', async () => {
    const service = await testService()
    const browser = service.browser()
    await browser.get('/kk/sign-in')
    expect((await browser.form('/kk/sign-in', { challenge: 'x', cms: '' })).json).not.toContain('cookie')
  })
})
