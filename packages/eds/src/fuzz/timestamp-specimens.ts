// Time stamps by themselves, and documents that carry one.
import { extendSignature } from '../cades/extend-signature.ts'
import { readSignedData } from '../cms/signed-data.ts'
import { generalizedTime } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey, rsaKey } from '../test-keys.ts'
import { makeTimestampAuthority, makeToken } from '../tsp/test-timestamps.ts'
import { readTimestampToken } from '../tsp/timestamp-token.ts'
import { verifyTimestamp } from '../tsp/verify-timestamp.ts'
import { verifySignature } from '../verify-signature.ts'
import { signedParts } from './cms-specimens.ts'
import { ACCEPTED, hexParts, type Specimen } from './specimen.ts'
import { readOrCode } from './typed.ts'

const LATER = new Date('2029-01-01') // the signer's certificate has expired by then, so that the stamp decides

export function timestampSpecimens(): readonly Specimen[] {
  const root = make.makeRoot(rsaKey('fuzz stamp root'), 'STAMP ROOT')
  const authority = makeTimestampAuthority(root, rsaKey('fuzz stamp authority'))
  const gostAuthority = makeTimestampAuthority(root, gostKey('fuzz gost stamp authority'))
  const token = makeToken(authority, cms.DOCUMENT)
  const gostToken = makeToken(gostAuthority, cms.DOCUMENT)
  const anchors = [root.certificate]
  return [
    tokenSpecimen('time stamp rsa', 10, token, anchors),
    tokenSpecimen('time stamp gost-512', 1, gostToken, anchors),
    stampedSpecimen(authority, anchors),
  ]
}

type Anchors = readonly make.Issued['certificate'][]

function tokenSpecimen(name: string, weight: number, token: Uint8Array, anchors: Anchors): Specimen {
  const question = { stamped: cms.DOCUMENT, trust: { anchors }, verifiedLinks: new Set<string>() }
  return {
    ...{ name, weight, bytes: token },
    judge: mutant => {
      const read = readOrCode(() => verifyTimestamp(mutant, question))
      return 'code' in read ? read.code : ACCEPTED
    },
    essence: tokenParts,
    enclosed: [],
  }
}

function tokenParts(token: Uint8Array): readonly string[] {
  const { content, signer } = readTimestampToken(token)
  return [hexParts(content, signer.signedAttributes?.encoded, signer.signature)]
}

/** Only its stamp makes it valid, so that has to be untouched too. */
function stampedSpecimen(authority: make.Issued, timestampAnchors: Anchors): Specimen {
  const root = make.makeRoot(rsaKey('fuzz root'))
  const signed = cms.makeCms([make.makePerson(root, rsaKey('fuzz rsa'), { serial: 77n })])
  const stamp = makeToken(authority, signatureOf(signed), { genTime: generalizedTime(make.NOON) })
  const options = {
    ...{ anchors: [root.certificate], at: LATER, timestamps: { anchors: timestampAnchors } },
    verifiedLinks: new Set<string>(),
  }
  const bytes = extendSignature(signed, { timestamp: stamp })
  return {
    ...{ name: 'cms with a time stamp', weight: 20, bytes },
    judge: mutant => verifySignature(mutant, options).reasons[0] ?? ACCEPTED,
    essence: mutant => [...signedParts(mutant), ...stampsIn(mutant).flatMap(tokenParts)],
    enclosed: tokenParts(stamp),
  }
}

function signatureOf(signed: Uint8Array): Uint8Array {
  return readSignedData(signed).signers[0]?.signature ?? new Uint8Array()
}

function stampsIn(bytes: Uint8Array): readonly Uint8Array[] {
  return readSignedData(bytes).signers.flatMap(({ unsignedAttributes }) =>
    unsignedAttributes
      .filter(({ oid }) => oid === '1.2.840.113549.1.9.16.2.14')
      .flatMap(({ values }) => values.map(({ encoded }) => encoded)),
  )
}
