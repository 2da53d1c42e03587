// Revocation lists: fetched, kept, used only where they may stand in for a silent responder.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readHolder } from '@otinish/simulators/pki/holder'
import { type Pki, startPki } from '@otinish/simulators/pki/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import type { AuthoritySettings } from './authorities.ts'
import { type Desk, openDesk } from './test-desk.ts'

const CONTENT = new TextEncoder().encode('what is signed')
const ACT = { content: CONTENT, purpose: 'signing', at: TODAY, stamp: true } as const
const NEVER = new AbortController().signal
const MINUTE = 60_000

const withLists = (pki: Pki): Partial<AuthoritySettings> => ({
  REVOCATION: 'ocsp-or-crl',
  CRL_URLS: [pki.crl.gost, pki.crl.gostDelta],
})

async function refreshed(): Promise<Desk & { refresh: (minutes?: number) => Promise<void> }> {
  const desk = await openDesk(withLists)
  const refresh = async (minutes = 0) => {
    desk.clock.at = new Date(desk.clock.at.getTime() + minutes * MINUTE)
    await desk.lists?.refresh(NEVER)
  }
  await refresh()
  return { ...desk, refresh }
}

/** An authority that stays where it is while the service is started again. */
async function openPki(): Promise<Pki> {
  const { authority } = await testAuthority()
  const pki = await startPki({ port: 0, authority, now: () => TODAY })
  onTestFinished(() => pki.close())
  return pki
}

async function aigerims() {
  const store = (await testAuthority()).signing(AIGERIM)
  const serial = Buffer.from(readHolder(store.certificate).serial).toString('hex')
  return { cms: sign(store, CONTENT), serial }
}

const filesIn = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.crl'))

describe('revocation lists', () => {
  it('stand in for a silent responder, and what was relied upon is kept and named in the proof', async () => {
    const { whose, pki, crlDir } = await refreshed()
    pki.control({ ocsp: 'down' })
    const verdict = await whose({ ...ACT, cms: (await aigerims()).cms })
    expect(verdict).toMatchObject({
      kind: 'signer',
      revocation: { source: 'crl', at: TODAY },
      timestamp: { at: TODAY },
    })
    if (verdict.kind !== 'signer') throw new Error('no signer')
    const { lists } = JSON.parse(Buffer.from(verdict.revocation.proof).toString())
    expect(lists).toMatchObject([{ delta: false }, { delta: true }])
    for (const { sha256 } of lists) {
      const kept = readFileSync(path.join(crlDir, 'used', `${sha256}.crl`))
      expect(createHash('sha256').update(kept).digest('hex')).toBe(sha256)
    }
  })

  it('are not asked while the responder answers, nor when it says that it does not know the certificate', async () => {
    const { whose, pki, crlDir } = await refreshed()
    const { cms } = await aigerims()
    expect(await whose({ ...ACT, cms })).toMatchObject({ kind: 'signer', revocation: { source: 'ocsp' } })
    pki.control({ ocsp: 'unknown' })
    expect(await whose({ ...ACT, cms })).toMatchObject({ kind: 'unknown', why: 'revocation-unknown' })
    expect(filesIn(path.join(crlDir, 'used'))).toEqual([])
  })

  it('know by the next delta of a certificate that was revoked meanwhile', async () => {
    const { whose, pki, refresh, clock } = await refreshed()
    const { cms, serial } = await aigerims()
    pki.control({ ocsp: 'down', revoked: [{ by: 'gost', serial, at: TODAY.toISOString(), reason: 1 }] })
    await refresh(20)
    expect(await whose({ ...ACT, at: clock.at, cms })).toMatchObject({ code: 'signature-certificate-revoked' })
  })
})

describe('a signature that was held while nobody answered', () => {
  it('is judged by the lists as of now: of one that was revoked meanwhile nobody could tell later that it was first', async () => {
    const { whose, pki, refresh } = await refreshed()
    const { cms, serial } = await aigerims()
    const held = { ...ACT, cms } // received at TODAY
    pki.control({ ocsp: 'down' })
    await refresh(60)
    expect(await whose(held)).toMatchObject({ kind: 'signer', revocation: { source: 'crl' } })
    const at = new Date(TODAY.getTime() + 80 * MINUTE).toISOString()
    pki.control({ revoked: [{ by: 'gost', serial, at, reason: 1 }] })
    await refresh(60)
    expect(await whose(held)).toMatchObject({ kind: 'refusal', code: 'signature-certificate-revoked' })
  })

  it('is not judged by lists that spoke for the moment of its receipt and speak no more', async () => {
    const { whose, pki, clock } = await refreshed()
    pki.control({ ocsp: 'down' })
    clock.at = new Date(TODAY.getTime() + 28 * 60 * MINUTE)
    const verdict = await whose({ ...ACT, cms: (await aigerims()).cms })
    expect(verdict).toMatchObject({ kind: 'unknown', why: 'revocation-unknown' })
  })
})

