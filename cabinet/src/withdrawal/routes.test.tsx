// The road of a withdrawal through its pages: draft, signature, result; and every way in which it is refused.
import { describe, expect, it } from 'vitest'
import { anApplication } from '../applications/test-applications.ts'
import { formatDate } from '../web/format.ts'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { ASSETS, aSession, form, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import { type WithdrawalPageNeeds, withdrawalPages } from './routes.tsx'
import type { StartDraftOutcome } from './start-draft.ts'
import { aDraft, aRegistration, SIGNER } from './test-drafts.ts'
import type { Draft, Registration, SignOutcome } from './withdrawal.ts'

type World = {
  readonly started: StartDraftOutcome
  readonly draft: Draft
  readonly outcome: SignOutcome
  readonly registration: Registration
  readonly who: 'signed-in' | 'nobody'
  readonly last: 'eds' | 'qr' | undefined
}
const WORLD: World = {
  started: { kind: 'draft', draft: aDraft() },
  draft: aDraft(),
  outcome: { kind: 'withdrawn', registration: aRegistration() },
  registration: aRegistration(),
  who: 'signed-in',
  last: undefined,
}

function site(over: Partial<World> = {}) {
  const world = { ...WORLD, ...over }
  const signed: Signed[] = []
  const app = testApp(world.who === 'signed-in' ? aSession() : undefined)
  withdrawalPages(app, needs(world, signed))
  return { app, signed }
}

type Signed = { draftId: string; cms: string; by: string }

function needs(world: World, signed: Signed[] = []): WithdrawalPageNeeds {
  return {
    assets: ASSETS,
    ncalayerUrl: 'wss://127.0.0.1:13579/',
    startDraft: async () => world.started,
    findDraft: async (iin, id) => (iin === aSession().person.iin && id === world.draft.id ? world.draft : undefined),
    sign: async input => {
      signed.push(input)
      return world.outcome
    },
    findRegistration: async (_iin, number) => (number === '1042-ОЖ' ? world.registration : undefined),
    findSignerName: async () => SIGNER,
    lastMethod: async () => world.last,
  }
}

const RECEIVED = new Date('2026-06-17T12:03:44+05:00')
const UNTIL = new Date('2026-06-18T12:03:44+05:00')
const CHECKING = { kind: 'checking', receivedAt: RECEIVED, until: UNTIL } as const
const checked = (silent: boolean) =>
  aDraft({
    state: 'checking',
    application: anApplication({ status: { is: 'withdrawing', receivedAt: RECEIVED } }),
    signature: { is: 'checking', receivedAt: RECEIVED, until: UNTIL, silent },
  })
const DRAFT = '/kk/withdrawal-drafts/d-1'
const SIGNED = form({ agree: 'yes', cms: 'MIAB' })
const RESULT = `/kk/withdrawals/${encodeURIComponent('1042-ОЖ')}`

describe('starting a withdrawal', () => {
  it('leads to the statement', async () => {
    const answer = await site().app.request('/kk/applications/a-1/withdrawal', { method: 'POST' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, DRAFT])
  })

  it('says why not, and leads to the application and to a result that is there', async () => {
    const started = { kind: 'refusal', code: 'already-withdrawn', registration: '1042-ОЖ' } as const
    const answer = await site({ started }).app.request('/kk/applications/a-1/withdrawal', { method: 'POST' })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(readable(page)).toContain('Өтініштің күші бұрын жойылған.')
    expect(page).toContain(`href="${RESULT}"`)
    expect(page).toContain('href="/kk/applications/a-1"')
    expect(page).toContain('<a href="/ru/applications/a-1" lang="ru"') // a form cannot be read again in Russian
  })
})

describe('the page of a draft', () => {
  for (const language of LANGUAGES)
    it(`in ${language} shows the statement as it will be signed, the agreement and the way back`, async () => {
      const page = await (await site().app.request(`/${language}/withdrawal-drafts/d-1`)).text()
      const words = readable(page)
      for (const said of ['Өңдірбекұлы', '801332400126', 'өтініштің күшін жоюды сұраймын', 'Прошу отозвать заявление'])
        expect(words).toContain(said)
      expect(page).toContain('name="agree"')
      expect(page).toContain(`href="/${language}/applications/a-1"`)
      expect(words).not.toMatch(/undefined|\[object|NaN/)
    })

  it('says in English that the translation is not signed', async () => {
    expect(readable(await (await site().app.request('/en/withdrawal-drafts/d-1')).text())).toContain('Not signed')
  })

  it('asks no reason', async () => {
    expect(await (await site().app.request(DRAFT)).text()).not.toMatch(/<textarea|name="reason"/)
  })

  it('keeps the buttons for the script, aria-disabled with the reason in words until one agrees', async () => {
    const page = await (await site().app.request(DRAFT)).text()
    expect(page).toContain('<noscript>')
    expect(page).toMatch(/data-open="true" aria-disabled="true" aria-describedby="why-not">ЭЦҚ-мен қол қою</)
    expect(page).toContain('<option value="PKCS12">Сіздің компьютеріңіз</option>')
    expect(page).toContain('>Сертификатты таңдау</button>')
  })

  it('gives the very bytes to sign', async () => {
    const answer = await site().app.request(`${DRAFT}/statement.pdf`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('%PDF-1.7 the statement')
  })

  it('is the same 404 for an unknown draft, page and bytes', async () => {
    expect((await site().app.request('/kk/withdrawal-drafts/d-2')).status).toBe(404)
    expect((await site().app.request('/kk/withdrawal-drafts/d-2/statement.pdf')).status).toBe(404)
  })

  it('while the signature is checked says so and refreshes itself', async () => {
    const answer = await site({ draft: checked(false) }).app.request(DRAFT)
    expect(answer.headers.get('refresh')).toBe('5')
    expect(readable(await answer.text())).toContain('Қолтаңба алынған уақыт 17.06.2026 12:03:44')
  })

  for (const language of LANGUAGES)
    it(`in ${language} says, once the authority is silent, since when and until when it is asked and what happens otherwise`, async () => {
      const address = `/${language}/withdrawal-drafts/d-1`
      const answer = await site({ draft: checked(true) }).app.request(address)
      const [page, t] = [readable(await answer.text()), messagesFor(language).withdrawal.checking]
      expect([answer.status, answer.headers.get('refresh')]).toEqual([200, '30'])
      for (const said of [t.silent, t.until, t.otherwise, t.leave]) expect(page).toContain(said)
      expect(page.match(/(17|18) ?(\.06\.|Jun )2026,? 12:03:44/g)).toHaveLength(2)
      expect(page).not.toMatch(/undefined|\[object|NaN/)
    })

  it('says why its last signature was not counted, when nobody was there to be told', async () => {
    const signature = { is: 'rejected', code: 'signature-check-timed-out' } as const
    const open = await site({ draft: aDraft({ signature }) }).app.request(DRAFT)
    const over = await site({ draft: aDraft({ signature, state: 'expired' }) }).app.request(DRAFT)
    expect([open.status, over.status]).toEqual([200, 422])
    for (const answer of [open, over])
      expect(readable(await answer.text())).toContain('қолтаңбаңыз есептелмеді, ал өтініш күшінде қалды')
  })

  it('of a finished withdrawal leads to its result', async () => {
    const application = anApplication({ status: { is: 'withdrawn', registration: '1042-ОЖ', at: new Date(0) } })
    const answer = await site({ draft: aDraft({ state: 'withdrawn', application }) }).app.request(DRAFT)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, RESULT])
  })

  for (const [state, words] of [
    ['expired', 'қайта бастаңыз'],
    ['overtaken', 'өтініш өзгерді'],
  ] as const)
    it(`that is ${state} says what to do`, async () => {
      const answer = await site({ draft: aDraft({ state }) }).app.request(DRAFT)
      const page = await answer.text()
      expect(answer.status).toBe(410)
      expect(readable(page)).toContain(words)
      expect(page).toContain('href="/kk/applications/a-1"')
    })
})

describe('the ways of signing', () => {
  it('offers both ways, the one used last first: of the last withdrawal, before the first as one came in', async () => {
    const ways = async (last: World['last'], by?: 'egov-mobile') => {
      const app = testApp(aSession(by ? { signedInBy: by } : {}))
      withdrawalPages(app, { ...needs({ ...WORLD, last }) })
      const page = await (await app.request(DRAFT)).text()
      return [...page.matchAll(/class="(primary|secondary)"[^>]*>(ЭЦҚ|QR)-мен қол қою</g)].map(
        ([, rank, way]) => `${rank} ${way}`,
      )
    }
    expect(await ways(undefined)).toEqual(['primary ЭЦҚ', 'secondary QR'])
    expect(await ways(undefined, 'egov-mobile')).toEqual(['primary QR', 'secondary ЭЦҚ'])
    expect(await ways('qr')).toEqual(['primary QR', 'secondary ЭЦҚ'])
    expect(await ways('eds', 'egov-mobile')).toEqual(['primary ЭЦҚ', 'secondary QR'])
  })
})

describe('posting a signature', () => {
  it('registers the withdrawal and shows the result', async () => {
    const { app, signed } = site()
    const answer = await app.request(DRAFT, SIGNED)
    expect(signed).toEqual([{ draftId: 'd-1', cms: 'MIAB', by: 'page' }])
    expect([answer.status, answer.headers.get('location')]).toEqual([303, RESULT])
  })

  it('without the agreement is refused in words, and nothing is signed', async () => {
    const { app, signed } = site()
    const answer = await app.request(DRAFT, form({ cms: 'MIAB' }))
    expect(answer.status).toBe(422)
    expect(readable(await answer.text())).toContain('«Келісемін» деген белгіні қойыңыз')
    expect(signed).toEqual([])
  })

  it('without a signature is refused in words, and the agreement is kept', async () => {
    const answer = await site().app.request(DRAFT, form({ agree: 'yes' }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/name="agree" value="yes" required="" checked=""/)
  })

  it('that is not accepted shows the reason on the same page', async () => {
    const outcome = { kind: 'refusal', code: 'signature-wrong-person', registration: undefined } as const
    const answer = await site({ outcome }).app.request(DRAFT, SIGNED)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('role="alert"')
    expect(readable(page)).toContain('Сертификат басқа адамға тиесілі.')
    expect(page).toContain('data-island="sign"')
  })

  it('that came too late tells the true state and leads there', async () => {
    const outcome = { kind: 'refusal', code: 'already-closed', registration: '1042-ОЖ' } as const
    const answer = await site({ outcome, draft: aDraft({ state: 'overtaken' }) }).app.request(DRAFT, SIGNED)
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toContain(`href="${RESULT}"`)
  })

  it('that is being checked goes to the page that waits', async () => {
    const answer = await site({ outcome: CHECKING }).app.request(DRAFT, SIGNED)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, DRAFT])
  })
})

describe('posting a signature after the session ended', () => {
  it('counts: the result is told and signing in leads to it', async () => {
    const answer = await site({ who: 'nobody' }).app.request(DRAFT, SIGNED)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(readable(page)).toContain('1042-ОЖ')
    expect(page).toContain(`href="/kk/sign-in?next=${encodeURIComponent(RESULT)}"`)
    expect(readable(page)).not.toContain('ӘБІЛҚАСЫМҰЛЫ') // nothing personal without a session
  })

  it('says so while it is being checked', async () => {
    const answer = await site({ who: 'nobody', outcome: CHECKING }).app.request(DRAFT, SIGNED)
    expect(answer.status).toBe(202)
    expect(readable(await answer.text())).toContain('Жауап күтілетін соңғы уақыт 18.06.2026 12:03:44')
  })

  it('tells a refusal and how to come back to the draft', async () => {
    const outcome = { kind: 'refusal', code: 'signature-invalid', registration: undefined } as const
    const answer = await site({ who: 'nobody', outcome }).app.request(DRAFT, SIGNED)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`href="/kk/sign-in?next=${encodeURIComponent(DRAFT)}"`)
  })
})

