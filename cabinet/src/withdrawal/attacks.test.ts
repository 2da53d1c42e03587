// Forgeries that others were seen to accept, put before the verifier of the withdrawal itself: refused, and the authority not asked.
import { readSignedData } from '@otinish/eds/cms/signed-data'
import { decodeMaybePem } from '@otinish/eds/pem'
import { describeWith } from '@otinish/eds/test-conformance'
import { vector, vectorCertificate, vectorNames } from '@otinish/eds/test-vectors'
import { readCertificate } from '@otinish/eds/x509/certificate'
import { expect, it } from 'vitest'
import { examine } from '../signatures/examine.ts'
import type { Trust } from '../signatures/trust.ts'
import { whoseSignature } from '../signatures/whose-signature.ts'
import type { DraftRow } from './draft-store.ts'
import { judgeSignature } from './judge.ts'
import type { Attempt } from './signature-store.ts'

const ATTACKS = 'suites/attacks'
const PRODUCED = 'suites/gost-openssl-generated'
const PKI = 'pki/vectors'
const AT = new Date('2026-12-20T12:00:00+05:00')

/** What each attack is refused for, by the part of its name after the country. */
const CODES: Readonly<Record<string, string>> = {
  'bitflip-content': 'signature-other-document',
  'eufcma-noattrs': 'signature-invalid',
  'no-signers': 'signature-unreadable',
  'sig-127-bytes': 'signature-invalid',
  'sig-129-bytes': 'signature-invalid',
  'sig-all-zero': 'signature-invalid',
  'sig-empty': 'signature-invalid',
  'sig-r-plus-q': 'signature-invalid',
  'sig-r0': 'signature-invalid',
  'sig-rfc-order-swapped': 'signature-invalid',
  'sig-s0': 'signature-invalid',
  'trailing-byte': 'signature-unreadable',
}

/** The part of the verifier that needs no network, in this thread; whoever is asked is silent. */
function openVerifier(trust: Trust) {
  const asked: string[] = []
  const silent = (whom: string) => async () => {
    asked.push(whom)
    return { kind: 'silent', why: 'timeout' } as const
  }
  const run = async (_: string, name: string, input: never) => {
    if (name === 'examine') return { kind: 'done', value: examine(input, trust, new Set()) }
    return { kind: 'done', value: [{ is: 'unknown', why: 'no-answer' }] }
  }
  const whose = whoseSignature({
    lane: 'acts',
    pool: { run: run as never },
    authorities: { ocsp: { gost: silent('ocsp'), rsa: silent('ocsp') }, timestamp: silent('tsp'), lists: undefined },
    timeoutMs: 1_000,
    now: () => new Date(),
    log: () => {},
  })
  return { judge: judgeSignature(whose), asked }
}

describeWith([ATTACKS, PRODUCED, PKI], 'the suite of attacks', () => {
  const [first, ...others] = [
    ...vectorNames(`${PKI}/ca-test`, /\.cer$/).map(name => vectorCertificate(PKI, 'ca-test', name)),
    ...['A', 'B', 'C'].map(set => readCertificate(decodeMaybePem(vector(PRODUCED, set, 'ca.pem')))),
  ]
  if (!first) throw new Error('no authorities')
  const trust = { anchors: [first, ...others] as const, intermediates: [], stampAnchors: [] }
  /** As a draft would have it. The attributes that pose as a document are one; the others are of one document each country. */
  const documentOf = (file: string) => {
    const one = file.includes('eufcma') ? file : `${file.slice(0, 2)}-sig-s0.p7s`
    return Buffer.from(readSignedData(decodeMaybePem(vector(ATTACKS, one))).content ?? [])
  }

  it('is refused line by line by the verifier of a withdrawal, each for what it is; the one that is no attack is not', async () => {
    const files = vectorNames(ATTACKS, /\.p7s$/)
    const found = await Promise.all(
      files.map(async file => {
        const { judge, asked } = openVerifier(trust)
        const cms = Buffer.from(decodeMaybePem(vector(ATTACKS, file)))
        const draft = { iin: '123456789011', document: documentOf(file) } as DraftRow
        const judgement = await judge({ cms, received_at: AT } as Attempt, draft)
        return [file, judgement.kind === 'bad' ? judgement.code : judgement.kind, asked.length]
      }),
    )
    const expected = files.map(file => {
      const code = CODES[file.replace(/^(kz|ru)-|\.p7s$/g, '')]
      return [file, code ?? 'unknown', code ? 0 : 1]
    })
    expect(found).toEqual(expected)
    console.log(`attacks on the withdrawal: ${found.length - 1} refused, 1 control went on to the authority`)
  })
})
