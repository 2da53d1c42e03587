// A signature that comes with a time stamp, as NCALayer and eGov Mobile send it. What is wrong with the stamp is wrong with the whole.
import { stamped } from '@otinish/simulators/egov-mobile/time-stamp'
import type { Settings } from '@otinish/simulators/pki/settings'
import { describe, expect, it } from 'vitest'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { openDesk } from './test-desk.ts'

const CONTENT = new TextEncoder().encode('what is signed')
const ACT = { content: CONTENT, purpose: 'signing', at: TODAY, stamp: true } as const

/** Signed and stamped while the time-stamping authority does as it is told; then it is as silent as can be. */
async function stampedWhile(tsp: Settings['tsp'], change: (cms: Uint8Array) => Uint8Array = cms => cms) {
  const desk = await openDesk()
  const store = (await testAuthority()).signing(AIGERIM)
  desk.pki.control({ tsp })
  const cms = await stamped(Buffer.from(sign(store, CONTENT), 'base64'), store.key, desk.pki.tsp)
  if (!cms) throw new Error('no stamp was given')
  const asked = desk.pki.asked().tsp
  desk.pki.control({ tsp: 'down' })
  const verdict = await desk.whose({ ...ACT, cms: change(cms) })
  return { verdict, asked: desk.pki.asked().tsp - asked }
}

describe('a signature that brings a time stamp along', () => {
  it('is taken with that stamp, and none of our own is asked for', async () => {
    const { verdict, asked } = await stampedWhile('good')
    expect(verdict).toMatchObject({
      kind: 'signer',
      timestamp: { at: TODAY, authority: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
      report: { signers: [{ timestamp: { at: TODAY.toISOString(), outcome: 'valid' } }] },
    })
    expect(asked).toBe(0)
  })

  it.each([
    ['over something else', 'wrong-imprint'],
    ['by an authority of time that we do not know', 'lying'],
    ['with a forged signature', 'forged'],
    ['of a moment that has not come yet', 'clock-ahead'],
  ] as const)('is refused when the stamp is %s', async (_, tsp) => {
    const { verdict, asked } = await stampedWhile(tsp)
    expect(verdict).toEqual({ kind: 'refusal', code: 'signature-invalid', reasons: ['timestamp-invalid'] })
    expect(asked).toBe(0)
  })
})
