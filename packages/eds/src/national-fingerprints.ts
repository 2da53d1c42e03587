// The authorities of the National Certification Authority of Kazakhstan whose certificates are known by heart: SHA-256 of
// the DER, as published on pki.gov.kz.

export type NationalAuthority = {
  readonly file: string // as the authority calls it: https://pki.gov.kz/cert/<file>
  readonly sha256: string // hexadecimal
  /** Under the roots hang other accredited authorities too: whoever trusts a root trusts those. */
  readonly is: 'issuing' | 'root'
}

export const NATIONAL_AUTHORITIES: readonly NationalAuthority[] = [
  {
    file: 'nca_gost_2022.cer',
    sha256: '32c7d233a42703a327f3025543a05b930e3f39a786c68dfa196baa86d5618524',
    is: 'issuing',
  },
  {
    file: 'nca_rsa_2022.cer',
    sha256: '84fb799a66140950818c056a5d9730acc2a7622cdd4ef0d47113b132fb892905',
    is: 'issuing',
  },
  {
    file: 'root_gost_2022.cer',
    sha256: 'af77725f8328bb24f89d81da3acdf7cee4324248538b7ba2cd2a860517fb9dca',
    is: 'root',
  },
  {
    file: 'root_rsa_2020.cer',
    sha256: '9ba06354b626641715182e4d07c9dbaa1777720fa795d03174ffc68876535dcd',
    is: 'root',
  },
]
