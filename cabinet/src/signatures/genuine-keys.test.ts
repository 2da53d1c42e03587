// The national test keys, as they are: who may sign in, who may sign, and why the others may not.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeMaybePem } from '@otinish/eds/pem'
import { readCertificate } from '@otinish/eds/x509/certificate'
import { signCms } from '@otinish/simulators/cms/sign'
import { openKeyFile } from '@otinish/simulators/p12/read'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../root.ts'
import { examine } from './examine.ts'
import type { Trust } from './trust.ts'

const VECTORS = path.resolve(projectRoot(), process.env['OTINISH_VECTORS'] ?? '../shared', 'pki/vectors')
const there = existsSync(VECTORS)
if (!there) console.log(`${VECTORS} is not there: set OTINISH_VECTORS to run the tests with genuine keys`)

const CONTENT = new TextEncoder().encode('what is signed')
const THEN = new Date('2024-11-05T12:00:00+05:00')
const NOW = new Date('2026-11-22T12:00:00+05:00')

function ask(keyId: string, purpose: 'signing' | 'any', at: Date): string {
  const files = readdirSync(path.join(VECTORS, 'p12'))
  const file = files.find(name => name.endsWith(`_${keyId}.p12`)) ?? ''
  const store = openKeyFile(readFileSync(path.join(VECTORS, 'p12', file)), 'Qwerty12')
  const anchor = (name: string) => readCertificate(decodeMaybePem(readFileSync(path.join(VECTORS, 'ca-test', name))))
  const anchors: Trust['anchors'] = [anchor('nca_gost2022_test.cer'), anchor('nca_rsa_test_2023.cer')]
  const cms = signCms(store, { content: CONTENT, attached: true, at })
  const trust = { anchors, intermediates: [], stampAnchors: [] }
  const verdict = examine({ cms, content: CONTENT, purpose, at, stamp: false }, trust, new Set())
  return verdict.kind === 'candidate' ? verdict.iin : verdict.code
}

const CASES = [
  ['the authentication key, to sign in', 'df5e58a1', 'any', THEN, '123456789011'],
  ['the authentication key, under a document', 'df5e58a1', 'signing', THEN, 'signature-not-for-signing'],
  ['the signing key, under a document', '0d79679f', 'signing', THEN, '123456789011'],
  ['the signing key, to sign in', '0d79679f', 'any', THEN, '123456789011'],
  ['the signing key two years later', '0d79679f', 'signing', NOW, 'signature-certificate-expired'],
  ['the key of a company’s head, in time', '303eebdf', 'signing', NOW, 'signature-not-personal'],
  ['the key of a company’s head, before its time', '303eebdf', 'signing', THEN, 'signature-not-personal'],
  ['the key of an employee, in time', '130d7a4b', 'signing', NOW, 'signature-not-personal'],
  ['the key of one with the right to sign', '979fdd54', 'any', NOW, 'signature-not-personal'],
  ['the key of an information system', '6b4fa0c2', 'any', NOW, 'signature-not-personal'],
] as const

describe.skipIf(!there)('genuine keys', () => {
  it.each(CASES)('%s', (_, keyId, purpose, at, expected) => {
    expect(ask(keyId, purpose, at)).toBe(expected)
  })
})
