// The test authority: shapes as the national authority's, files that open, and the same ones at the second start.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readDer } from '@otinish/eds/der/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KeyFileError } from '../p12/error.ts'
import { openKeyFile } from '../p12/read.ts'
import { readHolder } from '../pki/holder.ts'
import { publicKeyInfo } from '../pki/signing-key.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { isIssuedBy } from '../testing/read-cms.ts'
import { vectors } from '../testing/vectors.ts'
import { createAuthority, type DemoKey } from './authority.ts'
import { EMPTY, MAIN } from './persons.ts'

let demo: DemoDir
beforeAll(async () => {
  demo = await makeDemoDir()
})
afterAll(() => demo.remove())

const open = (key: DemoKey) => openKeyFile(readFileSync(path.join(demo.keysDir, key.file)), key.password)
const certificateOf = (key: DemoKey) => open(key).certificate
const issuer = (name: string) => readFileSync(path.join(demo.dir, 'authority', `${name}.cer`))

describe('the test authority', () => {
  it('names every key file by its key identifier, as the national one does', () => {
    for (const key of demo.keys) {
      const prefix = key.purpose === 'signing' ? 'GOST512' : 'AUTH_RSA256'
      expect(key.file).toMatch(new RegExp(`^${prefix}_[0-9a-f]{40}\\.p12$`))
      const [, id = ''] = /_([0-9a-f]{40})/.exec(key.file) ?? []
      expect(Buffer.from(certificateOf(key)).includes(Buffer.from(`0414${id}`, 'hex'))).toBe(true)
    }
  })

  it('gives keys that open with their password only and belong to their certificates', () => {
    for (const key of demo.keys) {
      const { certificate, key: opened } = open(key)
      expect(Buffer.from(certificate).includes(Buffer.from(publicKeyInfo(opened)))).toBe(true)
    }
    const [first] = demo.keys
    const bytes = readFileSync(path.join(demo.keysDir, first?.file ?? ''))
    expect(() => openKeyFile(bytes, 'Qwerty1')).toThrow(KeyFileError)
  })

  it('issues signing certificates by the GOST authority and authentication ones by the RSA authority', () => {
    expect(isIssuedBy(certificateOf(keyOf(demo, MAIN.iin, 'signing')), issuer('issuing-gost'))).toBe(true)
    expect(isIssuedBy(certificateOf(keyOf(demo, MAIN.iin, 'authentication')), issuer('issuing-rsa'))).toBe(true)
    expect(isIssuedBy(issuer('issuing-gost'), issuer('root-gost'))).toBe(true)
    expect(isIssuedBy(issuer('issuing-rsa'), issuer('root-rsa'))).toBe(true)
    expect(isIssuedBy(certificateOf(keyOf(demo, MAIN.iin, 'signing', 'foreign')), issuer('issuing-gost'))).toBe(false)
  })
})

describe('the authority itself', () => {
  it('puts the issuing authorities, and nothing else, among the anchors of signers and of time stamps', () => {
    for (const folder of ['signers', 'tsp']) {
      const anchors = readdirSync(path.join(demo.trustDir, folder)).toSorted()
      expect(anchors).toEqual(['issuing-gost.cer', 'issuing-rsa.cer'])
      expect(readFileSync(path.join(demo.trustDir, folder, 'issuing-gost.cer'))).toEqual(issuer('issuing-gost'))
    }
    expect(readdirSync(path.join(demo.trustDir, 'intermediates'))).toEqual([])
    expect(readdirSync(demo.trustDir).toSorted()).toEqual(['intermediates', 'seals', 'signers', 'tsp'])
  })
})

