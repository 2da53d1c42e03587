// The memo's golden tests 6, 7, 8 and 10: what is signed, that nothing is before one agrees, what follows, and by whom it counts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KIND_IDS, kindOf } from '../applications/kinds.ts'
import { anApplication } from '../applications/test-applications.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { formatDate, formatKazakhOfDate, formatLongDate } from '../web/format.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { SignPage } from './sign-page.tsx'
import { statementText } from './statement-text.ts'
import { aDraft } from './test-drafts.ts'

const NCALAYER = 'wss://127.0.0.1:13579/'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const WITHDRAWABLE = KIND_IDS.filter(kind => kindOf(kind).withdrawal.possible)

/** The memo's own applications: as filed, and never the day of a template (O-16). */
const FILED = {
  'bank-details': { number: '1114647-ИБР', filedOn: '2026-06-16' },
  'tr-ipm-choose': { number: '190159', filedOn: '2026-06-16' },
  'tr-ipm-return': { number: '190160', filedOn: '2023-10-03' },
} as const

/** Of a statement that names its kind by the words of that kind alone (O-15). */
const SUBJECT = {
  'bank-details': /^Банктік деректемелерді өзгерту туралы /,
  'tr-ipm-choose': /^Инвестициялық портфельді басқарушыны таңдау \(өзгерту\) туралы /,
  'tr-ipm-return': /^Зейнетақы жинақтарын .* Ұлттық Банкінің сенімгерлік басқаруына қайтару туралы /,
} as const

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let drawnUp: Awaited<ReturnType<typeof withDraft>>
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  drawnUp = await withDraft(service)
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const status = async () => (await drawnUp.browser.get('/api/v1/applications/a-1')).json.status
const address = (draft: { readonly id: string }) => `/api/v1/withdrawal-drafts/${draft.id}/signature`

describe('golden test 6', () => {
  for (const kind of Object.keys(FILED) as (keyof typeof FILED)[])
    it(`golden test 6: the statement of ${kind} has the number and the day of that application, the person whole, and no reason`, () => {
      const { number, filedOn } = FILED[kind]
      const draft = aDraft({ application: anApplication({ kind, number, filedOn }) })
      const [kk, ru] = [statementText(draft.facts, 'kk'), statementText(draft.facts, 'ru')]
      expect(plain(kk.request)).toMatch(SUBJECT[kind])
      expect(plain(kk.request)).toContain(`${formatKazakhOfDate(filedOn)} № ${number} өтініштің күшін жоюды сұраймын`)
      expect(plain(ru.request)).toContain(`от ${formatLongDate(filedOn, 'ru')} № ${number}.`)
      const { person } = draft.facts
      expect(kk.applicant.map(({ value }) => value)).toEqual([
        ...[person.surname, person.name, person.patronymic, formatDate(person.birthDate, 'kk'), person.iin],
      ])
      const page = documentOf(
        <SignPage frame={aFrame('kk')} draft={draft} ways={['eds', 'qr']} ncalayerUrl={NCALAYER} />,
      )
      for (const { value } of kk.applicant) expect(readable(page)).toContain(value)
      expect(readable(page)).toContain(plain(kk.request))
      expect(page).not.toMatch(/<textarea|name="reason"|type="text"/)
    })

  it('golden test 6: these are all the kinds that can be withdrawn', () => {
    expect(Object.keys(FILED).toSorted()).toEqual(WITHDRAWABLE.toSorted())
  })
})

describe('golden test 7', () => {
  it('golden test 7: «ЭЦҚ-мен қол қою» is inactive until «Келісемін», and says why', () => {
    const page = documentOf(
      <SignPage frame={aFrame('kk')} draft={aDraft()} ways={['eds', 'qr']} ncalayerUrl={NCALAYER} />,
    )
    const button = /<button[^>]*aria-disabled="true"[^>]*aria-describedby="([^"]+)"[^>]*>\s*ЭЦҚ-мен қол қою/.exec(page)
    expect(button).not.toBeNull()
    expect(page).toMatch(new RegExp(`id="${button?.[1]}"[^>]*>Қол қою үшін алдымен «Келісемін» деп белгілеңіз`))
    expect(page).toMatch(/<input type="checkbox" id="agree"(?![^>]*checked)/)
  })

  it('golden test 7: a good signature without «Келісемін» withdraws nothing', async () => {
    const { browser, store, draft, pdf } = drawnUp
    const answer = await browser.form(`/kk/withdrawal-drafts/${draft.id}`, { cms: sign(store, pdf) })
    expect([answer.status, readable(answer.json)]).toEqual([422, expect.stringContaining('«Келісемін»')])
    expect(await status()).toBe('accepted')
    expect(await service.database.owner`select 1 from withdrawal_signature`).toEqual([])
  })
})

describe('golden test 10', () => {
  it('golden test 10: a certificate of another IIN is refused, and the status is as it was', async () => {
    const { browser, draft, pdf } = drawnUp
    const { signing } = await testAuthority()
    for (const other of [SERIK, { ...AIGERIM, iin: SERIK.iin }]) {
      const answer = await browser.post(address(draft), { cms: sign(signing(other), pdf) })
      expect([answer.status, answer.json.code]).toEqual([422, 'signature-wrong-person'])
      expect(await status()).toBe('accepted')
    }
    expect(readable((await browser.get('/kk/applications/a-1')).json)).toContain('Өңдеуге қабылданды')
  })
})

describe('golden test 8', () => {
  it('golden test 8: signing makes it «Күші жойылды»; signed again it is the same answer, and another signature is refused', async () => {
    const { browser, store, draft, pdf } = drawnUp
    const cms = sign(store, pdf)
    const first = await browser.post(address(draft), { cms })
    expect([first.status, await status()]).toEqual([201, 'withdrawn'])
    expect(readable((await browser.get('/kk/applications/a-1')).json)).toContain('Күші жойылды')
    expect((await browser.post(address(draft), { cms })).json).toEqual(first.json)
    const again = await browser.post(address(draft), { cms: sign((await testAuthority()).signing(AIGERIM), pdf) })
    expect([again.status, again.json.code, again.json.registration]).toEqual([
      ...[409, 'already-closed', first.json.registration.number],
    ])
    expect(await service.database.owner`select registration from withdrawal`).toHaveLength(1)
  })

  it('golden test 8: of an execution and a signature that race exactly one wins, whoever is first', async () => {
    const { browser, store } = drawnUp
    for (const id of ['r-1', 'r-2']) {
      await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
      const { json: draft } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
      const cms = sign(store, Buffer.from(draft.document.bytes, 'base64'))
      const signature = () => browser.post(address(draft), { cms })
      const claim = () => service.core('POST', `/applications/${id}/execution`, { claimId: 'c-1' })
      const inOrder = id === 'r-1' ? [signature, claim] : [claim, signature]
      const statuses = (await Promise.all(inOrder.map(act => act()))).map(({ status }) => status)
      expect(statuses.filter(status => status === 201)).toHaveLength(1)
      expect(statuses.filter(status => status === 409)).toHaveLength(1)
    }
  })
})