describe('revocation lists that fail', () => {
  it.each(['old', 'forged'] as const)('that are %s and the only ones say nothing', async crl => {
    const { whose, pki, lists } = await openDesk(withLists)
    pki.control({ ocsp: 'down', crl })
    await lists?.refresh(NEVER)
    const verdict = await whose({ ...ACT, cms: (await aigerims()).cms })
    expect(verdict).toMatchObject({ kind: 'unknown', why: 'revocation-unknown' })
  })

  it('that are older do not hide what a newer one has told of', async () => {
    const { whose, pki, refresh, clock } = await refreshed()
    const { cms, serial } = await aigerims()
    const revoked = [{ by: 'gost', serial, at: TODAY.toISOString(), reason: 1 }] as const
    pki.control({ ocsp: 'down', revoked: [...revoked] })
    await refresh(20)
    pki.control({ crl: 'old', revoked: [] })
    await refresh(20)
    expect(await whose({ ...ACT, at: clock.at, cms })).toMatchObject({ code: 'signature-certificate-revoked' })
  })

  it.each(['down', 'garbage', 'error-500', 'redirect', 'forged', 'old'] as const)(
    'stay as they are while their address is %s',
    async crl => {
      const { whose, pki, refresh, crlDir } = await refreshed()
      const before = filesIn(crlDir)
      pki.control({ crl, ocsp: 'down' })
      await refresh(20)
      expect(filesIn(crlDir)).toEqual(before)
      expect(readdirSync(crlDir).filter(name => name.endsWith('.part'))).toEqual([])
      expect(await whose({ ...ACT, cms: (await aigerims()).cms })).toMatchObject({ revocation: { source: 'crl' } })
    },
  )

  it('past their nextUpdate say nothing, however long the responder is silent', async () => {
    const { whose, pki, clock } = await refreshed()
    pki.control({ ocsp: 'down' })
    clock.at = new Date(TODAY.getTime() + 28 * 60 * MINUTE)
    const verdict = await whose({ ...ACT, at: clock.at, cms: (await aigerims()).cms })
    expect(verdict).toMatchObject({ kind: 'unknown', why: 'revocation-unknown' })
  })
})

describe('the folder of lists', () => {
  it.each(['emptied', 'cut short', 'removed'] as const)(
    'with a file %s under us says nothing of it: the signature is neither taken nor refused',
    async how => {
      const { whose, pki, lists } = await refreshed()
      pki.control({ ocsp: 'down' })
      for (const file of lists?.files() ?? []) {
        if (how === 'removed') rmSync(file)
        else writeFileSync(file, readFileSync(file).subarray(0, how === 'emptied' ? 0 : 100))
      }
      expect(await whose({ ...ACT, cms: (await aigerims()).cms })).toMatchObject({
        kind: 'unknown',
        why: 'revocation-unknown',
      })
    },
  )

  it('after a restart fetches anew what is no longer the list by whose hash it is named', async () => {
    const pki = await openPki()
    const first = await openDesk(() => withLists(pki))
    await first.lists?.refresh(NEVER)
    const [spoilt] = first.lists?.files() ?? []
    writeFileSync(spoilt ?? '', '') // the machine lost its power before the octets were written
    const again = await openDesk(() => ({ ...withLists(pki), CRL_DIR: first.crlDir }))
    expect(again.lists?.files()).toHaveLength(1)
    await again.lists?.refresh(NEVER)
    const sizes = (again.lists?.files() ?? []).map(file => readFileSync(file).length)
    expect(sizes.map(size => size > 0)).toEqual([true, true])
  })

  it('keeps what was relied upon, also when there is a newer list by then', async () => {
    const { lists, refresh, crlDir } = await refreshed()
    const judged = lists?.files() ?? []
    await refresh(20)
    lists?.keepUsed(judged)
    await refresh(1)
    expect(filesIn(path.join(crlDir, 'used')).sort()).toEqual(judged.map(file => path.basename(file)).sort())
  })

  it('is filled anew when that is due and not more often, and old lists go a round later', async () => {
    const { pki, refresh, crlDir } = await refreshed()
    expect(pki.asked().crl).toBe(2)
    await refresh(10)
    expect(pki.asked().crl).toBe(2)
    await refresh(10)
    expect(pki.asked().crl).toBe(4)
    expect(filesIn(crlDir)).toHaveLength(4)
    await refresh(1)
    expect(filesIn(crlDir)).toHaveLength(2)
  })

  it('outlives a restart; an index that cannot be read is as good as none', async () => {
    const { crlDir } = await refreshed()
    const again = await openDesk(pki => ({ ...withLists(pki), CRL_DIR: crlDir }))
    expect(again.lists?.files()).toEqual([]) // other addresses: the simulated authority has moved
    writeFileSync(path.join(crlDir, 'index.json'), '{')
    expect((await openDesk(pki => ({ ...withLists(pki), CRL_DIR: crlDir }))).lists?.files()).toEqual([])
  })
})

describe('without ocsp-or-crl', () => {
  it('there are no lists', async () => {
    expect((await openDesk(pki => ({ CRL_URLS: [pki.crl.gost] }))).lists).toBeUndefined()
  })
})