describe('the result', () => {
  for (const language of LANGUAGES)
    it(`in ${language} has the number, the moments, the certificate and the downloads`, async () => {
      const page = await (await site().app.request(`/${language}/withdrawals/${encodeURIComponent('1042-ОЖ')}`)).text()
      const words = readable(page)
      for (const said of ['1042-ОЖ', '12:03:44', '12:03:47', 'ӘБІЛҚАСЫМҰЛЫ ҒҰМАР', '5a1b2c'])
        expect(words).toContain(said)
      const offered = [...page.matchAll(/href="\/api\/v1\/withdrawals\/1042-%D0%9E%D0%96\/(\w+)"/g)].map(
        ([, what]) => what,
      )
      expect(offered).toEqual(['receipt', 'evidence', 'statement', 'signature']) // what matters most comes first
      expect(page).toContain('<a href="https://enpf.kz/">enpf.kz</a>')
      expect(words).toContain(messagesFor(language).evidence.again.from(formatDate('2026-06-17', language)))
      expect(words).not.toMatch(/undefined|\[object|NaN/)
    })

  for (const [language, said] of [
    ['kk', 'Тексерілді: 17.06.2026 12:03:45 кезіндегі OCSP жауабы бойынша сертификат қайтарып алынбаған.'],
    ['ru', 'Проверено: сертификат не отозван, по ответу OCSP на 17.06.2026 12:03:45.'],
    ['en', 'Checked: the certificate is not revoked, by OCSP at 17 Jun 2026, 12:03:45.'],
  ] as const)
    it(`says in ${language} by what and for which moment the certificate was found not revoked`, async () => {
      const page = await (await site().app.request(RESULT.replace('/kk/', `/${language}/`))).text()
      expect(readable(page).replaceAll(' .', '.')).toContain(said)
    })

  it('has the time stamp and who made it, when there is one', async () => {
    const at = new Date('2026-06-17T12:03:46+05:00')
    const registration = aRegistration({ timestamp: { at, authority: 'TIME-STAMPING AUTHORITY' } })
    const page = readable(await (await site({ registration }).app.request(RESULT)).text())
    expect(page).toContain('Уақыт белгісі 17.06.2026 12:03:46 TIME-STAMPING AUTHORITY')
    expect(readable(await (await site().app.request(RESULT)).text())).not.toContain('Уақыт белгісі')
  })

  it('claims no check of revocation for what was registered before there was one', async () => {
    const registration = aRegistration({ revocation: undefined })
    expect(readable(await (await site({ registration }).app.request(RESULT)).text())).not.toContain('Тексерілді')
  })

  it('is a 404 for an unknown number', async () => {
    expect((await site().app.request('/kk/withdrawals/9')).status).toBe(404)
  })
})
