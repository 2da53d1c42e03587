// Genuine files of the national authority, forgeries that peers accept, and documents of a second producer.
import { expect, it } from 'vitest'
import { sameBytes } from './bytes.ts'
import { findPath } from './path/find-path.ts'
import { decodeMaybePem } from './pem.ts'
import { verifyMessage } from './signature/verify-message.ts'
import { checkEach, describeWith, expectedOf, PKI } from './test-conformance.ts'
import { vector, vectorCertificate, vectorNames } from './test-vectors.ts'
import { type VerifyOptions, verifySignature } from './verify-signature.ts'
import type { Certificate } from './x509/certificate.ts'
import { formatName } from './x509/name.ts'

type Expected = { sigAlg: string; subject: string; serial: string; notBefore: string; chain: string[] }
type ExpectedSigner = {
  subject: string
  sigAlg: string
  signingTime: string
  digestOk: boolean | null
  sigOk: boolean
  certLifeAtSigning: string
  chain: string[]
}
type ExpectedCms = { detached: boolean; signers: ExpectedSigner[] }

function authorities() {
  const files = ['ca-prod', 'ca-test'].flatMap(folder =>
    vectorNames(`${PKI}/${folder}`, /\.cer$/).map(n => [folder, n] as const),
  )
  const byFile = new Map(files.map(([folder, name]) => [name, vectorCertificate(PKI, folder, name)]))
  const all = [...byFile.values()]
  const anchors = all.filter(isSelfIssued)
  return { anchors, intermediates: all.filter(authority => !anchors.includes(authority)), byFile }
}

const isSelfIssued = ({ subject, issuer }: Certificate) => sameBytes(subject.encoded, issuer.encoded)
const plain = (name: string) => name.replaceAll('\\', '').replace('UID=', '0.9.2342.19200300.100.1.1=')

describeWith([PKI], 'genuine certificates', () => {
  const { anchors, intermediates, byFile } = authorities()
  const files = ['ca-prod', 'ca-test', 'ee'].flatMap(folder => expectedOf<Expected>(folder))

  it('lead to their roots', () => {
    expect(files).toHaveLength(99)
    checkEach('genuine certificates, GOST-2015, GOST-2004 and RSA', files, ([file, expected]) => {
      const certificate = vectorCertificate(PKI, file)
      const issuers = isSelfIssued(certificate) ? [] : expected.chain.map(name => byFile.get(name) ?? certificate)
      const chain = [certificate, ...issuers]
      const at = new Date(Math.max(...chain.map(({ notBefore }) => notBefore.getTime())))
      expect(findPath(certificate, { anchors, intermediates, at }), file).toEqual({ chain, codes: [] })
      expect(plain(formatName(certificate.subject)), file).toBe(expected.subject)
      expect(certificate.serial, file).toBe(BigInt(`0x${expected.serial}`))
    })
  })

  it('of roots, which a path pins and does not check, are signed by themselves', () => {
    expect(anchors).toHaveLength(10)
    checkEach(
      'signatures of roots on themselves',
      anchors,
      ({ publicKey, signedPart, signature, signatureAlgorithm }) =>
        verifyMessage(publicKey, { message: signedPart, signature, algorithm: signatureAlgorithm, digest: undefined }),
    )
  })

  it('with a bit flipped in what their issuer signed are refused', () => {
    for (const [file, { notBefore }] of files) {
      const genuine = vectorCertificate(PKI, file)
      if (isSelfIssued(genuine)) continue
      const signedPart = genuine.signedPart.map((octet, i) => (i === 40 ? octet ^ 1 : octet))
      const { chain, codes } = findPath({ ...genuine, signedPart }, { anchors, intermediates, at: new Date(notBefore) })
      expect(chain, file).toEqual([])
      expect(codes, file).not.toEqual([])
    }
  })
})

const CONTENTS = new Map([
  ['ncanode_2signers_gost512+rsa_detached_a.der', 'ncanode_detached_content.txt'],
  ['skarm_legal_entity_detached.der', 'skarm_legal_entity_document.txt'],
])

