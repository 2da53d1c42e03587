// ASiC-S: the one document and the one signature, and whatever pretends to be that. ETSI EN 319 162-1.
import { describe, expect, it } from 'vitest'
import { detachContent } from '../cades/detach-content.ts'
import { readSignedData } from '../cms/signed-data.ts'
import { examineContainer } from '../examine-container.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey } from '../test-keys.ts'
import { verifySignature } from '../verify-signature.ts'
import { ASIC_S, MIMETYPE, openContainer, SIGNATURE } from './open-container.ts'
import { type TestEntry, zip } from './test-zip.ts'

const root = make.makeRoot(gostKey('container root'))
const person = make.makePerson(root, gostKey('container person'))
const attached = cms.makeCms([person])
const text = (value: string) => new TextEncoder().encode(value)

const TYPE: TestEntry = { name: MIMETYPE, content: text(ASIC_S) }
const DOCUMENT: TestEntry = { name: 'statement.pdf', content: cms.DOCUMENT }
const SIGNED: TestEntry = { name: SIGNATURE, content: detachContent(attached) }
const good = [TYPE, DOCUMENT, SIGNED]
const options = { anchors: [root.certificate], at: make.NOON }
const codeOf = (entries: readonly TestEntry[]) => examineContainer(zip(entries), options).report.reasons

describe('a signature without its content', () => {
  it('is the same signature: signers and certificates octet for octet, valid over the document beside it', () => {
    const detached = detachContent(attached)
    const [before, after] = [readSignedData(attached), readSignedData(detached)]
    expect(after.content).toBeUndefined()
    expect(after.certificates.map(({ encoded }) => encoded)).toEqual(before.certificates.map(({ encoded }) => encoded))
    expect(after.signers[0]?.signedAttributes?.encoded).toEqual(before.signers[0]?.signedAttributes?.encoded)
    expect(after.signers.map(({ signature }) => signature)).toEqual(before.signers.map(({ signature }) => signature))
    expect(attached.length - detached.length).toBeGreaterThan(cms.DOCUMENT.length)
    expect(verifySignature(detached, { ...options, content: cms.DOCUMENT }).outcome).toBe('valid')
    expect(verifySignature(detached, { ...options, content: text('another') }).outcome).toBe('invalid')
  })

  it('that had none is answered as it is, and what is no signature is refused', () => {
    const detached = cms.makeCms([person], { detached: true })
    expect(detachContent(detached)).toBe(detached)
    expect(() => detachContent(person.certificate.encoded)).toThrow('not-signed-data')
  })
})

describe('a container', () => {
  it('is verified with the document in it', () => {
    const { report, document } = examineContainer(zip(good), options)
    expect(report).toMatchObject({ outcome: 'valid', signers: [{ person: { iin: make.TEST_IIN } }] })
    expect(document).toMatchObject({ name: 'statement.pdf', content: cms.DOCUMENT })
  })

  it('is found in an archive of evidence', () => {
    const inside = { name: 'withdrawal.asics', content: zip(good) }
    const { report } = examineContainer(zip([{ name: 'README.txt' }, inside]), options)
    expect(report.outcome).toBe('valid')
  })

  it('in an archive is told by its path, with how many files nobody looked at', () => {
    const inside = { name: 'withdrawal.asics', content: zip(good) }
    const original = { name: 'signature.cms', content: attached }
    const foreign = { name: 'statement.pdf', content: text('another statement') }
    const told = (entries: readonly TestEntry[]) => examineContainer(zip(entries), options).document
    expect(told([inside, original])).toMatchObject({ path: 'withdrawal.asics/statement.pdf', unchecked: 0 })
    expect(told([{ name: 'README.txt' }, foreign, inside, original])).toMatchObject({ unchecked: 2 })
    expect(told(good)).toMatchObject({ path: 'statement.pdf', unchecked: 0 })
  })

  it('in an archive with another signature as its original, or with what is none, is refused', () => {
    const inside = { name: 'withdrawal.asics', content: zip(good) }
    const beside = (content: Uint8Array, name = 'signature.cms') => codeOf([inside, { name, content }])
    expect(beside(attached)).toEqual([])
    expect(beside(cms.makeCms([person], { content: text('another') }))).toEqual(['container-invalid'])
    expect(beside(cms.makeCms([person, person]), 'Signature.CMS')).toEqual(['container-invalid'])
    expect(beside(text('no signature'))).toEqual(['der-invalid'])
  })

  it('may be deflated by whoever packed it anew', () => {
    expect(codeOf([TYPE, { ...DOCUMENT, deflated: true }, { ...SIGNED, deflated: true }])).toEqual([])
  })

  it('with one bit of the document or of the signature changed is invalid', () => {
    const flipped = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1)
    expect(codeOf([TYPE, { ...DOCUMENT, content: flipped(cms.DOCUMENT, 3) }, SIGNED])).toEqual([
      'message-digest-mismatch',
    ])
    const bytes = SIGNED.content ?? new Uint8Array()
    expect(codeOf([TYPE, DOCUMENT, { ...SIGNED, content: flipped(bytes, bytes.length - 1) }])).not.toEqual([])
  })
})

