// Signed documents of every algorithm, by one signer and by two.
import { findCertificate } from '../cms/find-certificate.ts'
import { readSignedAttributes } from '../cms/signed-attributes.ts'
import { readSignedData } from '../cms/signed-data.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey, rsaKey, type TestKey } from '../test-keys.ts'
import { type VerifyOptions, verifySignature } from '../verify-signature.ts'
import { repeatableEcdsaKey } from './repeatable-ecdsa-key.ts'
import { ACCEPTED, hexParts, type Specimen } from './specimen.ts'

/** RSA and ECDSA are checked by node:crypto in no time, GOST by our own arithmetic: so they are taken as often as they are quick. */
export function cmsSpecimens(): readonly Specimen[] {
  const root = make.makeRoot(rsaKey('fuzz root'))
  const gostRoot = make.makeRoot(gostKey('fuzz gost root'), 'GOST ROOT')
  const middle = make.makeAuthority(root, rsaKey('fuzz middle'), 'MIDDLE')
  const person = (key: TestKey, issuer: make.Holder = root, serial = 77n) => make.makePerson(issuer, key, { serial })
  const rsa = person(rsaKey('fuzz rsa'))
  const gost = person(gostKey('fuzz gost'), gostRoot, 78n)
  const below = person(rsaKey('fuzz below'), middle)
  const anchors = [root.certificate, gostRoot.certificate]
  const withAuthority = { certificates: [below, middle, root].map(({ certificate }) => certificate.encoded) }
  return [
    specimen('cms rsa', 30, cms.makeCms([rsa]), anchors),
    specimen('cms rsa below two authorities', 20, cms.makeCms([below], withAuthority), anchors),
    specimen('cms ecdsa', 20, cms.makeCms([person(repeatableEcdsaKey('fuzz ecdsa'))]), anchors),
    specimen('cms gost-256', 4, cms.makeCms([person(gostKey('fuzz gost 256', 256))]), anchors),
    specimen('cms gost-512', 3, cms.makeCms([gost]), anchors),
    specimen('cms of two signers', 3, cms.makeCms([gost, rsa]), anchors),
    specimen('cms rsa read as BER', 10, cms.makeCms([rsa]), anchors, { form: 'ber' }),
    specimen('cms detached', 10, cms.makeCms([rsa], { detached: true }), anchors, { content: cms.DOCUMENT }),
  ]
}

function specimen(
  name: string,
  weight: number,
  bytes: Uint8Array,
  anchors: VerifyOptions['anchors'],
  given: Partial<VerifyOptions> = {},
): Specimen {
  const options = { anchors, at: make.NOON, verifiedLinks: new Set<string>(), ...given }
  return {
    ...{ name, weight, bytes },
    judge: mutant => verifySignature(mutant, options).reasons[0] ?? ACCEPTED,
    essence: mutant => signedParts(mutant, given),
    enclosed: [],
  }
}

/** Content, signed attributes, signature and certificate of each signer. A signer less, or one twice, forges nothing. */
export function signedParts(bytes: Uint8Array, given: Partial<VerifyOptions> = {}): readonly string[] {
  const { content = given.content, certificates, signers } = readSignedData(bytes, undefined, given.form)
  return signers.map(({ signer, signedAttributes, signature }) => {
    const signed = signedAttributes && readSignedAttributes(signedAttributes, given.form).signedOctets
    return hexParts(content, signed, signature, findCertificate(signer, certificates).encoded)
  })
}
