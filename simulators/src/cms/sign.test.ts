// Signatures of the simulator: the shape of genuine ones, and true for whoever checks them.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN } from '../demo/persons.ts'
import { openKeyFile } from '../p12/read.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { digestOf, readCms } from '../testing/read-cms.ts'
import { vectors } from '../testing/vectors.ts'
import { signCms } from './sign.ts'

let demo: DemoDir
beforeAll(async () => {
  demo = await makeDemoDir()
})
afterAll(() => demo.remove())

const CONTENT = new TextEncoder().encode('Өтініштің күшін жою')

const store = (purpose: 'signing' | 'authentication') => {
  const { file, password } = keyOf(demo, MAIN.iin, purpose)
  return openKeyFile(readFileSync(path.join(demo.keysDir, file)), password)
}

describe('a signature of the simulator', () => {
  for (const [purpose, digestOid, signatureOid] of [
    ['signing', '1.2.398.3.10.1.3.3', '1.2.398.3.10.1.1.2.3.2'],
    ['authentication', '2.16.840.1.101.3.4.2.1', '1.2.840.113549.1.1.11'],
  ] as const) {
    it(`with a ${purpose} key holds, names its algorithms and binds its certificate`, () => {
      const key = store(purpose)
      const cms = readCms(signCms(key, { content: CONTENT, attached: true, at: NOW }))
      expect(cms).toMatchObject({ digestOid, signatureOid, signatureHolds: true })
      expect(Buffer.from(cms.content ?? [])).toEqual(Buffer.from(CONTENT))
      expect(Buffer.from(cms.messageDigest)).toEqual(Buffer.from(digestOf(key.certificate, CONTENT)))
      expect(Buffer.from(cms.essCertificateHash)).toEqual(createHash('sha256').update(key.certificate).digest())
    })
  }

  it('carries no content when detached, and is over the same digest', () => {
    const key = store('signing')
    const attached = readCms(signCms(key, { content: CONTENT, attached: true, at: NOW }))
    const detached = readCms(signCms(key, { content: CONTENT, attached: false, at: NOW }))
    expect(detached.content).toBeUndefined()
    expect(detached.messageDigest).toEqual(attached.messageDigest)
    expect(detached.signatureHolds).toBe(true)
  })

  it('takes a digest that the site made', () => {
    const key = store('signing')
    const digest = digestOf(key.certificate, CONTENT)
    const cms = readCms(signCms(key, { content: { digest }, attached: false, at: NOW }))
    expect(cms.messageDigest).toEqual(digest)
  })

  const genuine = vectors('pki/vectors/cms/skarm_individual_attached.der')
  it.skipIf(!genuine)(
    'has the attributes of a genuine one of NCALayer, in its order, and checks as that one does',
    () => {
      const theirs = readCms(readFileSync(genuine ?? ''))
      const ours = readCms(signCms(store('signing'), { content: CONTENT, attached: true, at: NOW }))
      expect(theirs.signatureHolds).toBe(true)
      expect(ours.attributeTypes).toEqual(theirs.attributeTypes)
      expect([ours.digestOid, ours.signatureOid]).toEqual([theirs.digestOid, theirs.signatureOid])
    },
  )
})
