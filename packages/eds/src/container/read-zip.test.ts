// Archives: what is read, and every way in which one may mean two things, or too much.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { concat } from '../der/write.ts'
import { readZip } from './read-zip.ts'
import { type TestArchive, type TestEntry, zip } from './test-zip.ts'

const text = (value: string) => new TextEncoder().encode(value)
const A: TestEntry = { name: 'a.txt', content: text('first') }
const B: TestEntry = { name: 'folder/b.txt', content: text('second '.repeat(20)), deflated: true }
const ZIP64 = Uint8Array.of(1, 0, 8, 0, 5, 0, 0, 0, 0, 0, 0, 0)
const UNICODE_NAME = concat(Uint8Array.of(0x75, 0x70, 10, 0, 1, 0, 0, 0, 0), text('b.txt'))
const MEGABYTE = new Uint8Array(1024 * 1024)

describe('a ZIP archive', () => {
  it('is read: stored and deflated, in the order in which the entries lie', () => {
    const read = readZip(zip([A, B])).map(entry => ({ ...entry, content: Buffer.from(entry.content).toString() }))
    expect(read).toEqual([
      { name: 'a.txt', method: 'stored', extra: 0, content: 'first' },
      { name: 'folder/b.txt', method: 'deflated', extra: 0, content: 'second '.repeat(20) },
    ])
  })

  it('may tell sizes after an entry, hold folders, extra fields, and names in UTF-8 that says so', () => {
    const streamed = { ...B, descriptor: 'marked' } as const
    const plain = { ...A, deflated: true, descriptor: 'plain' } as const
    const folder = { name: 'folder/', content: new Uint8Array() }
    const kazakh = { ...A, name: 'өтініш.txt', flags: 1 << 11, extra: Uint8Array.of(0x55, 0x54, 1, 0, 0) }
    expect(readZip(zip([plain, folder, streamed, kazakh])).map(({ name, extra }) => `${name} ${extra}`)).toEqual([
      ...['a.txt 0', 'folder/b.txt 0', 'өтініш.txt 5'],
    ])
  })

  it('may be empty', () => expect(readZip(zip([]))).toEqual([]))
})

const TWICE: readonly (readonly [string, readonly TestEntry[], TestArchive?])[] = [
  ['a name twice', [A, A]],
  ['a name twice, in other letters', [A, { ...A, name: 'A.TXT' }]],
  ['a file and a folder of one name', [A, { name: 'a.txt/', content: new Uint8Array() }]],
  [
    'a name of letters that are put together otherwise',
    [
      { ...A, name: 'й', flags: 1 << 11 },
      { ...A, name: 'и\u0306', flags: 1 << 11 },
    ],
  ],
  ['another name in the local header', [{ ...A, localName: 'b.txt' }]],
  ['another size in the local header', [{ ...A, localSize: 4 }]],
  ['other flags in the local header', [{ ...A, localFlags: 2 }]],
  ['a false descriptor', [{ ...A, descriptor: 'false' }]],
  ['a stored entry that is empty by its header, and not by its descriptor', [{ ...A, descriptor: 'plain' }, B]],
  ['octets before the first entry', [A], { before: text('#!/bin/sh\n') }],
  ['octets between two entries', [{ ...A, after: text('hidden') }, B]],
  ['octets before the directory', [A], { between: text('hidden') }],
  ['octets inside the directory', [A], { insideEnd: text('hidden') }],
  ['a comment, in which another end may stand', [A], { comment: zip([B]).slice(-22) }],
  ['two entries in one place', [A, { ...B, offset: 0 }]],
  ['a directory in another order', [A, B], { reversed: true }],
  ['an entry less than there are', [A, B], { count: 1 }],
  ['an entry more than there are', [A], { count: 2 }],
  ['several disks', [A], { disk: 1 }],
  ['an entry on another disk', [{ ...A, disk: 1 }]],
  ['a directory elsewhere', [A], { directoryOffset: 3 }],
  ['sizes of ZIP64', [{ ...A, extra: ZIP64 }]],
  ['sizes that point to ZIP64', [{ ...A, size: 0xffffffff, compressed: 0xffffffff }]],
  ['a reader of ZIP64', [{ ...A, version: 45 }]],
  ['a second name', [{ ...A, extra: UNICODE_NAME }]],
  ['an extra field that is cut off', [{ ...A, extra: Uint8Array.of(1, 2, 9) }]],
  ['encryption', [{ ...A, flags: 1 }]],
  ['strong encryption', [{ ...A, flags: 1 << 6 }]],
  ['a masked directory', [{ ...A, flags: 1 << 13 }]],
  ['a patch', [{ ...A, flags: 1 << 5 }]],
  ['encryption as a method', [{ ...A, method: 99 }]],
  ['another method', [{ ...A, method: 12 }]],
  ['a false checksum', [{ ...A, crc: 1 }]],
  ['a stored entry of two sizes', [{ ...A, size: 3 }]],
  ['a folder with content', [{ ...A, name: 'a/' }]],
  ['less than is promised', [{ ...B, size: 500 }]],
  ['more than is promised', [{ ...B, size: 7 }]],
  ['octets after the deflated ones', [{ ...B, data: concat(deflateRawSync(text('second '.repeat(20))), text('x')) }]],
  ['what cannot be inflated', [{ ...B, data: text('no deflate') }]],
]

