// The test authority with the key files of the demonstration's persons, good ones and ones for misuse.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeKeyFile } from '../p12/write.ts'
import { type Authority, DEMO_PASSWORD, type Office, openAuthority } from '../pki/authority.ts'
import { keyIdentifier, type Validity } from '../pki/certificate.ts'
import type { Holder } from '../pki/names.ts'
import { issuePersonCertificate, type Purpose } from '../pki/person-certificate.ts'
import { generateGostKey, generateRsaKey } from '../pki/signing-key.ts'
import { EMPTY, INCAPABLE, LONG_LIST, MAIN, MEMO } from './persons.ts'

export type DemoKey = {
  readonly file: string // name in the keys folder: GOST512_<key identifier>.p12 or AUTH_RSA256_<key identifier>.p12
  readonly iin: string
  readonly name: string
  readonly purpose: Purpose
  readonly what: 'good' | 'expired' | 'not-yet-valid' | 'company-head' | 'foreign'
  readonly password: string
}

export type DemoAuthority = {
  readonly trustDir: string
  readonly keysDir: string
  readonly keys: readonly DemoKey[]
}

type Kept = { readonly from: string; readonly to: string; readonly keys: readonly DemoKey[] }

const DAY = 24 * 3600 * 1000
const YEAR = 365 * DAY

/**
 * Opens the authority and the keys kept in `dir`, or makes them. Persons' keys last a year, as the national ones do:
 * once `now` is outside it, all of them are issued anew by the same authority.
 */
export async function createAuthority(dir: string, now: Date): Promise<DemoAuthority> {
  const authority = await openAuthority(dir, now)
  const keysDir = path.join(dir, 'keys')
  const list = path.join(keysDir, 'keys.json')
  const kept = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Kept) : undefined
  const trustDir = path.join(dir, 'trust')
  if (kept && isWithin(kept, now)) return { trustDir, keysDir, keys: kept.keys }

  for (const { file } of kept?.keys ?? []) rmSync(path.join(keysDir, file), { force: true })
  mkdirSync(keysDir, { recursive: true })
  const validity = { from: new Date(now.getTime() - DAY), to: new Date(now.getTime() + YEAR) }
  const keys = await issueAll(authority, keysDir, validity)
  const written: Kept = { from: validity.from.toISOString(), to: validity.to.toISOString(), keys }
  writeFileSync(list, JSON.stringify(written, null, 2))
  return { trustDir, keysDir, keys }
}

/** A day is left at the end, so that no key expires in the middle of a demonstration. */
function isWithin(kept: Kept, now: Date): boolean {
  return Date.parse(kept.from) <= now.getTime() && now.getTime() < Date.parse(kept.to) - DAY
}

async function issueAll(authority: Authority, dir: string, validity: Validity): Promise<DemoKey[]> {
  const good = { what: 'good', validity } as const
  const ended = { from: new Date(validity.from.getTime() - YEAR), to: validity.from }
  const future = { from: validity.to, to: new Date(validity.to.getTime() + YEAR) }
  const company = { name: 'АО "OTINISH ТЕСТ"', bin: '851340000015' }
  const gost = authority['issuing-gost']

  const signing = [MAIN, MEMO, LONG_LIST, EMPTY, INCAPABLE].map(person => issueSigning(dir, person, gost, good))
  const misuse = [
    issueSigning(dir, MAIN, gost, { what: 'expired', validity: ended }),
    issueSigning(dir, MAIN, gost, { what: 'not-yet-valid', validity: future }),
    issueSigning(dir, { ...MAIN, organisation: company }, gost, { what: 'company-head', validity }),
    issueSigning(dir, MAIN, authority.foreign, { what: 'foreign', validity }),
  ]
  const authentication = await Promise.all(
    [MAIN, MEMO, LONG_LIST, EMPTY, INCAPABLE].map(person =>
      issueAuthentication(dir, person, authority['issuing-rsa'], validity),
    ),
  )
  return [...signing, ...authentication, ...misuse]
}

function issueSigning(
  dir: string,
  holder: Holder,
  by: Office,
  as: { readonly what: DemoKey['what']; readonly validity: Validity },
): DemoKey {
  const key = generateGostKey()
  const certificate = issuePersonCertificate(holder, key, { purpose: 'signing', validity: as.validity }, by)
  const file = `GOST512_${hex(keyIdentifier(key))}.p12`
  writeFileSync(path.join(dir, file), writeKeyFile({ key, certificate }, keyIdentifier(key), DEMO_PASSWORD))
  return { ...described(holder), file, purpose: 'signing', what: as.what }
}

async function issueAuthentication(dir: string, holder: Holder, by: Office, validity: Validity): Promise<DemoKey> {
  const key = await generateRsaKey()
  const certificate = issuePersonCertificate(holder, key, { purpose: 'authentication', validity }, by)
  const file = `AUTH_RSA256_${hex(keyIdentifier(key))}.p12`
  writeFileSync(path.join(dir, file), writeKeyFile({ key, certificate }, keyIdentifier(key), DEMO_PASSWORD))
  return { ...described(holder), file, purpose: 'authentication', what: 'good' }
}

function described({ iin, surname, name, patronymic }: Holder) {
  return { iin, name: [surname, name, patronymic].filter(part => part !== null).join(' '), password: DEMO_PASSWORD }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
