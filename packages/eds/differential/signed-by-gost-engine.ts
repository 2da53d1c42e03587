// New keys, each signing one new message with gost-engine: a certificate on itself. We have to accept every one, and to
// refuse those of which one bit was changed.

import { inLanes, mustRun } from './openssl.ts'
import { PARAMETER_SETS, parameterSet } from './parameter-set.ts'
import type { PartRunner } from './part.ts'
import { isSelfSigned, isSelfSignedInKazakhstan, readDerCertificate } from './verdict.ts'

const SPOILT_EACH = 10 // one certificate in so many is tried again with a bit changed

export const signedByGostEngine: PartRunner = async (openssl, count) => {
  const disagreements: string[] = []
  const perCurve = new Map<string, number>(PARAMETER_SETS.map(({ curve }) => [curve.name, 0]))
  let kazakh = 0
  let refused = 0
  await inLanes(count, async i => {
    const { curve, openssl: names, kz } = parameterSet(i)
    const newKey = ['-newkey', names.key, '-pkeyopt', `paramset:${names.set}`, '-nodes', '-keyout', '/dev/null']
    const der = await mustRun(openssl, ['req', '-x509', ...newKey, '-subj', `/CN=${i}`, '-outform', 'DER'])
    const certificate = readDerCertificate(der)
    if (!isSelfSigned(certificate)) disagreements.push(`refused: ${der.toString('base64')}`)
    else perCurve.set(curve.name, (perCurve.get(curve.name) ?? 0) + 1)

    if (i % SPOILT_EACH === 0) {
      const signedPart = withBitChanged(certificate.signedPart, i)
      if (isSelfSigned({ ...certificate, signedPart })) disagreements.push(`accepted, one bit changed: ${i}`)
      else refused++
    }
    if (!kz) return
    if (isSelfSignedInKazakhstan(certificate, kz)) kazakh++
    else disagreements.push(`refused as Kazakhstan writes it: ${der.toString('base64')}`)
  })
  const accepted = [...perCurve.values()].reduce((sum, number) => sum + number, 0)
  return {
    title: `keys and signatures of gost-engine: ${accepted} of ${count} accepted by us`,
    lines: [
      [...perCurve].map(([curve, number]) => `${curve} ${number}`).join(', '),
      `${kazakh} of them also as Kazakhstan writes them; ${refused} of ${Math.ceil(count / SPOILT_EACH)} spoilt ones refused`,
    ],
    disagreements,
  }
}

function withBitChanged(octets: Uint8Array, seed: number): Uint8Array {
  const at = seed % octets.length
  return octets.with(at, (octets[at] ?? 0) ^ (1 << (seed % 8)))
}
