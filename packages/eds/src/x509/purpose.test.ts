// What certificates are for.
import { describe, expect, it } from 'vitest'
import type { KeyUsage } from './key-usage.ts'
import { fitsPurpose, purposeOf } from './purpose.ts'

const EMAIL = '1.3.6.1.5.5.7.3.4'
const CLIENT = '1.3.6.1.5.5.7.3.2'
const LEGAL = '1.2.398.3.3.4.1.2'
const marks = (usages: readonly KeyUsage[] | undefined, extendedKeyUsage: readonly string[] | undefined) => ({
  keyUsage: usages && new Set(usages),
  extendedKeyUsage,
})

const SIGNING = marks(['digitalSignature', 'nonRepudiation', 'keyAgreement'], [EMAIL])
const AUTHENTICATION = marks(['digitalSignature', 'keyEncipherment'], [CLIENT])

describe('purpose', () => {
  for (const [what, of, purpose] of [
    ['nonRepudiation and emailProtection', SIGNING, 'signing'],
    ['digitalSignature and clientAuth', AUTHENTICATION, 'authentication'],
    ['an information system with nonRepudiation', marks(['nonRepudiation'], [LEGAL]), 'signing'],
    ['emailProtection without nonRepudiation', marks(['digitalSignature'], [EMAIL]), 'other'],
    ['nonRepudiation without a purpose', marks(['nonRepudiation'], []), 'other'],
    ['a legal entity’s server with nonRepudiation', marks(['nonRepudiation'], [LEGAL, '1.3.6.1.5.5.7.3.1']), 'other'],
    ['emailProtection with no keyUsage at all', marks(undefined, [EMAIL]), 'other'],
    ['clientAuth without digitalSignature', marks(['keyEncipherment'], [CLIENT]), 'other'],
    ['no marks at all', marks(undefined, undefined), 'other'],
  ] as const)
    it(`of ${what} is ${purpose}`, () => expect(purposeOf(of)).toBe(purpose))

  for (const [what, of, asked, fits] of [
    ['a signing certificate', SIGNING, 'signing', true],
    ['a signing certificate', SIGNING, 'authentication', false],
    ['a signing certificate', SIGNING, 'any', true],
    ['an authentication certificate', AUTHENTICATION, 'signing', false],
    ['an authentication certificate', AUTHENTICATION, 'authentication', true],
    ['an authentication certificate', AUTHENTICATION, 'any', true],
    ['a certificate without keyUsage', marks(undefined, undefined), 'any', true],
    ['a certificate for issuing only', marks(['keyCertSign', 'cRLSign'], undefined), 'any', false],
    ['a certificate for encryption only', marks(['keyEncipherment'], [EMAIL]), 'any', false],
  ] as const)
    it(`${asked} is ${fits ? 'met' : 'not met'} by ${what}`, () => expect(fitsPurpose(of, asked)).toBe(fits))
})
