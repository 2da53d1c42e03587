// Production trusts nobody who is not known by a fingerprint. The genuine certificates are read where they lie.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as make from '@otinish/eds/test-certificates'
import { rsaKey } from '@otinish/eds/test-keys'
import { describe, expect, inject, it } from 'vitest'
import { projectRoot } from '../root.ts'
import { testAuthority } from '../test-authority.ts'
import { trustMistakes } from './allowed-trust.ts'

const VECTORS = path.resolve(projectRoot(), process.env['OTINISH_VECTORS'] ?? '../shared', 'pki/vectors')
const there = existsSync(VECTORS)
if (!there) console.log(`${VECTORS} is not there: set OTINISH_VECTORS to run the tests with genuine authorities`)

type Part = 'signers' | 'tsp' | 'intermediates'

function trustDir(): {
  dir: string
  put: (part: Part, file: string) => string
  write: (part: Part, der: Uint8Array) => string
} {
  const dir = mkdtempSync(path.join(inject('scratch'), 'trust-'))
  for (const part of ['signers', 'tsp', 'intermediates']) mkdirSync(path.join(dir, part))
  const write = (part: Part, der: Uint8Array) => {
    const file = path.join(dir, part, 'one.cer')
    writeFileSync(file, der)
    return file
  }
  const put = (part: Part, file: string) => {
    const copy = path.join(dir, part, path.basename(file))
    copyFileSync(path.join(VECTORS, file), copy)
    return copy
  }
  return { dir, put, write }
}

const stranger = make.makeRoot(rsaKey('an accredited authority')).certificate
const fingerprint = /SHA-256 [0-9a-f]{64}$/

describe('production', () => {
  it('trusts nobody by default', () => {
    const { dir } = trustDir()
    expect(trustMistakes(dir, undefined)).toEqual([`TRUST_DIR: no authority's certificate in ${dir}/signers`])
  })

  it('tells the fingerprint of whom it does not know', () => {
    const { dir, write } = trustDir()
    const file = write('signers', stranger.encoded)
    const [mistake, ...others] = trustMistakes(dir, undefined)
    expect(mistake).toContain(`TRUST_DIR: ${file} is not a known authority`)
    expect(mistake).toMatch(fingerprint)
    expect(others).toEqual([])
  })

  it('trusts whom a list of fingerprints names, in whatever way that is written', () => {
    const { dir, write } = trustDir()
    write('signers', stranger.encoded)
    const [mistake = ''] = trustMistakes(dir, undefined)
    const sha256 = mistake.slice(-64)
    const list = path.join(dir, 'fingerprints')
    const colons = sha256.toUpperCase().match(/../g)?.join(':')
    for (const text of [sha256, `# ours\n\n${colons}  accredited.cer\n`]) {
      writeFileSync(list, text)
      expect(trustMistakes(dir, list)).toEqual([])
    }
    writeFileSync(list, 'abc')
    expect(trustMistakes(dir, list)).toEqual([`TRUST_FINGERPRINTS: ${list}: line 1 does not begin with a SHA-256`])
    expect(trustMistakes(dir, `${list}-gone`)).toEqual([`TRUST_FINGERPRINTS: ${list}-gone: it cannot be read`])
  })

  it('refuses the simulated authority', async () => {
    const mistakes = trustMistakes((await testAuthority()).trustDir, undefined)
    expect(mistakes).toHaveLength(4) // GOST and RSA, for signers and for stamps
    expect(mistakes.filter(mistake => !mistake.endsWith(' is a test authority'))).toEqual([])
  })

  it('tells of a file that is no certificate', () => {
    const { dir, write } = trustDir()
    const file = write('tsp', Uint8Array.of(1, 2, 3))
    expect(trustMistakes(dir, undefined)).toEqual([`TRUST_DIR: ${file} is not a certificate`])
  })
})

describe.skipIf(!there)('with genuine certificates, production', () => {
  it('takes the national issuing authorities for signers and for stamps, and roots for stamps', () => {
    const { dir, put } = trustDir()
    for (const name of ['nca_gost_2022', 'nca_rsa_2022']) {
      put('signers', `ca-prod/${name}.cer`)
      put('tsp', `ca-prod/${name}.cer`)
    }
    put('tsp', 'ca-prod/root_gost_2022.cer')
    expect(trustMistakes(dir, undefined)).toEqual([])
  })

  it('lists every mistake at once: a root, an authority of others, test authorities', () => {
    const { dir, put } = trustDir()
    const root = put('signers', 'ca-prod/root_gost_2022.cer')
    const others = put('signers', 'ca-prod/ucgo_gost.cer')
    const test = put('tsp', 'ca-test/nca_gost2022_test.cer')
    expect(trustMistakes(dir, undefined)).toEqual([
      `TRUST_DIR: ${root} is a root: trust the authority that issues to persons in its place`,
      expect.stringContaining(`TRUST_DIR: ${others} is not a known authority`),
      `TRUST_DIR: ${test} is a test authority`,
    ])
  })
})
