// Authorities beside those of national-fingerprints.ts, for signatures of the past: the state's older roots, and what they issued by.
// A fingerprint here is a fact to compare with, not a decision to trust.
//
// Each was computed over the certificate that is published under this name by root.gov.kz or pki.gov.kz; each of the issuing ones
// is signed by its root.
import type { NationalAuthority } from '../national-fingerprints.ts'

export type EarlierAuthority = NationalAuthority & { readonly years: string }

export const EARLIER_AUTHORITIES: readonly EarlierAuthority[] = [
  {
    file: 'root_gost_2020.cer',
    sha256: 'c48164ab5ccaaee6b938299a1e3aeebd6f698bb2bd716a0f0d85befc46166aa2',
    is: 'root',
    years: '2020–2045',
  },
  {
    file: 'root_gost.cer',
    sha256: '9ab210e54e6b0343321131202d9edcc2598f598cfdd9ee4ec1056021ab2e9759',
    is: 'root',
    years: '2015–2025',
  },
  {
    file: 'nca_gost.cer',
    sha256: '908521d0531e5645e64b34d3588374a3a83582c860e5f7293a04c41217e8cc18',
    is: 'issuing',
    years: '2018–2025',
  },
  {
    file: 'root_rsa.cer',
    sha256: 'a7064abc5699827f370c67b09f1a1bfd7ad5e1514d471223df209c08300ea972',
    is: 'root',
    years: '2015–2025',
  },
  {
    file: 'nca_rsa.cer',
    sha256: '34d1b311a9873191ae3382805df51e0a5da23315c512a8deeb885668ceeb5834',
    is: 'issuing',
    years: '2018–2025',
  },
  {
    file: 'nca_rsa_2015.cer',
    sha256: 'aef2f2907554f12292cb3456d5110062e3581d0a05c0f03540f870f25d5b816c',
    is: 'issuing',
    years: '2015–2020',
  },
]
