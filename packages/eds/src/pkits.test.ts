// NIST's Public Key Interoperability Test Suite: certification paths, policies, name constraints, CRLs. RFC 5280 §6.
import { describe, expect, it } from 'vitest'
import type { Code } from './code.ts'
import { DECLARED } from './declared/pkits.ts'
import { codeOf } from './error.ts'
import { findPath, type Path } from './path/find-path.ts'
import { linkName, mayHaveIssued, type VerifiedLinks } from './path/link.ts'
import { type Crl, readCrl } from './revocation/crl.ts'
import { listName } from './revocation/crl-signer.ts'
import { judgeCrls } from './revocation/judge-crl.ts'
import { verifyWeakMessage } from './signature/test-weak-signature.ts'
import { hasVectors, vector, vectorCertificate, vectorNames } from './test-vectors.ts'
import type { Certificate } from './x509/certificate.ts'
import { sameName } from './x509/name.ts'
import { ANY_POLICY } from './x509/policy-extensions.ts'

const PKITS = 'suites/pkits'
const AT = new Date('2010-12-31') // the certificates and lists that should hold are from 2001 to 2011

type Run = {
  readonly id: string
  readonly ee: string
  readonly valid: boolean
  readonly initialPolicies: readonly string[]
  readonly explicit: boolean
  readonly inhibitMapping: boolean
  readonly inhibitAny: boolean
}
type Suite = { readonly trustAnchor: string; readonly tests: readonly Run[] }
type World = {
  readonly anchor: Certificate
  readonly authorities: readonly Certificate[]
  readonly crls: readonly Crl[]
  readonly verifiedLinks: VerifiedLinks
}

function readWorld(trustAnchor: string): World {
  const all = vectorNames(`${PKITS}/certs`, /\.crt$/).map(name => ({
    name,
    read: vectorCertificate(PKITS, 'certs', name),
  }))
  const crls = vectorNames(`${PKITS}/crls`, /\.crl$/).flatMap(name => readOrNone(vector(PKITS, 'crls', name)))
  return {
    anchor: vectorCertificate(PKITS, 'certs', trustAnchor),
    authorities: all.filter(({ name }) => !name.endsWith('EE.crt')).map(({ read }) => read),
    crls,
    verifiedLinks: linksOf(
      all.map(({ read }) => read),
      crls,
    ),
  }
}

/** The suite has lists that are none. */
function readOrNone(der: Uint8Array): readonly Crl[] {
  try {
    return [readCrl(der)]
  } catch (thrown) {
    codeOf(thrown)
    return []
  }
}

/**
 * The suite is signed with SHA-1 by RSA keys of 1024 bits, which are refused for good. So its signatures are verified
 * here, and handed over as verified; what is not among them stays refused.
 */
function linksOf(certificates: readonly Certificate[], crls: readonly Crl[]): VerifiedLinks {
  return new Set(
    certificates.flatMap(issuer => [
      ...certificates
        .filter(one => mayHaveIssued(issuer, one) && isSignedBy(issuer, one))
        .map(one => linkName(issuer, one)),
      ...crls
        .filter(one => sameName(issuer.subject, one.issuer) && isSignedBy(issuer, one))
        .map(one => listName(issuer, one)),
    ]),
  )
}

type Signed = Pick<Certificate, 'signedPart' | 'signature' | 'signatureAlgorithm'>

function isSignedBy({ publicKey }: Certificate, { signedPart, signature, signatureAlgorithm }: Signed): boolean {
  try {
    verifyWeakMessage(publicKey, { message: signedPart, signature, algorithm: signatureAlgorithm, digest: undefined })
    return true
  } catch (thrown) {
    codeOf(thrown)
    return false
  }
}

function pathOf(run: Run, { anchor, authorities, crls, verifiedLinks }: World): Path {
  const trust = { anchors: [anchor], intermediates: authorities, verifiedLinks }
  return findPath(vectorCertificate(PKITS, 'certs', run.ee), {
    ...trust,
    at: AT,
    policies: {
      initial: run.initialPolicies.map(policy => (policy === 'anyPolicy' ? ANY_POLICY : policy)),
      requireExplicit: run.explicit,
      inhibitMapping: run.inhibitMapping,
      inhibitAny: run.inhibitAny,
    },
    judge: chain =>
      chain.slice(0, -1).flatMap((certificate, i): Code[] => {
        const issuer = chain[i + 1] ?? certificate
        const { is } = judgeCrls({ certificate, issuer, at: AT, crls, trust, indirect: 'allowed' })
        if (is === 'good') return []
        return is === 'revoked' ? ['certificate-revoked'] : ['revocation-unknown']
      }),
  })
}

const isThere = hasVectors(PKITS)

describe.skipIf(!isThere)('NIST PKITS', () => {
  it('is answered as NIST expects, but for the declared runs', { timeout: 60_000 }, () => {
    const suite: Suite = JSON.parse(new TextDecoder().decode(vector(PKITS, 'pkits.json')))
    const world = readWorld(suite.trustAnchor)
    const otherwise = suite.tests
      .filter(run => (pathOf(run, world).codes.length === 0) !== run.valid)
      .map(({ id }) => id)
    const declared = DECLARED.flatMap(({ runs }) => runs)
    const total = suite.tests.length
    console.log(`PKITS: ${total - otherwise.length} of ${total}, ${declared.length} declared`)
    expect(total).toBe(247)
    expect(otherwise).toEqual(declared)
  })
})
