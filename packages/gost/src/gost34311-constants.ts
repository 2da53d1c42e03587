// What GOST R 34.11-94 leaves open: the substitution of the block cipher inside it. Each line replaces one digit of four
// bits, the least significant first. The names are those of RFC 4357 §11.2.

/** Eight rows of sixteen hexadecimal digits: what stands for 0 … f. */
export type SubstitutionBox = readonly string[]

/** id-GostR3411-94-TestParamSet: the standard's own example, RFC 5831 §7.1, and what Kazakhstan's GOST 34.311-95 uses. */
export const TEST_BOX: SubstitutionBox = [
  '4a92d80e6b1c7f53',
  'eb4c6dfa23810759',
  '581da342efc7609b',
  '7da1089fe46cb253',
  '6c715fd84a9e03b2',
  '4ba0721d36859cfe',
  'db413f590ae7682c',
  '1fd057a4923e6b8c',
]

/** id-GostR3411-94-CryptoProParamSet: RFC 4357 §11.2. Here for its published answers only. */
export const CRYPTOPRO_BOX: SubstitutionBox = [
  'a4568137dce092bf',
  '5f402db91763cea8',
  '7fce94103b526a8d',
  '4a7c0f28e165db93',
  '764b9c2a180efd35',
  '7624d9f0a15b8ec3',
  'de41705a3c8f629b',
  '13a95b4f867ed02c',
]
