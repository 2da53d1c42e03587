// What is kept of one withdrawal, judged anew by whom its judge trusted then.
import { stamped } from '@otinish/simulators/egov-mobile/time-stamp'
import { expect, it } from 'vitest'
import { openDesk } from '../signatures/test-desk.ts'
import { readTrust } from '../signatures/trust.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import type { Entry } from './archive-store.ts'
import { wrongInOpened } from './verify-withdrawal.ts'

const STATEMENT = new TextEncoder().encode('what is signed')

it('a signature that brought a stamp to a service that trusts nobody for the time holds in its archive too', async () => {
  const { signing, trustDir } = await testAuthority()
  const store = signing(AIGERIM)
  const { pki } = await openDesk()
  const cms = await stamped(Buffer.from(sign(store, STATEMENT), 'base64'), store.key, pki.tsp)
  const opened = new Map([
    ['statement 0', STATEMENT],
    ['signature 0', cms ?? new Uint8Array()],
  ])
  const entry = { iin: AIGERIM.iin, received_at: TODAY, revocation_source: null, stamped_at: null } as Entry
  const trust = readTrust(trustDir)
  const wrong = (trusted: typeof trust) => wrongInOpened(entry, opened, { trust: trusted, verifiedLinks: new Set() })
  const unsaid = ['missing: certificate 0', 'missing: report 0', 'changed: certificate 0'] // nothing of the signature itself
  expect(wrong(trust)).toEqual(unsaid)
  expect(wrong({ ...trust, stampAnchors: [] })).toEqual(unsaid)
})
