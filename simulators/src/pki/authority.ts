// The test authority: a GOST and an RSA root, their issuing authorities with their services, and a foreign one that nobody
// trusts.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openKeyFile } from '../p12/read.ts'
import { writeKeyFile } from '../p12/write.ts'
import { type Issuer, issueCertificate, keyIdentifier, serialOf, type Validity } from './certificate.ts'
import {
  authorityInformation,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicy,
  keyUsage,
  revocationLists,
  subjectKeyIdentifier,
} from './extensions.ts'
import { readHolder } from './holder.ts'
import { authorityName } from './names.ts'
import { makeService, SERVICES, type ServiceName } from './services.ts'
import { generateGostKey, generateRsaKey, type SigningKey } from './signing-key.ts'

/** Opens every key of the demonstration. Its keys protect nothing. */
export const DEMO_PASSWORD = 'Qwerty12'

const YEAR = 365 * 24 * 3600 * 1000
const ROOT_POLICY = '1.2.398.3.1.2'
const ISSUING_POLICY = '1.2.398.3.3.2'

const NAMES = {
  'root-gost': 'OTINISH ТЕСТ НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)',
  'root-rsa': 'OTINISH ТЕСТ НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA)',
  'issuing-gost': 'OTINISH ТЕСТ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)',
  'issuing-rsa': 'OTINISH ТЕСТ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (RSA)',
  foreign: 'OTINISH ТЕСТ БӨТЕН КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)',
} as const

type Name = keyof typeof NAMES
type Core = { readonly [name in Name]: Office }

export type Office = Issuer & { readonly certificate: Uint8Array; readonly keyId: Uint8Array }

export type Authority = Core & { readonly [name in ServiceName]: Office }

/**
 * The authority kept in `<dir>/authority`, made there first when it is not; services that an older one lacks are added.
 * Writes `<dir>/trust` anew each time.
 */
export async function openAuthority(dir: string, now: Date): Promise<Authority> {
  const folder = path.join(dir, 'authority')
  const complete = Object.keys(NAMES).every(name => existsSync(keyFile(folder, name)))
  const core = complete ? readCore(folder) : await makeCore(folder, now)
  const service = async (name: ServiceName) =>
    existsSync(keyFile(folder, name))
      ? readOffice(folder, name)
      : keep(folder, name, await makeService(name, core[SERVICES[name].by]))
  const [ocspGost, ocspRsa, tsaGost, tsaRsa] = await Promise.all([
    service('ocsp-gost'),
    service('ocsp-rsa'),
    service('tsa-gost'),
    service('tsa-rsa'),
  ])
  writeTrust(path.join(dir, 'trust'), core)
  return { ...core, 'ocsp-gost': ocspGost, 'ocsp-rsa': ocspRsa, 'tsa-gost': tsaGost, 'tsa-rsa': tsaRsa }
}

async function makeCore(folder: string, now: Date): Promise<Core> {
  const validity = { from: new Date(now.getTime() - YEAR * 3), to: new Date(now.getTime() + YEAR * 10) }
  const [rootRsaKey, issuingRsaKey] = await Promise.all([generateRsaKey(), generateRsaKey()])
  const rootGost = makeRoot('root-gost', generateGostKey(), validity)
  const rootRsa = makeRoot('root-rsa', rootRsaKey, validity)
  const core = {
    'root-gost': rootGost,
    'root-rsa': rootRsa,
    'issuing-gost': makeIssuing('issuing-gost', generateGostKey(), rootGost, validity),
    'issuing-rsa': makeIssuing('issuing-rsa', issuingRsaKey, rootRsa, validity),
    foreign: makeRoot('foreign', generateGostKey(), validity),
  }
  rmSync(folder, { recursive: true, force: true }) // an incomplete one: its services belong to nobody any more
  mkdirSync(folder, { recursive: true })
  for (const [name, office] of Object.entries(core)) keep(folder, name, office)
  return core
}

function readCore(folder: string): Core {
  return {
    'root-gost': readOffice(folder, 'root-gost'),
    'root-rsa': readOffice(folder, 'root-rsa'),
    'issuing-gost': readOffice(folder, 'issuing-gost'),
    'issuing-rsa': readOffice(folder, 'issuing-rsa'),
    foreign: readOffice(folder, 'foreign'),
  }
}

function readOffice(folder: string, name: string): Office {
  const { key, certificate } = openKeyFile(readFileSync(keyFile(folder, name)), DEMO_PASSWORD)
  return { key, certificate, name: readHolder(certificate).subject, keyId: keyIdentifier(key) }
}

function keep(folder: string, name: string, office: Office): Office {
  writeFileSync(keyFile(folder, name), writeKeyFile(office, office.keyId, DEMO_PASSWORD), { mode: 0o600 })
  writeFileSync(path.join(folder, `${name}.cer`), office.certificate)
  return office
}

function makeRoot(id: Name, key: SigningKey, validity: Validity): Office {
  const name = authorityName(NAMES[id])
  const keyId = keyIdentifier(key)
  const extensions = [
    basicConstraints(),
    keyUsage('authority'),
    subjectKeyIdentifier(keyId),
    authorityKeyIdentifier(keyId, { name, serial: serialOf(keyId) }),
    certificatePolicy(ROOT_POLICY),
  ]
  const certificate = issueCertificate({ subject: name, key, validity, extensions }, { name, key })
  return { name, key, keyId, certificate }
}

function makeIssuing(id: Name, key: SigningKey, root: Office, validity: Validity): Office {
  const name = authorityName(NAMES[id])
  const keyId = keyIdentifier(key)
  const [fullList] = revocationLists(`root-${key.kind}`)
  const extensions = [
    key.kind === 'rsa' ? basicConstraints(0) : basicConstraints(),
    keyUsage('authority'),
    ...(fullList ? [fullList] : []),
    subjectKeyIdentifier(keyId),
    authorityKeyIdentifier(root.keyId, { name: root.name, serial: serialOf(root.keyId) }),
    authorityInformation(`root-${key.kind}`),
    certificatePolicy(ISSUING_POLICY),
  ]
  const certificate = issueCertificate({ subject: name, key, validity, extensions }, root)
  return { name, key, keyId, certificate }
}

/**
 * Anchors are the issuing authorities, not the roots; nothing stands between them and a person. They issue the time-stamping
 * authorities too, as the national ones do, and are named apart for that.
 */
function writeTrust(dir: string, core: Core): void {
  for (const folder of ['signers', 'intermediates', 'tsp']) mkdirSync(path.join(dir, folder), { recursive: true })
  for (const folder of ['signers', 'tsp'])
    for (const name of ['issuing-gost', 'issuing-rsa'] as const)
      writeFileSync(path.join(dir, folder, `${name}.cer`), core[name].certificate)
}

function keyFile(folder: string, name: string): string {
  return path.join(folder, `${name}.p12`)
}
