// `eds trust check` in process.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import { hasVectors, VECTORS } from '../test-vectors.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import { main } from './main.ts'
import { terminal } from './terminal.ts'

const ours = make.makeRoot(rsaKey('trust root'), 'OURS').certificate
const strange = make.makeRoot(rsaKey('strange root'), 'STRANGE').certificate

const FILES = new Map<string, Uint8Array>([
  ['flat/ours.cer', ours.encoded],
  ['trust/signers/ours.cer', ours.encoded],
  ['trust/tsp/strange.cer', strange.encoded],
  ['trust/intermediates/README', Buffer.from('none')],
  ['one', Buffer.from(`${fingerprintOf(ours)}  our own\n`)],
  ['both', Buffer.from(`${fingerprintOf(ours)}\n${fingerprintOf(strange)}\n`)],
])

async function check(...argv: readonly string[]) {
  const out: string[] = []
  const exitCode = await main(['trust', 'check', ...argv], {
    ...terminal(),
    read: path => FILES.get(path) ?? new Uint8Array(),
    list: path =>
      [...FILES.keys()].filter(name => name.startsWith(`${path}/`) && !name.slice(path.length + 1).includes('/')),
    out: line => out.push(line),
    now: () => make.NOON,
  })
  return { exitCode, out: out.join('\n') }
}

describe('eds trust check', () => {
  it('exits 1 when nobody said that a certificate is to be trusted', async () => {
    const { exitCode, out } = await check('flat')
    expect(exitCode).toBe(1)
    expect(out).toContain('flat/ours.cer: UNKNOWN\n  OURS, rsa, an authority')
    expect(out).toContain('0 of 1 known')
  })

  it('exits 0 when each is on the list, and says what the list calls it', async () => {
    const { exitCode, out } = await check('flat', '--fingerprints', 'one')
    expect(exitCode).toBe(0)
    expect(out).toContain('flat/ours.cer: known: our own')
  })

  it('says it in Kazakh and in Russian', async () => {
    const say = async (language: string) => (await check('flat', '--lang', language)).out
    expect(await say('kk')).toContain(
      'белгілісі: 0, барлығы: 1\nflat/ours.cer: БЕЛГІСІЗ\n  OURS, rsa, куәландырушы орталық',
    )
    expect(await say('ru')).toContain('известно 0 из 1\nflat/ours.cer: НЕИЗВЕСТЕН\n  OURS, rsa, удостоверяющий центр')
  })

  it('looks into the parts of a directory of trust, an empty one among them, and exits 1 for one unknown', async () => {
    const { exitCode, out } = await check('trust', '--fingerprints', 'one')
    expect(exitCode).toBe(1)
    expect(out).toContain('trust/tsp/strange.cer: UNKNOWN')
    expect(out).toContain('1 of 2 known')
    expect((await check('trust', '--fingerprints', 'both')).exitCode).toBe(0)
  })
})

describe.skipIf(!hasVectors('pki/vectors/ca-prod'))('the national authorities', () => {
  it('are known, and one that is none is not', async () => {
    const out: string[] = []
    const directory = `${VECTORS}/pki/vectors/ca-prod`
    const exitCode = await main(['trust', 'check', directory], { ...terminal(), out: line => out.push(line) })
    expect(exitCode).toBe(1) // of an accredited authority and of the one of state bodies
    expect(out.join('\n')).toContain('nca_gost_2022.cer: known: nca_gost_2022.cer, an issuing authority of Kazakhstan')
    expect(out[0]).toBe('10 of 12 known')
  })
})
