// The fund's seal of a demonstration: an RSA key with the certificate of a legal entity, in one PEM file, as a service takes it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Authority } from './authority.ts'
import { issueCertificate, keyIdentifier } from './certificate.ts'
import {
  authorityInformation,
  authorityKeyIdentifier,
  certificatePolicy,
  extKeyUsage,
  keyStorage,
  keyUsage,
  revocationLists,
  subjectKeyIdentifier,
} from './extensions.ts'
import { readHolder } from './holder.ts'
import { organisationName } from './names.ts'
import { generateRsaKey } from './signing-key.ts'

const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4' // with nonRepudiation: for signing
const LEGAL_ENTITY = '1.2.398.3.3.4.1.2'
const POLICY = '1.2.398.3.3.2.1' // signatures of legal entities
const FUND = { name: 'АО "ЕНПФ" (ТЕСТ)', bin: '991340000000' }

/** The file in the authority's folder, made there first when it is not; its certificate stands among the trusted ones too. */
export async function openSeal(dir: string, authority: Authority): Promise<string> {
  const file = path.join(dir, 'authority', 'seal.pem')
  if (!existsSync(file)) await makeSeal(file, authority)
  const pinned = path.join(dir, 'trust', 'seals')
  mkdirSync(pinned, { recursive: true })
  const pem = readFileSync(file, 'utf8')
  const certificate = pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----'))
  const name = createHash('sha256').update(certificate).digest('hex').slice(0, 8)
  writeFileSync(path.join(pinned, `${name}.pem`), certificate) // those of before stay
  return file
}

/** It lasts as long as its issuer. */
async function makeSeal(file: string, { 'issuing-rsa': by }: Authority): Promise<void> {
  const key = await generateRsaKey()
  const { notBefore: from, notAfter: to } = readHolder(by.certificate)
  const extensions = [
    certificatePolicy(POLICY),
    authorityInformation('issuing-rsa'),
    ...revocationLists('issuing-rsa'),
    extKeyUsage([EMAIL_PROTECTION, LEGAL_ENTITY]),
    keyUsage('seal'),
    subjectKeyIdentifier(keyIdentifier(key)),
    authorityKeyIdentifier(by.keyId),
    keyStorage(),
  ]
  const certificate = issueCertificate({ subject: organisationName(FUND), key, validity: { from, to }, extensions }, by)
  const pem = key.key.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(file, `${pem}${certificatePem(certificate)}`, { mode: 0o600 })
}

function certificatePem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
