// The test authority with the key files of the demonstration's persons, good ones and ones for misuse.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeKeyFile } from '../p12/write.ts'
import { type Authority, DEMO_PASSWORD, openAuthority } from '../pki/authority.ts'
import { keyIdentifier, type Validity } from '../pki/certificate.ts'
import { readHolder } from '../pki/holder.ts'
import type { Holder } from '../pki/names.ts'
import { issuePersonCertificate, type Purpose } from '../pki/person-certificate.ts'
import { REASON, type Revocation, revocationOf } from '../pki/revocation.ts'
import { openSeal } from '../pki/seal.ts'
import { generateGostKey, generateRsaKey } from '../pki/signing-key.ts'
import { EMPTY, INCAPABLE, LONG_LIST, MAIN, MEMO } from './persons.ts'

export type DemoKey = {
  readonly file: string // name in the keys folder: GOST512_<key identifier>.p12 or AUTH_RSA256_<key identifier>.p12
  readonly iin: string
  readonly name: string
  readonly purpose: Purpose
  readonly what: 'good' | 'expired' | 'not-yet-valid' | 'company-head' | 'foreign' | 'revoked'
  readonly password: string
  readonly revocation?: Revocation // of a revoked one: what the authority's services say of it
}

export type DemoAuthority = {
  readonly authority: Authority
  readonly trustDir: string
  readonly keysDir: string
  readonly sealFile: string // the fund's
  readonly keys: readonly DemoKey[]
}

type Kept = { readonly from: string; readonly to: string; readonly keys: readonly DemoKey[] }

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/**
 * Opens the authority and the keys kept in `dir`, or makes them. Persons' keys last a year, as the national ones do:
 * once `now` is outside it, all of them are issued anew by the same authority. A folder of an older version, which lacks
 * some keys, gets those.
 */
export async function createAuthority(dir: string, now: Date): Promise<DemoAuthority> {
  const authority = await openAuthority(dir, now)
  const keysDir = path.join(dir, 'keys')
  const list = path.join(keysDir, 'keys.json')
  const written = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Kept) : undefined
  const kept = written && isWithin(written, now) ? written : undefined
  const sealFile = await openSeal(dir, authority)
  const opened = { authority, trustDir: path.join(dir, 'trust'), keysDir, sealFile }
  const missing = wantedKeys().filter(wanted => !kept?.keys.some(key => isSame(key, wanted)))
  if (kept && missing.length === 0) return { ...opened, keys: kept.keys }

  if (!kept) for (const { file } of written?.keys ?? []) rmSync(path.join(keysDir, file), { force: true })
  mkdirSync(keysDir, { recursive: true })
  const from = kept ? new Date(kept.from) : new Date(now.getTime() - DAY)
  const to = kept ? new Date(kept.to) : new Date(now.getTime() + YEAR)
  const made = await Promise.all(missing.map(wanted => issue(authority, keysDir, wanted, { from, to })))
  const keys = [...(kept?.keys ?? []), ...made]
  writeFileSync(list, JSON.stringify({ from, to, keys }, null, 2))
  return { ...opened, keys }
}

/** A day is left at the end, so that no key expires in the middle of a demonstration. */
function isWithin(kept: Kept, now: Date): boolean {
  return Date.parse(kept.from) <= now.getTime() && now.getTime() < Date.parse(kept.to) - DAY
}

type Wanted = { readonly holder: Holder; readonly purpose: Purpose; readonly what: DemoKey['what'] }

/** Good keys first: the automatic NCALayer takes the first one that fits. */
function wantedKeys(): readonly Wanted[] {
  const persons = [MAIN, MEMO, LONG_LIST, EMPTY, INCAPABLE]
  const company = { name: 'АО "OTINISH ТЕСТ"', bin: '851340000015' }
  return [
    ...persons.map(holder => ({ holder, purpose: 'signing', what: 'good' }) as const),
    ...persons.map(holder => ({ holder, purpose: 'authentication', what: 'good' }) as const),
    { holder: MAIN, purpose: 'signing', what: 'expired' },
    { holder: MAIN, purpose: 'signing', what: 'not-yet-valid' },
    { holder: { ...MAIN, organisation: company }, purpose: 'signing', what: 'company-head' },
    { holder: MAIN, purpose: 'signing', what: 'revoked' },
    { holder: MAIN, purpose: 'authentication', what: 'revoked' },
    { holder: MAIN, purpose: 'signing', what: 'foreign' },
  ]
}

function isSame(key: DemoKey, { holder, purpose, what }: Wanted): boolean {
  return key.iin === holder.iin && key.purpose === purpose && key.what === what
}

async function issue(authority: Authority, dir: string, wanted: Wanted, usual: Validity): Promise<DemoKey> {
  const { holder, purpose, what } = wanted
  const key = purpose === 'signing' ? generateGostKey() : await generateRsaKey()
  const by = what === 'foreign' ? authority.foreign : authority[`issuing-${key.kind}`]
  const certificate = issuePersonCertificate(holder, key, { purpose, validity: validityOf(what, usual) }, by)
  const keyId = keyIdentifier(key)
  const file = `${purpose === 'signing' ? 'GOST512' : 'AUTH_RSA256'}_${hex(keyId)}.p12`
  writeFileSync(path.join(dir, file), writeKeyFile({ key, certificate }, keyId, DEMO_PASSWORD))
  const known = { ...described(holder), file, purpose, what }
  return what === 'revoked' ? { ...known, revocation: revoke(certificate, usual) } : known
}

function validityOf(what: DemoKey['what'], usual: Validity): Validity {
  if (what === 'expired') return { from: new Date(usual.from.getTime() - YEAR), to: usual.from }
  if (what === 'not-yet-valid') return { from: usual.to, to: new Date(usual.to.getTime() + YEAR) }
  return usual
}

/** An hour after it was issued; the reasons are those of the genuine test keys. */
function revoke(certificate: Uint8Array, { from }: Validity): Revocation {
  const at = new Date(Math.floor((from.getTime() + HOUR) / 1000) * 1000)
  const { issuedBy } = readHolder(certificate)
  return revocationOf(certificate, at, issuedBy === 'gost' ? REASON.certificateHold : REASON.superseded)
}

function described({ iin, surname, name, patronymic }: Holder) {
  return { iin, name: [surname, name, patronymic].filter(part => part !== null).join(' '), password: DEMO_PASSWORD }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
