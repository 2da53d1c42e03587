// A signature in a container, alone or in an archive of evidence: what was judged, and what lay beside it.
import { createHash } from 'node:crypto'
import { type TestEntry, zip } from '@otinish/eds/container/test-zip'
import { describe, expect, it } from 'vitest'
import { AIGERIM, sign, testAuthority } from '../test-authority.ts'
import { testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { uploadsTo } from './test-uploads.ts'

const pdf = Buffer.from('%PDF-1.7 a statement')
const signature = async () =>
  Buffer.from(sign((await testAuthority()).signing(AIGERIM), pdf, { detached: true }), 'base64')

const asicOf = (document: Uint8Array, signature: Uint8Array, more: readonly TestEntry[] = []) =>
  zip([
    { name: 'mimetype', content: Buffer.from('application/vnd.etsi.asic-s+zip') },
    { name: 'statement.pdf', content: document },
    { name: 'META-INF/signature.p7s', content: signature },
    ...more,
  ])

describe('a signature that is uploaded', () => {
  it('may come in a container, with the document beside it or not; what was put in or changed there is found out', async () => {
    const { page, report } = uploadsTo(await testService())
    const detached = await signature()
    const asic = (document: Uint8Array, ...more: TestEntry[]) => asicOf(document, detached, more)
    const edited = Buffer.concat([pdf, Buffer.from(' ')])
    expect(await report({ cms: asic(pdf) })).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(await report({ cms: zip([{ name: 'withdrawal.asics', content: asic(pdf) }]), content: pdf })).toMatchObject({
      outcome: 'valid',
    })
    for (const [parts, reason] of [
      [{ cms: asic(edited) }, 'message-digest-mismatch'],
      [{ cms: asic(pdf), content: edited }, 'content-mismatch'],
      [{ cms: asic(pdf, { name: 'other.pdf', content: edited }) }, 'container-invalid'],
      [{ cms: zip([{ name: 'a.txt', content: pdf }]) }, 'container-invalid'],
      [{ cms: zip([{ name: 'a.asics', content: Buffer.alloc(9_000_000), deflated: true }]) }, 'limit-exceeded'],
      [{ cms: zip(Array.from({ length: 100 }, (_, i) => ({ name: `${i}` }))) }, 'limit-exceeded'],
      [{ cms: Buffer.from('PK\u0003\u0004') }, 'container-invalid'],
    ] as const) {
      const told = await report(parts)
      expect([told.outcome, told.reasons[0]]).toEqual(['invalid', reason])
    }
    const beside = zip([{ name: 'statement.pdf' }, { name: 'withdrawal.asics', content: asic(pdf) }])
    expect(readable((await page({ cms: beside })).json)).toContain('другие файлы, они не проверялись. Их число: 1.')
    const { json } = await page({ cms: asic(pdf), content: edited })
    expect(readable(json)).toMatch(/Подпись недействительна.*Подписан не тот документ/)
  })
})

describe('what is told', () => {
  it('of a container names the file that was judged and counts those that were not, to programs as on the page', async () => {
    const { page, report } = uploadsTo(await testService())
    const detached = await signature()
    const asic = asicOf(pdf, detached)
    const archive = zip([{ name: 'README.txt' }, { name: 'withdrawal.asics', content: asic }])
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const document = { path: 'withdrawal.asics/statement.pdf', sha256, unchecked: 1 }
    expect((await report({ cms: archive })).document).toEqual(document)
    const shown = readable((await page({ cms: archive }, 'en')).json)
    for (const word of [document.path, sha256, 'Their number: 1.']) expect(shown).toContain(word)
    expect((await report({ cms: asic })).document).toEqual({ ...document, path: 'statement.pdf', unchecked: 0 })
    for (const none of [{ cms: detached, content: pdf }, { cms: zip([{ name: 'a.txt', content: pdf }]) }])
      expect(await report(none)).not.toHaveProperty('document')
  })
})
