// The fund's seal: a signature that our own verifier and OpenSSL take for one, over the very bytes.
import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { verifySignature } from '@otinish/eds/verify-signature'
import { describe, expect, inject, it } from 'vitest'
import { readTrust } from '../signatures/trust.ts'
import { TODAY, testAuthority } from '../test-authority.ts'
import { sealer } from './seal.ts'
import { readSealKey } from './seal-key.ts'

const RECORD = Buffer.from('{"registration":"1042-ОЖ"}')
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined

async function sealed() {
  const { sealFile, trustDir } = await testAuthority()
  const seal = await sealer(readSealKey(sealFile, TODAY))(RECORD, TODAY)
  const { anchors } = readTrust(trustDir)
  const verify = (content: Uint8Array) => verifySignature(seal, { content, anchors, at: TODAY, purpose: 'signing' })
  return { seal, verify }
}

function scratch(name: string, content: string | Uint8Array): string {
  const file = path.join(mkdtempSync(path.join(inject('scratch'), 'seal-')), name)
  writeFileSync(file, content)
  return file
}

describe('the seal of the fund', () => {
  it('is valid over the record, made by a legal entity for signing, at the moment it tells', async () => {
    const { verify } = await sealed()
    expect(verify(RECORD)).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(verify(RECORD).signers[0]).toMatchObject({
      person: { bin: '991340000000', iin: null },
      certificate: { algorithm: 'rsa', purpose: 'signing', roles: ['legal-entity'] },
      signingTime: TODAY.toISOString(),
    })
  })

  it('is not on anything else', async () => {
    const { verify } = await sealed()
    expect(verify(Buffer.concat([RECORD, Buffer.from(' ')])).outcome).toBe('invalid')
  })

  it.skipIf(!hasOpenssl)('is one for OpenSSL too', async () => {
    const { seal } = await sealed()
    const [signature, content] = [scratch('seal.p7s', seal), scratch('record.json', RECORD)]
    const verify = ['cms', '-verify', '-binary', '-noverify', '-inform', 'DER', '-in', signature, '-content', content]
    expect(execFileSync('openssl', verify, { stdio: ['ignore', 'pipe', 'ignore'] })).toEqual(RECORD)
  })
})

describe('SEAL_KEY', () => {
  it('that is not what it must be is refused in a sentence', async () => {
    const { sealFile } = await testAuthority()
    const good = readFileSync(sealFile, 'utf8')
    const [key = '', certificate = ''] = good.split(/(?=-----BEGIN CERT)/)
    const pem = (type: 'rsa' | 'ed25519', bits = 2048) => {
      const pair = type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('ed25519')
      return pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
    }
    for (const [content, complaint] of [
      [certificate, 'holds no private key'],
      [key, 'holds no certificate'],
      [`${key}${certificate.replace(/\n[A-Za-z0-9+/]{4}/, '\nAAAA')}`, 'holds a broken certificate'],
      [`${pem('rsa')}${certificate}`, 'holds a key and the certificate of another'],
      [`${pem('rsa', 1024)}${certificate}`, 'holds no RSA key of 2048 bits'],
      [`${pem('ed25519')}${certificate}`, 'holds no RSA key'],
    ] as const)
      expect(() => readSealKey(scratch('seal.pem', content), TODAY), complaint).toThrow(complaint)
    expect(() => readSealKey('/nowhere', TODAY)).toThrow('SEAL_KEY: /nowhere cannot be read')
    expect(() => readSealKey(sealFile, new Date('2060-01-01'))).toThrow('holds a certificate that ended on')
    expect(() => readSealKey(sealFile, new Date('2000-01-01'))).toThrow('holds a certificate that begins on')
  })
})
