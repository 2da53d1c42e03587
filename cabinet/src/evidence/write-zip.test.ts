// What is written is read by our own strict reader, and by the tools that people have.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readZip } from '@otinish/eds/container/read-zip'
import { expect, inject, it } from 'vitest'
import { writeZip } from './write-zip.ts'

const FILES = [
  { name: 'mimetype', content: Buffer.from('application/vnd.etsi.asic-s+zip') },
  { name: 'META-INF/signature.p7s', content: Buffer.from([0x30, 0x80, 0xff]) },
  { name: 'empty.txt', content: Buffer.of() },
]

it('an archive holds what it was given, stored, in that order, and is the same each time', () => {
  const read = readZip(writeZip(FILES)).map(({ name, method, extra, content }) => ({
    name,
    method,
    extra,
    content: Buffer.from(content),
  }))
  expect(read).toEqual(FILES.map(file => ({ ...file, method: 'stored', extra: 0 })))
  expect(writeZip(FILES)).toEqual(writeZip(FILES))
  expect(readZip(writeZip([]))).toEqual([])
})

it('has the type of a container where programs look for it without unpacking', () => {
  expect(
    writeZip(FILES)
      .subarray(30, 30 + 39)
      .toString(),
  ).toBe('mimetypeapplication/vnd.etsi.asic-s+zip')
})

it.skipIf(spawnSync('python3', ['-V']).error !== undefined)('is whole for another reader', () => {
  const file = path.join(mkdtempSync(path.join(inject('scratch'), 'zip-')), 'a.zip')
  writeFileSync(file, writeZip(FILES))
  const ask = 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *z.namelist())'
  expect(execFileSync('python3', ['-c', ask, file]).toString()).toBe('None mimetype META-INF/signature.p7s empty.txt\n')
})
