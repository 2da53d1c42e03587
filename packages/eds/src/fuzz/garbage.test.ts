// Documents as large as they may be, and garbage of every size.
import { describe, expect, it } from 'vitest'
import { element } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { rsaKey, seededBytes } from '../test-keys.ts'
import { verifySignature } from '../verify-signature.ts'

describe('a large document with as many signers as there may be', () => {
  it('is compared with the content given beside it in no time', () => {
    const content = new Uint8Array(16 * 1024 * 1024)
    const root = make.makeRoot(rsaKey('mutation root'))
    const person = make.makePerson(root, rsaKey('mutation person'))
    const signers = Array.from({ length: 32 }, () => person)
    const signed = cms.makeCms(signers, { content, certificates: [person.certificate.encoded] })
    const started = performance.now()
    expect(verifySignature(signed, { anchors: [root.certificate], at: make.NOON, content }).outcome).toBe('valid')
    expect(performance.now() - started).toBeLessThan(20_000) // a hundredth of that on a machine of its own: a bound on growth, not a timing
  })
})

const SIZE = 10 * 1024 * 1024
const repeated = (hex: string) => Buffer.alloc(SIZE, Buffer.from(hex, 'hex'))
const wrapped = (tag: number, hex: string) => element(tag, repeated(hex))

describe('ten megabytes of garbage', () => {
  for (const [what, bytes, codes] of [
    ['random octets', Buffer.from(seededBytes('garbage')(SIZE)), ['der-invalid']],
    ['zeros', Buffer.alloc(SIZE), ['der-invalid']],
    ['sequences inside one another', repeated('3080'), ['der-invalid']],
    ['a sequence of NULLs', wrapped(0x30, '0500'), ['limit-exceeded']],
    ['a sequence of empty sequences', wrapped(0x30, '3000'), ['limit-exceeded']],
    ['one endless INTEGER', wrapped(0x02, '01'), ['not-signed-data']],
    ['one endless OBJECT IDENTIFIER', wrapped(0x06, 'ff'), ['der-invalid']],
  ] as const)
    it(`as ${what} is refused at once: ${codes}`, () => {
      const started = performance.now()
      expect(verifySignature(bytes, { anchors: [], at: make.NOON }).reasons).toEqual(codes)
      expect(performance.now() - started).toBeLessThan(20_000) // tens of milliseconds on a machine of its own: a bound on growth, not a timing
    })

  it('is refused past the limit of size without being read', () => {
    const huge = Buffer.alloc(33 * 1024 * 1024)
    expect(verifySignature(huge, { anchors: [], at: make.NOON }).reasons).toEqual(['limit-exceeded'])
  })
})
