// What is kept of a withdrawal proves it without anybody being asked, also when the authorities are long gone.
import { judgeOcsp } from '@otinish/eds/revocation/judge-ocsp'
import { examineSignature } from '@otinish/eds/verify-signature'
import { readCertificate } from '@otinish/eds/x509/certificate'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PieceName, readPieces } from '../evidence/pieces.ts'
import { sha256Of } from '../evidence/sealed.ts'
import { aVault } from '../evidence/test-vault.ts'
import { readTrust } from '../signatures/trust.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'

type Piece = { readonly media: string; readonly content: Buffer }

const NAMES: readonly PieceName[] = [
  ...(['statement', 'signature', 'certificate', 'revocation', 'timestamp', 'extended', 'report'] as const),
]
const YEARS_LATER = new Date('2036-06-16T12:00:00+05:00') // the person's certificate and the responder's have expired
const cleanups: (() => Promise<void>)[] = []
let cms: Buffer
let kept: ReadonlyMap<string, Piece>

const piece = (name: string) => kept.get(name)?.content ?? Buffer.of()

beforeAll(async () => {
  const service = await testService({ until: clean => cleanups.push(clean) })
  const { browser, store, draft, pdf } = await withDraft(service)
  const sent = sign(store, pdf)
  cms = Buffer.from(sent, 'base64')
  await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sent })
  const { owner } = service.database
  const rows = await owner<{ content: Buffer; sha256: Buffer }[]>`select content, sha256 from withdrawal_evidence`
  for (const { content, sha256 } of rows) expect(sha256Of(content)).toEqual(sha256)
  const asked = { iin: AIGERIM.iin, registration: '1-ОЖ', names: NAMES }
  const pieces = await readPieces(owner, aVault(), asked)
  if (pieces === 'erased') throw new Error('nobody erased it')
  kept = new Map(
    pieces.map(one => [`${one.piece} ${one.position}`, { media: one.mediaType, content: Buffer.from(one.content) }]),
  )
  for (const clean of cleanups) await clean() // nobody is there any more: no service, no database, no authority
})

async function trust() {
  return readTrust((await testAuthority()).trustDir)
}

/** As anybody may check it: the pieces and the pinned authorities, and no network. */
async function check(signature: Buffer, content = piece('statement 0')) {
  const { anchors, stampAnchors } = await trust()
  const timestamps = { anchors: stampAnchors }
  return examineSignature(signature, {
    content,
    anchors,
    at: YEARS_LATER,
    purpose: 'signing',
    revocation: {},
    timestamps,
  })
}

describe('the evidence of a withdrawal', () => {
  it('has every piece, each as what it is; the signature is kept byte for byte as it came', () => {
    expect([...kept].map(([name, { media }]) => `${name} ${media}`).sort()).toEqual([
      'certificate 0 application/pkix-cert',
      'certificate 1 application/pkix-cert',
      'extended 0 application/cms',
      'report 0 application/json',
      'revocation 0 application/ocsp-response',
      'signature 0 application/cms',
      'statement 0 application/pdf',
      'timestamp 0 application/vnd.etsi.timestamp-token',
    ])
    expect(piece('signature 0').equals(cms)).toBe(true)
  })

  it('proves ten years later, offline, who signed what and when, and that the certificate was not revoked then', async () => {
    const { report, signers } = await check(piece('extended 0'))
    expect(report).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(report.signers[0]).toMatchObject({
      person: { iin: AIGERIM.iin },
      revocation: { status: 'good', source: 'ocsp' },
      verifiedAt: TODAY.toISOString(), // the time of the stamp
    })
    expect(signers[0]?.timestamp?.at).toEqual(TODAY)
  })

  it('proves it by the extended signature alone: the one that came says neither when it was made nor of revocation', async () => {
    const { report } = await check(piece('signature 0'))
    expect(report).toMatchObject({ outcome: 'indeterminate' })
    expect(report.reasons).toContain('certificate-expired')
    expect(report.reasons).toContain('revocation-unknown')
  })

  it('does not prove another document', async () => {
    const another = Buffer.concat([piece('statement 0'), Buffer.from(' ')])
    expect((await check(piece('extended 0'), another)).report).toMatchObject({ outcome: 'invalid' })
  })

  it('has the authority’s own answer about that very certificate, good at the moment of receipt', () => {
    const [certificate, issuer] = ['certificate 0', 'certificate 1'].map(name => readCertificate(piece(name)))
    if (!certificate || !issuer) throw new Error('two certificates were mapped')
    const about = (at: Date) => judgeOcsp(piece('revocation 0'), { certificate, issuer, at })
    expect(about(TODAY)).toMatchObject({ is: 'good', at: TODAY })
    expect(about(YEARS_LATER)).toMatchObject({ is: 'unknown', why: 'ocsp-not-current' })
  })

  it('ends at the pinned authority, and its report says the same', async () => {
    const { anchors } = await trust()
    expect(anchors.some(({ encoded }) => piece('certificate 1').equals(encoded))).toBe(true)
    const report = JSON.parse(piece('report 0').toString())
    expect(report).toMatchObject({
      outcome: 'valid',
      signers: [
        { person: { iin: AIGERIM.iin }, revocation: { status: 'good', source: 'ocsp', at: TODAY.toISOString() } },
      ],
    })
  })
})
