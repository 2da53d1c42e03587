// Races on a real PostgreSQL: of all who come at once exactly one decides, and every other is told what was decided.
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { begun, phoneFor, signedWith } from './test-phone.ts'

const OPERATIONS = '/api/v1/sign-in/qr-operations'

async function scannedOne() {
  const service = await testService({ connections: 20 })
  const browser = service.browser()
  const { id } = await begun(browser)
  const phone = phoneFor(service)
  const scanned = await phone.scan(id)
  const authority = await testAuthority()
  const put = (body: unknown) => phone.put(id, scanned.token, body)
  return { service, browser, id, phone, scanned, authority, put }
}

const FIFTY = Array.from({ length: 50 }, (_, i) => i)

describe('fifty signatures at once', () => {
  it('of different phones: one counts, the others are told that the code is used', async () => {
    const { service, authority, scanned, put } = await scannedOne()
    const [aigerim, serik] = [authority.signing(AIGERIM), authority.signing(SERIK)]
    const bodies = FIFTY.map(i => signedWith(i % 2 ? aigerim : serik, scanned)) // no two signatures are alike
    const answers = await Promise.all(bodies.map(put))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(409)])
    expect(await service.database.owner`select state from qr_operation`).toEqual([{ state: 'signed' }])
    expect(await service.database.owner`select 1 from audit_event where act = 'qr-signed'`).toHaveLength(1)
  })

  it('that are one and the same: each is told that it was taken, and it was taken once', async () => {
    const { service, authority, scanned, put } = await scannedOne()
    const body = signedWith(authority.signing(AIGERIM), scanned)
    const answers = await Promise.all(FIFTY.map(() => put(body)))
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200))
    expect(await service.database.owner`select 1 from audit_event where act = 'qr-signed'`).toHaveLength(1)
  })

  it('good ones and bad ones: the first judged decides, and the page sees that one thing', async () => {
    const { service, authority, scanned, put } = await scannedOne()
    const [good, bad] = [authority.signing(AIGERIM), authority.expired(AIGERIM)]
    const answers = await Promise.all(FIFTY.map(i => put(signedWith(i % 2 ? good : bad, scanned))))
    const decided = answers.filter(({ status }) => status !== 409)
    expect(decided).toHaveLength(1)
    const [row] = await service.database.owner`select state from qr_operation`
    expect(row?.['state']).toBe(decided[0]?.status === 200 ? 'signed' : 'failed')
  })
})

describe('the page against the phone', () => {
  it('goes on once, though ten ask at the same moment', async () => {
    const { service, browser, id, authority, scanned, put } = await scannedOne()
    await put(signedWith(authority.signing(AIGERIM), scanned))
    const complete = () => browser.post(`${OPERATIONS}/${id}/completion`)
    const answers = await Promise.all(Array.from({ length: 10 }, complete))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    expect(await service.database.owner`select 1 from session`).toHaveLength(1)
  })

  it('cancels or is signed, never both: whoever lost is told', async () => {
    const ends = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const { service, browser, id, authority, scanned, put } = await scannedOne()
      const body = signedWith(authority.signing(AIGERIM), scanned)
      const cancel = async () => {
        for (let turn = 0; turn < round * 4; turn++) await service.database.sql`select 1` // each round a little later
        return browser.form(`/kk/qr/${id}/cancellation`)
      }
      const [signed] = await Promise.all([put(body), cancel()])
      const [row] = await service.database.owner`select state, signer from qr_operation`
      ends.add(String(row?.['state']))
      expect([signed.status, row?.['state']]).toEqual(signed.status === 200 ? [200, 'signed'] : [409, 'cancelled'])
      const completed = await browser.post(`${OPERATIONS}/${id}/completion`)
      expect(completed.status).toBe(signed.status === 200 ? 200 : 409)
    }
    expect(ends).toContain('cancelled')
  })

  it('declined and signed at once on two phones: one of them is what happened', async () => {
    for (let round = 0; round < 5; round++) {
      const { service, authority, scanned, put } = await scannedOne()
      const body = signedWith(authority.signing(AIGERIM), scanned)
      const answers = await Promise.all([put(body), put({ ...scanned.served, status: 'CANCELED' })])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const [row] = await service.database.owner`select state from qr_operation`
      expect(row?.['state']).toBe(answers[0]?.status === 200 ? 'signed' : 'declined')
    }
  })
})