describeWith([PKI], 'genuine signed documents', () => {
  const { anchors, intermediates, byFile } = authorities()
  const files = expectedOf<ExpectedCms>('cms')
  const optionsFor = (file: string, at: string): VerifyOptions => {
    const content = CONTENTS.get(file.replace('cms/', ''))
    return { anchors, intermediates, at: new Date(at), ...(content && { content: vector(PKI, 'cms', content) }) }
  }

  it('are judged as an independent program did', () => {
    expect(files).toHaveLength(15)
    checkEach('genuine CMS, GOST-2015, GOST-2004 and RSA', files, ([file, expected]) => {
      for (const [i, signer] of expected.signers.entries()) {
        const report = verifySignature(vector(PKI, file), optionsFor(file, signer.signingTime)).signers[i]
        const chain = signer.chain.map(name => byFile.get(name)?.person.commonName)
        expect(signer.sigOk, file).toBe(true)
        expect(report?.reasons, file).toEqual([
          ...(signer.digestOk === null ? ['content-missing'] : []), // it was never published
          ...(signer.certLifeAtSigning === 'expired' ? ['certificate-expired'] : []),
        ])
        expect(report?.chain.slice(1), file).toEqual(chain)
        expect(report?.signingTime, file).toBe(signer.signingTime)
        expect(plain(report?.certificate?.subject ?? ''), file).toBe(signer.subject)
        expect(`IIN${report?.person.iin}`, file).toBe(/IIN\d{12}/.exec(signer.subject)?.[0])
      }
    })
  })

  it('with a bit flipped in the content, the signature or the certificate are refused', () => {
    for (const [file, { signers }] of files.filter(([, { detached }]) => !detached)) {
      const genuine = vector(PKI, file)
      const options = optionsFor(file, signers[0]?.signingTime ?? '')
      for (const where of [0.02, 0.5, 0.97]) {
        const changed = genuine.slice()
        const at = Math.floor(genuine.length * where)
        changed[at] = (changed[at] ?? 0) ^ 1
        expect(verifySignature(changed, options).outcome, `${file} at ${at}`).not.toBe('valid')
      }
    }
  })
})

const ATTACKS = 'suites/attacks'
const PRODUCED = 'suites/gost-openssl-generated'
const producedAuthorities = () => ['A', 'B', 'C'].map(set => vectorCertificate(PRODUCED, set, 'ca.pem'))

const ATTACK_CODES = new Map([
  ['bitflip-content', 'message-digest-mismatch'],
  ['eufcma-noattrs', 'signed-attributes-missing'],
  ['no-signers', 'no-signers'],
  ['sig-127-bytes', 'signature-malformed'],
  ['sig-129-bytes', 'signature-malformed'],
  ['sig-all-zero', 'signature-malformed'],
  ['sig-empty', 'signature-malformed'],
  ['sig-r-plus-q', 'signature-invalid'],
  ['sig-r0', 'signature-malformed'],
  ['sig-rfc-order-swapped', 'signature-invalid'],
  ['sig-s0', 'signature-malformed'],
  ['trailing-byte', 'der-invalid'],
])

describeWith([ATTACKS, PRODUCED, PKI], 'attacks', () => {
  const files = vectorNames(ATTACKS, /\.p7s$/)
  const { anchors, intermediates } = authorities()
  const options = { anchors: [...anchors, ...producedAuthorities()], intermediates, at: new Date('2026-12-20') }

  it('are refused for what they are, and the one that is none is not', () => {
    expect(files).toHaveLength(25)
    checkEach('attacks', files, file => {
      const report = verifySignature(decodeMaybePem(vector(ATTACKS, file)), options)
      const code = ATTACK_CODES.get(file.replace(/^(kz|ru)-|\.p7s$/g, ''))
      expect(report.reasons, file).toEqual(code ? [code] : [])
      expect(report.outcome, file).toBe(code ? 'invalid' : 'valid')
    })
  })
})

describeWith([PRODUCED], 'documents signed by gost-engine', () => {
  const cases = ['A', 'B', 'C'].flatMap(set =>
    vectorNames(`${PRODUCED}/${set}`, /\.p7s$/).map(file => [set, file] as const),
  )

  it('verify on the three curves, but for those without signed attributes', () => {
    expect(cases).toHaveLength(12)
    checkEach('CMS of gost-engine', cases, ([set, file]) => {
      const content = vector(PRODUCED, set, 'doc.txt')
      const options = { anchors: producedAuthorities(), at: new Date('2027-01-01'), content }
      const { reasons } = verifySignature(decodeMaybePem(vector(PRODUCED, set, file)), options)
      expect(reasons, `${set} ${file}`).toEqual(file === 'noattr.p7s' ? ['signed-attributes-missing'] : [])
    })
  })
})
