// Names of tags as ASN.1 writes them. ITU-T X.680 §8.6.

const UNIVERSAL: ReadonlyMap<number, string> = new Map([
  [0x01, 'BOOLEAN'],
  [0x02, 'INTEGER'],
  [0x03, 'BIT STRING'],
  [0x04, 'OCTET STRING'],
  [0x05, 'NULL'],
  [0x06, 'OBJECT IDENTIFIER'],
  [0x0a, 'ENUMERATED'],
  [0x0c, 'UTF8String'],
  [0x13, 'PrintableString'],
  [0x14, 'TeletexString'],
  [0x16, 'IA5String'],
  [0x17, 'UTCTime'],
  [0x18, 'GeneralizedTime'],
  [0x1e, 'BMPString'],
  [0x30, 'SEQUENCE'],
  [0x31, 'SET'],
])

/** `SEQUENCE`, `[0]`, `[APPLICATION 1]`; an unusual universal type by its number. */
export function tagName(tag: number): string {
  const number = tag & 0x1f
  switch (tag & 0xc0) {
    case 0x00:
      return UNIVERSAL.get(tag) ?? `[UNIVERSAL ${number}]`
    case 0x40:
      return `[APPLICATION ${number}]`
    case 0x80:
      return `[${number}]`
    default:
      return `[PRIVATE ${number}]`
  }
}
