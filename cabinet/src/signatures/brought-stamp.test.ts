// A signature that comes with a time stamp, as NCALayer and eGov Mobile send it. What is wrong with the stamp is wrong with the whole.
import { extendSignature } from '@otinish/eds/cades/extend-signature'
import { SIGNATURE_TIMESTAMP } from '@otinish/eds/cms/oids'
import { type Element, readDer } from '@otinish/eds/der/read'
import { explicit, implicit, oid, sequence, setOf } from '@otinish/eds/der/write'
import { stamped } from '@otinish/simulators/egov-mobile/time-stamp'
import { revocationOf } from '@otinish/simulators/pki/revocation'
import type { Settings } from '@otinish/simulators/pki/settings'
import { describe, expect, it } from 'vitest'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { examine } from './examine.ts'
import { reportOn } from './report-on.ts'
import { openDesk } from './test-desk.ts'
import { readTrust } from './trust.ts'

const CONTENT = new TextEncoder().encode('what is signed')
const ACT = { content: CONTENT, purpose: 'signing', at: TODAY, stamp: true } as const

const REFUSED = { kind: 'refusal', code: 'signature-invalid', reasons: ['timestamp-invalid'] }

/** Signed and stamped while the time-stamping authority does as it is told; then it is as silent as can be. */
async function stampedWhile(tsp: Settings['tsp'], settings: { TSP_URL?: undefined } = {}) {
  const desk = await openDesk(settings)
  const store = (await testAuthority()).signing(AIGERIM)
  desk.pki.control({ tsp })
  const cms = await stamped(Buffer.from(sign(store, CONTENT), 'base64'), store.key, desk.pki.tsp)
  if (!cms) throw new Error('no stamp was given')
  const asked = desk.pki.asked().tsp
  desk.pki.control({ tsp: 'down' })
  return { ...desk, cms, asked: () => desk.pki.asked().tsp - asked }
}

/** The same signature with other attributes beside it, made of the one that holds the stamp. */
function withAttributes(cms: Uint8Array, change: (stamp: Uint8Array) => readonly Uint8Array[]): Uint8Array {
  const inner = ({ children }: Element) => children.map(({ encoded }) => encoded)
  const [type, wrapper] = readDer(cms).children
  const data = wrapper?.children[0]
  const signer = data?.children.at(-1)?.children[0]
  const stamp = signer?.children.at(-1)?.children[0]
  if (!type || !data || !signer || !stamp) throw new Error('no stamped CMS of one signer')
  const changed = sequence(...inner(signer).slice(0, -1), implicit(1, setOf(...change(stamp.encoded))))
  return sequence(type.encoded, explicit(0, sequence(...inner(data).slice(0, -1), setOf(changed))))
}

const stampAttribute = (...tokens: readonly Uint8Array[]) => sequence(oid(SIGNATURE_TIMESTAMP), setOf(...tokens))
const tokenIn = (attribute: Uint8Array) => readDer(attribute).children[1]?.children[0]?.encoded ?? new Uint8Array()

describe('a signature that brings a time stamp along', () => {
  it('is taken with that stamp, and none of our own is asked for', async () => {
    const { whose, cms, asked } = await stampedWhile('good')
    expect(await whose({ ...ACT, cms })).toMatchObject({
      kind: 'signer',
      timestamp: { at: TODAY, authority: 'OTINISH ТЕСТ TIME-STAMPING AUTHORITY' },
      report: { signers: [{ timestamp: { at: TODAY.toISOString(), outcome: 'valid' } }] },
    })
    expect(asked()).toBe(0)
  })

  it.each([
    ['over something else', 'wrong-imprint'],
    ['by an authority of time that we do not know', 'lying'],
    ['with a forged signature', 'forged'],
    ['of a moment that has not come yet', 'clock-ahead'],
  ] as const)('is refused when the stamp is %s', async (_, tsp) => {
    const { whose, cms, asked } = await stampedWhile(tsp)
    expect(await whose({ ...ACT, cms })).toEqual(REFUSED)
    expect(asked()).toBe(0)
  })

  it('is told by the same rule where we ask for no stamps ourselves, and where one signs in', async () => {
    const [good, bad] = [await stampedWhile('good', { TSP_URL: undefined }), await stampedWhile('forged', {})]
    expect(await good.whose({ ...ACT, cms: good.cms })).toMatchObject({ kind: 'signer', timestamp: { at: TODAY } })
    const forged = (await stampedWhile('forged', { TSP_URL: undefined })).cms
    expect(await good.whose({ ...ACT, cms: forged })).toEqual(REFUSED)
    expect(await bad.whose({ cms: bad.cms, content: CONTENT, purpose: 'any', at: TODAY })).toEqual(REFUSED)
  })

  it.each([
    ['there is an attribute without a stamp beside the good one', s => [stampAttribute(), s]],
    ['there are more than anybody needs', s => [s, ...Array.from({ length: 4 }, () => stampAttribute(tokenIn(s)))]],
    ['one of two is no stamp', s => [stampAttribute(tokenIn(s), oid('1.2.3'))]],
  ] satisfies [string, (stamp: Uint8Array) => Uint8Array[]][])('is refused when %s', async (_, change) => {
    const { whose, cms } = await stampedWhile('good')
    expect(await whose({ ...ACT, cms: withAttributes(cms, change) })).toEqual(REFUSED)
  })

  it('is refused when it says itself that the authority of its stamp was revoked', async () => {
    const { whose, cms, pki, clock } = await stampedWhile('good')
    const { authority } = await testAuthority()
    pki.control({ revoked: [revocationOf(authority['tsa-gost'].certificate, TODAY)] })
    clock.at = new Date(TODAY.getTime() + 24 * 3_600_000) // then there is a new list
    const list = new Uint8Array(await (await fetch(pki.crl.gost)).arrayBuffer())
    const received = { ...ACT, at: clock.at }
    expect(await whose({ ...received, cms })).toMatchObject({ kind: 'signer', timestamp: { at: TODAY } })
    expect(await whose({ ...received, cms: extendSignature(cms, { crls: [list] }) })).toEqual(REFUSED)
  })

  it('says nothing about time where nobody is trusted for it, and counts without', async () => {
    const { cms } = await stampedWhile('forged')
    const trust = { ...readTrust((await testAuthority()).trustDir), stampAnchors: [] }
    const question = { cms, content: CONTENT, purpose: 'signing', at: TODAY, stamp: true } as const
    expect(examine(question, trust, new Set())).toMatchObject({ kind: 'candidate', stamp: { stamped: {} } })
    const { report } = reportOn({ cms, content: CONTENT, at: TODAY, answers: [] }, trust, new Set()) // as anybody may ask
    expect(report).toMatchObject({ reasons: ['revocation-unknown'], signers: [{ timestamp: null }] })
  })
})