describe('a demo certificate', () => {
  it('says who the holder is and what the key is for', () => {
    const signing = readHolder(certificateOf(keyOf(demo, MAIN.iin, 'signing')))
    expect(signing).toMatchObject({ commonName: 'ҮЛГІБАЕВА АЙГЕРІМ', iin: MAIN.iin, bin: undefined })
    expect(signing.extKeyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1'])
    const authentication = readHolder(certificateOf(keyOf(demo, MAIN.iin, 'authentication')))
    expect(authentication.extKeyUsage).toEqual(['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'])
    const head = readHolder(certificateOf(keyOf(demo, MAIN.iin, 'signing', 'company-head')))
    expect(head).toMatchObject({ iin: MAIN.iin, bin: '851340000015' })
    expect(head.extKeyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.1'])
  })

  it('leaves out the patronymic of who has none', () => {
    const subject = readDer(certificateOf(keyOf(demo, EMPTY.iin, 'signing'))).children[0]?.children[5]
    expect(subject?.children).toHaveLength(4)
  })

  it('has a key whose time is over and one whose time has not come', () => {
    expect(readHolder(certificateOf(keyOf(demo, MAIN.iin, 'signing', 'expired'))).notAfter < NOW).toBe(true)
    expect(readHolder(certificateOf(keyOf(demo, MAIN.iin, 'signing', 'not-yet-valid'))).notBefore > NOW).toBe(true)
  })
})

describe('its services', () => {
  it('certifies its services by the issuing authority of the same kind', () => {
    for (const kind of ['gost', 'rsa'])
      for (const service of ['ocsp', 'tsa'])
        expect(isIssuedBy(issuer(`${service}-${kind}`), issuer(`issuing-${kind}`))).toBe(true)
  })

  it('has revoked one key for signing and one for authentication, an hour after they were issued', () => {
    const revoked = demo.keys.filter(({ what }) => what === 'revoked')
    expect(revoked.map(({ purpose }) => purpose)).toEqual(['signing', 'authentication'])
    for (const key of revoked) {
      const { serial, issuedBy, notBefore } = readHolder(certificateOf(key))
      expect(key.revocation).toMatchObject({ by: issuedBy, serial: Buffer.from(serial).toString('hex') })
      expect(Date.parse(key.revocation?.at ?? '')).toBe(notBefore.getTime() + 3_600_000)
    }
    expect(demo.keys.filter(({ revocation }) => revocation)).toEqual(revoked)
  })
})

describe('a folder that was made before', () => {
  it('is the same at the second start', async () => {
    const again = await createAuthority(demo.dir, new Date(NOW.getTime() + 86_400_000))
    expect(again.keys).toEqual(demo.keys)
  })

  it('completes a folder of an older version: what was there stays, what is new is added', async () => {
    const older = await makeDemoDir()
    try {
      for (const name of ['ocsp-gost', 'ocsp-rsa', 'tsa-gost', 'tsa-rsa'])
        for (const ending of ['p12', 'cer']) rmSync(path.join(older.dir, 'authority', `${name}.${ending}`))
      for (const file of readdirSync(path.join(older.trustDir, 'tsp'))) rmSync(path.join(older.trustDir, 'tsp', file))
      const list = path.join(older.keysDir, 'keys.json')
      const old = older.keys.filter(({ what }) => what !== 'revoked')
      writeFileSync(list, JSON.stringify({ ...JSON.parse(readFileSync(list, 'utf8')), keys: old }))

      const completed = await createAuthority(older.dir, NOW)
      expect(completed.keys.slice(0, old.length)).toEqual(old)
      expect(completed.keys.slice(old.length).map(({ what }) => what)).toEqual(['revoked', 'revoked'])
      const kept = Buffer.from(older.authority['issuing-gost'].certificate)
      expect(kept.equals(completed.authority['issuing-gost'].certificate)).toBe(true)
      expect(isIssuedBy(completed.authority['ocsp-rsa'].certificate, older.authority['issuing-rsa'].certificate)).toBe(
        true,
      )
      expect(readdirSync(path.join(older.trustDir, 'tsp'))).toHaveLength(2)
      expect((await createAuthority(older.dir, NOW)).keys).toEqual(completed.keys)
    } finally {
      older.remove()
    }
  })

  it('makes the services anew with the authority, when a part of that is missing', async () => {
    const broken = await makeDemoDir()
    try {
      rmSync(path.join(broken.dir, 'authority', 'root-gost.p12'))
      const { authority } = await createAuthority(broken.dir, NOW)
      expect(isIssuedBy(authority['ocsp-gost'].certificate, authority['issuing-gost'].certificate)).toBe(true)
    } finally {
      broken.remove()
    }
  })

  it('issues persons’ keys anew once their year is over, under the same authority', async () => {
    const before = issuer('issuing-gost')
    const later = await makeDemoDir()
    try {
      const renewed = await createAuthority(later.dir, new Date(NOW.getTime() + 400 * 86_400_000))
      expect(renewed.keys.map(({ file }) => file)).not.toEqual(later.keys.map(({ file }) => file))
      expect(readdirSync(renewed.keysDir)).toHaveLength(renewed.keys.length + 1)
      expect(issuer('issuing-gost')).toEqual(before)
    } finally {
      later.remove()
    }
  })
})

const genuine = vectors('pki/vectors/ee')
describe.skipIf(!genuine)('a certificate of the test authority', () => {
  for (const [purpose, file] of [
    ['signing', 'gost2015-512_individual_sign_valid_2024-10-29_0d79679f.cer'],
    ['authentication', 'rsa2048_individual_auth_valid_2023-11-16_df5e58a1.cer'],
  ] as const) {
    it(`for ${purpose} has the shape of a genuine one: the same fields and extensions`, () => {
      const ours = certificateOf(keyOf(demo, MAIN.iin, purpose))
      expect(shapeOf(ours)).toEqual(shapeOf(readFileSync(path.join(genuine ?? '', file))))
    })
  }
})

/** Algorithms and the attributes of the subject in order, extensions with their criticality in any order. */
function shapeOf(certificate: Uint8Array) {
  const [tbs, signatureAlgorithm] = readDer(certificate).children
  const [, , , , , subject, publicKey, extensions] = tbs?.children ?? []
  const firstHex = (element: { children: readonly { encoded: Uint8Array }[] } | undefined) =>
    Buffer.from(element?.children[0]?.encoded ?? []).toString('hex')
  const list = extensions?.children[0]?.children ?? []
  return {
    signatureAlgorithm: Buffer.from(signatureAlgorithm?.encoded ?? []).toString('hex'),
    publicKeyAlgorithm: firstHex(publicKey),
    subject: subject?.children.map(rdn => firstHex(rdn.children[0])),
    extensions: list.map(item => `${firstHex(item)} ${item.children.length}`).toSorted(),
    fixed: list.map(item => fixedValue(item.encoded)).toSorted(),
  }
}

/** Key usage, extended key usage and key storage are the same for every person to the byte. */
function fixedValue(extension: Uint8Array): string {
  const hex = Buffer.from(extension).toString('hex')
  return ['0603551d0f', '0603551d25', '06062a830e030305'].some(id => hex.includes(id)) ? hex : ''
}
