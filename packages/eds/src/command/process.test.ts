// The command as people run it: another process, real files, its exit code.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey } from '../test-keys.ts'
import { REPOSITORY } from '../test-vectors.ts'

const EDS = path.join(REPOSITORY, 'packages/eds/bin/eds.mjs')
const root = make.makeRoot(gostKey('process root'))
const person = make.makePerson(root, gostKey('process person'))
const detached = cms.makeCms([person], { detached: true })
let folder = ''

const flipped = (bytes: Uint8Array, at: number) => bytes.map((octet, i) => (i === at ? octet ^ 1 : octet))

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'eds-'))
  const write = (name: string, bytes: Uint8Array) => writeFileSync(path.join(folder, name), bytes)
  write('root.cer', root.certificate.encoded)
  write('document.txt', cms.DOCUMENT)
  write('flipped.txt', flipped(cms.DOCUMENT, 3))
  write('signature.cms', detached)
  write('flipped.cms', flipped(detached, detached.length - 10))
})

afterAll(() => rmSync(folder, { recursive: true }))

function eds(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EDS, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    input: detached,
  })
  return { status, stdout, stderr }
}

const AT = ['--anchors', 'root.cer', '--at', make.NOON.toISOString()]

describe('the command', () => {
  for (const [status, because, argv] of [
    [0, 'the document is signed', ['signature.cms', '--content', 'document.txt']],
    [0, 'the signature comes by standard input', ['-', '--content', 'document.txt']],
    [1, 'one bit of the document is flipped', ['signature.cms', '--content', 'flipped.txt']],
    [1, 'one bit of the signature is flipped', ['flipped.cms', '--content', 'document.txt']],
    [2, 'the document is not given', ['signature.cms']],
    [64, 'the file is not there', ['missing.cms']],
    [64, 'an option is misspelt', ['signature.cms', '--contents', 'document.txt']],
  ] as const)
    it(`exits ${status} when ${because}`, () => expect(eds('verify', ...argv, ...AT).status).toBe(status))

  it('prints a report that a program can read', () => {
    const { stdout } = eds('verify', 'signature.cms', '--content', 'document.txt', '--json', ...AT)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'valid', signers: [{ person: { iin: make.TEST_IIN } }] })
  })

  it('ends quietly with its answer when nobody reads what it prints', () => {
    const command = `{ '${process.execPath}' '${EDS}' inspect signature.cms; echo $? >&2; } | true`
    const { stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('0\n')
  })

  it.skipIf(!existsSync('/dev/full'))('tells in a sentence that its answer is lost, and exits 64', () => {
    const command = `'${process.execPath}' '${EDS}' verify signature.cms --content document.txt ${AT.join(' ')} > /dev/full`
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 64, stderr: 'eds: the answer cannot be written (ENOSPC)\n' })
  })

  it('tells in a sentence, without a stack, why it cannot read', () => {
    const { stderr } = eds('verify', 'missing.cms', ...AT)
    expect(stderr).toContain('missing.cms cannot be read (ENOENT)')
    expect(stderr).not.toContain('    at ')
  })
})
