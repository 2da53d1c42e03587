// Genuine key files of the national test authority open with their published passwords.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { publicKeyInfo } from '../pki/signing-key.ts'
import { vectors } from '../testing/vectors.ts'
import { KeyFileError } from './error.ts'
import { openKeyFile } from './read.ts'

const folder = vectors('pki/vectors/p12')
const files = folder ? readdirSync(folder).filter(name => name.endsWith('.p12')) : []
const read = (file: string) => readFileSync(path.join(folder ?? '', file))

// Published with the keys: the SDK's test keys share one password, the NCANode ones another.
const PASSWORDS = ['Qwerty12', 'Aa123456']

function openWithPublished(bytes: Uint8Array) {
  for (const password of PASSWORDS) {
    try {
      return openKeyFile(bytes, password)
    } catch (error) {
      if (!(error instanceof KeyFileError && error.code === 'wrong-password')) throw error
    }
  }
  throw new Error('no published password opens it')
}

describe.skipIf(!folder)('a genuine key file', () => {
  it('opens with its published password, and its key belongs to its certificate', () => {
    const matching = files.filter(file => {
      const { key, certificate } = openWithPublished(read(file))
      return Buffer.from(certificate).includes(Buffer.from(publicKeyInfo(key)))
    })
    console.log(`key files opened, key matches certificate: ${matching.length} of ${files.length}`)
    expect(matching).toEqual(files)
  })

  it('does not open with another password, and says which fault that is', () => {
    const codes = files.slice(0, 3).map(file => codeOf(() => openKeyFile(read(file), 'qwerty12')))
    expect(codes).toEqual(['wrong-password', 'wrong-password', 'wrong-password'])
  })

  for (const [what, change] of [
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['a certificate', () => Buffer.from('3000', 'hex')],
    ['text', () => Buffer.from('-----BEGIN PRIVATE KEY-----')],
    ['with a flipped bit in the key', (bytes: Buffer) => Buffer.from(bytes.with(200, (bytes[200] ?? 0) ^ 1))],
  ] as const) {
    it(`is refused with a KeyFileError when it is ${what}`, () => {
      const [file = ''] = files
      const code = codeOf(() => openKeyFile(change(read(file)), 'Qwerty12'))
      expect(['not-a-key-file', 'wrong-password']).toContain(code)
    })
  }
})

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof KeyFileError ? error.code : `another error: ${error}`
  }
  return 'none'
}