describe('refused is an archive with', () => {
  for (const [what, entries, archive] of TWICE)
    it(what, () => expect(() => readZip(zip(entries, archive))).toThrow(invalid('container-invalid')))

  for (const name of [
    '../a',
    'a/../../b',
    '/etc/passwd',
    './a',
    'a//b',
    'a\\b',
    'C:a',
    'a.',
    'a ',
    'folder./a',
    'folder /a',
    '...',
    'a\u0000b',
    'a\nb',
    '',
    '..',
    'x'.repeat(256),
  ])
    it(`the name ${JSON.stringify(name.slice(0, 20))}`, () =>
      expect(() => readZip(zip([{ ...A, name }]))).toThrow(invalid('container-invalid')))

  for (const [name, flags, because] of [
    [Uint8Array.of(0xa8), 0, 'it does not say in which alphabet'],
    [Uint8Array.of(0xc3, 0x28), 1 << 11, 'it is not the UTF-8 that it says'],
    [text('a\u202etxt.exe'), 1 << 11, 'it turns the line'],
  ] as const)
    it(`a name whose letters are not sure: ${because}`, () =>
      expect(() => readZip(zip([{ ...A, name, flags }]))).toThrow(invalid('container-invalid')))

  it('any octet missing at its end or its beginning', () => {
    const whole = zip([A, B])
    for (let cut = 1; cut < whole.length; cut++) {
      expect(() => readZip(whole.subarray(0, -cut)), `${cut} at the end`).toThrow(invalid('container-invalid'))
      expect(() => readZip(whole.subarray(cut)), `${cut} at the beginning`).toThrow(invalid('container-invalid'))
    }
  })

  it('any octet changed, or it says the same as before', () => {
    const whole = zip([A, B])
    const said = JSON.stringify(readZip(whole))
    const names = new Set<string>()
    for (let at = 0; at < whole.length; at++) {
      const changed = whole.with(at, (whole[at] ?? 0) ^ 0x10)
      try {
        const read = readZip(changed)
        if (JSON.stringify(read) !== said) names.add(read.map(({ name }) => name).join())
      } catch (thrown) {
        expect(thrown).toMatchObject({ name: 'EdsError' })
      }
    }
    expect([...names], 'a changed octet gave another content').toEqual([])
  })
})

describe('more than a limit is', () => {
  for (const [what, entries, limits] of [
    ['a bomb of zeros', [{ name: 'bomb', content: MEGABYTE, deflated: true }], {}],
    ['entries without end', Array.from({ length: 65 }, (_, i) => ({ ...A, name: `${i}` })), {}],
    ['much inside', [{ name: 'a', content: MEGABYTE }], { inflated: 1024 * 1024 - 1 }],
    ['many small ones together', [A, { ...A, name: 'b' }], { inflated: 9 }],
    ['a large file', [A], { bytes: 100 }],
  ] as const)
    it(what, () => {
      const all = { bytes: 2 ** 25, entries: 64, inflated: 2 ** 25, ratio: 100, ...limits }
      expect(() => readZip(zip(entries), all)).toThrow(invalid('limit-exceeded'))
    })

  it('never inflated, whatever is promised: a bomb that says it is small', () => {
    const bomb = { name: 'bomb', content: text('tiny'), data: deflateRawSync(MEGABYTE), deflated: true } as const
    expect(() => readZip(zip([bomb]))).toThrow(invalid('container-invalid'))
  })
})

function invalid(code: string) {
  return expect.objectContaining({ name: 'EdsError', code })
}
