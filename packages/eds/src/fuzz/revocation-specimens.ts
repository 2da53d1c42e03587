// Answers of responders and lists of revoked certificates, by themselves and in documents.
import { extendSignature } from '../cades/extend-signature.ts'
import { readCrl } from '../revocation/crl.ts'
import { judgeCrls } from '../revocation/judge-crl.ts'
import { judgeOcsp } from '../revocation/judge-ocsp.ts'
import { readOcspResponse } from '../revocation/ocsp-response.ts'
import type { RevocationStatus } from '../revocation/revocation-status.ts'
import { crlEntry, encodeCrl, hoursFrom } from '../revocation/test-crl.ts'
import { makeAnswer, makeOcspResponse, makeResponder } from '../revocation/test-ocsp.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { rsaKey } from '../test-keys.ts'
import { examineSignature, type VerifyOptions } from '../verify-signature.ts'
import { signedParts } from './cms-specimens.ts'
import { ACCEPTED, hexParts, type Specimen } from './specimen.ts'
import { readOrCode } from './typed.ts'

const root = make.makeRoot(rsaKey('fuzz root'))
const person = make.makePerson(root, rsaKey('fuzz rsa'), { serial: 77n })
const thief = make.makePerson(root, rsaKey('fuzz thief'), { serial: 78n })
const responder = makeResponder(root, rsaKey('fuzz responder'))
const ABOUT = { certificate: person.certificate, issuer: root.certificate, at: make.NOON }
const TRUST = { anchors: [root.certificate], intermediates: [] }

export function revocationSpecimens(): readonly Specimen[] {
  const good = makeOcspResponse(responder, [makeAnswer(ABOUT)], { nonce: new Uint8Array(32).fill(7) })
  const revokedAt = hoursFrom(make.NOON, -2)
  const revoked = makeOcspResponse(root, [makeAnswer(ABOUT, { says: { revokedAt, reason: 1 } })])
  const entries = [crlEntry(5n), crlEntry(78n, { reason: 1 }), crlEntry(80n, { reason: 6 })]
  const list = encodeCrl(root, { entries })
  return [
    proofSpecimen('ocsp good', 10, good, judgeAnswer),
    proofSpecimen('ocsp revoked', 5, revoked, judgeAnswer),
    proofSpecimen('crl about one who is not in it', 10, list, der => judgeList(der, person)),
    proofSpecimen('crl about one who is in it', 10, list, der => judgeList(der, thief)),
    documentSpecimen('cms with revocation values', 20, { signer: person, proofs: { ocsp: [good], crls: [list] } }),
    stolenSpecimen(list),
  ]
}

function judgeAnswer(der: Uint8Array): RevocationStatus {
  return judgeOcsp(der, ABOUT)
}

function judgeList(der: Uint8Array, { certificate }: make.Issued): RevocationStatus {
  const read = readOrCode(() => readCrl(der))
  if ('code' in read) return { is: 'unknown', why: 'crl-malformed' }
  return judgeCrls({ ...ABOUT, certificate, crls: [read.value], trust: TRUST })
}

/** What it says counts as much as that it may be believed. */
function proofSpecimen(
  name: string,
  weight: number,
  bytes: Uint8Array,
  judge: (der: Uint8Array) => RevocationStatus,
): Specimen {
  return {
    ...{ name, weight, bytes, enclosed: [] },
    judge: mutant => {
      const status = judge(mutant)
      return status.is === 'unknown' ? status.why : ACCEPTED
    },
    essence: mutant => [`${judge(mutant).is} ${proofEssence(mutant)}`],
  }
}

function proofEssence(proof: Uint8Array): string {
  const answer = readOrCode(() => readOcspResponse(proof))
  if ('value' in answer && answer.value.status === 'successful') {
    const { signedPart, signature } = answer.value.basic
    return hexParts(signedPart, signature)
  }
  const { signedPart, signature } = readCrl(proof)
  return hexParts(signedPart, signature)
}

type Document = {
  readonly signer: make.Issued
  readonly proofs: { readonly ocsp: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] }
}

/** Revocation is asked for, and what the document itself carries is the only answer: so that has to be untouched too. */
function documentSpecimen(name: string, weight: number, { signer, proofs }: Document): Specimen {
  const options: VerifyOptions = { anchors: TRUST.anchors, at: make.NOON, revocation: {}, verifiedLinks: new Set() }
  const bytes = extendSignature(cms.makeCms([signer]), proofs)
  return {
    ...{ name, weight, bytes },
    judge: mutant => examineSignature(mutant, options).report.reasons[0] ?? ACCEPTED,
    essence: mutant => [...signedParts(mutant), ...proofsUsed(mutant, options)],
    enclosed: [...proofs.ocsp, ...proofs.crls].map(proof => `good ${proofEssence(proof)}`),
  }
}

function proofsUsed(bytes: Uint8Array, options: VerifyOptions): readonly string[] {
  const statuses = examineSignature(bytes, options).signers.flatMap(({ revocation }) => revocation)
  return statuses.map(status => (status.is === 'unknown' ? 'none' : `${status.is} ${proofEssence(status.proof)}`))
}

/** By a stolen key, when the caller holds the list that says so: whatever is done to the document, that key is not valid. */
function stolenSpecimen(list: Uint8Array): Specimen {
  const crls = [readCrl(list)]
  const revocation = { crls }
  const options: VerifyOptions = { anchors: TRUST.anchors, at: make.NOON, revocation, verifiedLinks: new Set() }
  const about = { certificate: thief.certificate, issuer: root.certificate }
  const answer = makeOcspResponse(responder, [makeAnswer(about, { nextUpdate: hoursFrom(make.NOON, 24) })])
  const bytes = extendSignature(cms.makeCms([thief]), { ocsp: [answer] })
  return {
    ...{ name: 'cms of a stolen key', weight: 10, bytes, essence: signedParts, forbidden: STOLEN },
    judge: mutant => judgeStolen(mutant, options),
    enclosed: [`good ${proofEssence(answer)}`],
  }
}

const STOLEN = 'valid though stolen'

/** The verdict that is looked for is `certificate-revoked` and nothing else. */
function judgeStolen(mutant: Uint8Array, options: VerifyOptions): string {
  const { report, signers } = examineSignature(mutant, options)
  const [reason, ...others] = report.reasons
  if (reason) return reason === 'certificate-revoked' && others.length === 0 ? ACCEPTED : reason
  return signers.some(({ certificate }) => certificate?.serial === thief.certificate.serial) ? STOLEN : 'of another'
}
