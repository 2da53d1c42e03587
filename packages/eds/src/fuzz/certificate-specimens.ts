// Certificates, on their way to an authority that is trusted.
import { findPath } from '../path/find-path.ts'
import * as make from '../test-certificates.ts'
import { gostKey, rsaKey } from '../test-keys.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { ACCEPTED, certificateEssence, type Specimen } from './specimen.ts'
import { readOrCode } from './typed.ts'

export function certificateSpecimens(): readonly Specimen[] {
  const root = make.makeRoot(rsaKey('fuzz root'))
  const gostRoot = make.makeRoot(gostKey('fuzz gost root'), 'GOST ROOT')
  const person = make.makePerson(root, rsaKey('fuzz rsa'))
  const gostPerson = make.makePerson(gostRoot, gostKey('fuzz gost'))
  const authority = make.makeAuthority(root, rsaKey('fuzz middle'), 'MIDDLE', {
    extensions: [...make.authorityExtensions('MIDDLE', 0), make.subjectAltName('a@b.kz'), make.authorityKeyId('ROOT')],
  })
  return [
    specimen('certificate rsa', 10, person.certificate, root.certificate),
    specimen('certificate of an authority', 10, authority.certificate, root.certificate),
    specimen('certificate gost-512', 2, gostPerson.certificate, gostRoot.certificate),
  ]
}

function specimen(name: string, weight: number, certificate: Certificate, anchor: Certificate): Specimen {
  return {
    ...{ name, weight, bytes: certificate.encoded },
    judge: mutant => judge(mutant, anchor),
    essence: mutant => [certificateEssence(readCertificate(mutant))],
    enclosed: [],
  }
}

function judge(mutant: Uint8Array, anchor: Certificate): string {
  const read = readOrCode(() => readCertificate(mutant))
  if ('code' in read) return read.code
  return findPath(read.value, { anchors: [anchor], intermediates: [read.value], at: make.NOON }).codes[0] ?? ACCEPTED
}