describe('refused is', () => {
  for (const [what, entries] of [
    ['nothing', []],
    ['no type', [DOCUMENT, SIGNED]],
    ['the type in the second place', [DOCUMENT, TYPE, SIGNED]],
    ['another type', [{ ...TYPE, content: text('application/vnd.etsi.asic-e+zip') }, DOCUMENT, SIGNED]],
    ['a type with a line end', [{ ...TYPE, content: text(`${ASIC_S}\n`) }, DOCUMENT, SIGNED]],
    ['a type that is deflated', [{ ...TYPE, deflated: true }, DOCUMENT, SIGNED]],
    ['a type with an extra field', [{ ...TYPE, extra: Uint8Array.of(0x55, 0x54, 1, 0, 0) }, DOCUMENT, SIGNED]],
    ['no document', [TYPE, SIGNED]],
    ['two documents', [TYPE, DOCUMENT, { ...DOCUMENT, name: 'another.pdf' }, SIGNED]],
    ['a document in a folder', [TYPE, { ...DOCUMENT, name: 'folder/statement.pdf' }, SIGNED]],
    ['no signature', [TYPE, DOCUMENT]],
    ['two signatures', [TYPE, DOCUMENT, SIGNED, { ...SIGNED, name: 'META-INF/signature2.p7s' }]],
    ['a signature in XML', [TYPE, DOCUMENT, { ...SIGNED, name: 'META-INF/signatures.xml' }]],
    ['a time stamp alone', [TYPE, DOCUMENT, { ...SIGNED, name: 'META-INF/timestamp.tst' }]],
    ['a signature in other letters', [TYPE, DOCUMENT, { ...SIGNED, name: 'meta-inf/signature.p7s' }]],
    ['something beside the signature', [TYPE, DOCUMENT, SIGNED, { name: 'META-INF/manifest.xml' }]],
    ['an archive with no container', [{ name: 'README.txt' }]],
    ['an archive with two', ['a', 'b'].map(name => ({ name: `${name}.asics`, content: zip(good) }))],
    [
      'an archive in an archive in an archive',
      [{ name: 'x.asics', content: zip([{ name: 'y.asics', content: zip(good) }]) }],
    ],
  ] as const satisfies readonly (readonly [string, readonly TestEntry[]])[])
    it(what, () => {
      expect(() => openContainer(zip(entries))).toThrow(expect.objectContaining({ code: 'container-invalid' }))
      expect(codeOf(entries)).toEqual(['container-invalid'])
    })

  it('a document that the signature holds otherwise', () => {
    const other = cms.makeCms([person], { content: text('another document') })
    expect(codeOf([TYPE, DOCUMENT, { ...SIGNED, content: other }])).toEqual(['content-mismatch'])
  })
})
