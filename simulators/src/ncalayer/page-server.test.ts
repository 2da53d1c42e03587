// The person's page: a request comes up, is signed or cancelled there, and a wrong password never leaves it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAIN, MEMO } from '../demo/persons.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { openPageSocket, type PageSocket } from '../testing/page-socket.ts'
import { type NcaLayer, startNcaLayer } from './server.ts'

let demo: DemoDir
let ncalayer: NcaLayer
let site: PageSocket
beforeAll(async () => {
  demo = await makeDemoDir()
})
afterAll(() => demo.remove())
beforeEach(async () => {
  ncalayer = await startNcaLayer({ port: 0, page: true, keys: [demo.keysDir], now: () => NOW })
  site = await openPageSocket(ncalayer.url, 'https://cabinet.example')
  await site.next()
})
afterEach(async () => {
  site.close()
  await ncalayer.close()
})

const request = (data = Buffer.from('<b>Өтініш</b>').toString('base64'), locale = 'kk') => ({
  module: 'kz.gov.pki.knca.basics',
  method: 'sign',
  args: {
    format: 'cms',
    data,
    signingParams: { decode: true },
    signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], iin: MAIN.iin },
    locale,
  },
})

const at = (path = '/') => new URL(path, ncalayer.pageUrl)
const show = async (path?: string) => (await fetch(at(path))).text()
const control = (body: unknown) => fetch(at('/control'), { method: 'POST', body: JSON.stringify(body) })

/** Asks to have something signed and waits until the page shows it: the state stream says when. */
async function ask(frame: unknown = request()): Promise<string> {
  const stream = await fetch(at('/events'))
  site.send(frame)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; !/"dialog":[1-9]/.test(text); ) text += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  return show()
}

async function answer(page: string, fields: Record<string, string>): Promise<Response> {
  const dialog = /name="dialog" value="(\d+)"/.exec(page)?.[1] ?? ''
  const body = new URLSearchParams({ dialog, act: 'sign', storage: 'PKCS12', ...fields })
  return fetch(at('/answer'), { method: 'POST', body, redirect: 'manual' })
}

const good = () => keyOf(demo, MAIN.iin, 'signing')

describe('the page of the simulator', () => {
  it('says that nothing is asked, and that it is not the real program', async () => {
    const page = await show()
    expect(page).toContain('Қол қоюға сұрау күтілуде')
    expect(page).toContain('нағыз NCALayer емес')
  })

  it('shows who asks, what is to be signed, and the key that is wanted; text is escaped', async () => {
    const page = await ask()
    expect(page).toContain('https://cabinet.example')
    expect(page).toContain('&lt;b&gt;Өтініш&lt;/b&gt;')
    expect(page).toContain('Сіздің компьютеріңіз')
    expect(page).toContain(`<option value="${good().file}" selected>`)
  })

  it('speaks the language that the site asks for, or the one chosen on the page', async () => {
    expect(await ask(request(undefined, 'ru'))).toContain('Запрос на подпись')
    expect(await show('/?lang=kk')).toContain('Қол қоюға сұрау')
  })

  it('hands out the document as what it is', async () => {
    await ask(request(Buffer.from('%PDF-1.7').toString('base64')))
    const document = await fetch(at('/document/0'))
    expect([document.headers.get('content-type'), await document.text()]).toEqual(['application/pdf', '%PDF-1.7'])
    expect((await fetch(at('/document/1'))).status).toBe(404)
  })
})

describe('the person at the page', () => {
  it('signs with the chosen key and its password', async () => {
    const page = await ask()
    const done = await answer(page, { file: good().file, password: good().password })
    expect(done.status).toBe(303)
    expect(await site.json()).toMatchObject({ status: true, body: { result: [expect.stringContaining('BEGIN CMS')] } })
    expect(await show()).toContain('Соңғы сұрауға қол қойылды.')
  })

  it('keeps a wrong password to itself and lets the person try again', async () => {
    const page = await ask()
    const wrong = await answer(page, { file: good().file, password: 'Qwerty13' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Қате құпиясөз.')
    await answer(page, { file: good().file, password: good().password })
    expect(await site.json()).toMatchObject({ body: { result: [expect.any(String)] } })
  })

  for (const [what, sentence, key] of [
    ['another person’s', 'Бұл кілт басқа адамдікі', () => keyOf(demo, MEMO.iin, 'signing')],
    ['an authentication', 'Бұл кілт басқа мақсатқа арналған', () => keyOf(demo, MAIN.iin, 'authentication')],
    ['an expired', 'мерзімі өткен', () => keyOf(demo, MAIN.iin, 'signing', 'expired')],
  ] as const) {
    it(`refuses ${what} key with the reason, unless told to sign anyway`, async () => {
      const page = await ask()
      const { file, password } = key()
      const refused = await answer(page, { file, password })
      expect([refused.status, (await refused.text()).includes(sentence)]).toEqual([422, true])
      expect((await answer(page, { file, password, anyway: 'on' })).status).toBe(303)
      expect(await site.json()).toMatchObject({ status: true })
    })
  }

  it('knows only the files it lists', async () => {
    const page = await ask()
    expect((await answer(page, { file: '../keys.json', password: 'x' })).status).toBe(422)
  })

  it('cancels', async () => {
    await answer(await ask(), { act: 'cancel' })
    expect(await site.json()).toEqual({ status: true, body: {} })
  })

  it('lets a second site wait behind the first, and keeps the dialog of a site that has gone', async () => {
    const second = await openPageSocket(ncalayer.url, 'https://second.example')
    await second.next()
    const first = await ask()
    second.send(request())
    second.send('--heartbeat--')
    await second.next() // its request has arrived before
    expect(await show()).toContain('Кезекте тағы 1 сұрау бар.')
    site.close()
    await answer(first, { act: 'cancel' })
    const page = await show()
    expect(page).toContain('https://second.example')
    await answer(first, { act: 'cancel' }) // the same form again: that dialog is over
    await answer(page, { file: good().file, password: good().password })
    expect(await second.json()).toMatchObject({ body: { result: [expect.any(String)] } })
    second.close()
  })

  it('offers no key when the site allows only tokens', async () => {
    const page = await ask({ ...request(), args: { ...request().args, allowedStorages: ['AKKaztokenStore'] } })
    expect(page).toContain('тек файлдар бар')
    expect(page).not.toContain('value="sign"')
  })
})

describe('the control of the simulator', () => {
  it('turns on the automatic mode and takes a script', async () => {
    expect((await control({ mode: 'auto', person: MAIN.iin, script: ['cancel'] })).status).toBe(200)
    expect(await site.ask(request())).toEqual({ status: true, body: {} })
    expect(await site.ask(request())).toMatchObject({ body: { result: [expect.any(String)] } })
    expect(await show()).toContain('Автоматты режим қосулы')
  })

  for (const [what, body] of [
    ['an unknown behaviour', { script: ['explode'] }],
    ['an unknown setting', { colour: 'red' }],
    ['a setting of another type', { check: 'yes' }],
    ['no object', ['auto']],
  ] as const) {
    it(`refuses ${what}`, async () => expect((await control(body)).status).toBe(400))
  }

  it('is not for pages of other sites, nor by another name of this computer', async () => {
    const foreign = { origin: 'https://example.org' }
    const post = { method: 'POST', body: '{"mode":"auto"}' }
    expect((await fetch(at('/control'), { ...post, headers: foreign })).status).toBe(403)
    expect((await fetch(at('/answer'), { ...post, headers: foreign })).status).toBe(403)
  })
})
