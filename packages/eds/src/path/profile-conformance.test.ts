// The national authority's genuine certificates, and gost-engine's, keep to the strict profile; so it may be asked of them.
import { describe, expect, it } from 'vitest'
import { hasVectors, vectorCertificate, vectorNames } from '../test-vectors.ts'
import { checkProfile } from './profile.ts'

const FOLDERS = [
  'pki/vectors/ca-prod',
  'pki/vectors/ca-test',
  'pki/vectors/ee',
  ...['A', 'B', 'C'].map(set => `suites/gost-openssl-generated/${set}`),
]

const areThere = FOLDERS.every(hasVectors)

describe.skipIf(!areThere)('genuine certificates', () => {
  it('keep to the strict profile', () => {
    const certificates = FOLDERS.flatMap(folder =>
      vectorNames(folder, /\.(cer|pem)$/).map(name => [name, vectorCertificate(folder, name)] as const),
    )
    const outside = certificates.filter(([, certificate]) => {
      try {
        checkProfile(certificate, 'strict', false)
        return false
      } catch {
        return true
      }
    })
    console.log(
      `strict profile: ${certificates.length - outside.length} of ${certificates.length} genuine certificates`,
    )
    expect(certificates.length).toBeGreaterThan(100)
    expect(outside.map(([name]) => name)).toEqual([])
  })
})
