// For tests: a good CMS of one signer, changed in the ways in which others were seen to be taken in.
import { readDer } from '@otinish/eds/der/read'
import { concat, element, explicit, octetString, sequence, setOf } from '@otinish/eds/der/write'
import { TC26_512_A } from '@otinish/gost/curve-parameters'

const SET = 0x31
const HALF = 64 // octets of r, and of s

type Parts = {
  readonly content: Uint8Array // EncapsulatedContentInfo
  readonly signer: readonly Uint8Array[] // its fields
  readonly signers: (one: Uint8Array) => Uint8Array // the SET of them
}

/** Takes the CMS apart and puts it together with what is given instead. */
function rebuild(cms: Uint8Array, change: (parts: Parts) => Partial<Parts>): Uint8Array {
  const [type, wrapper] = readDer(cms).children
  const [version, digests, content, certificates, signers] = wrapper?.children[0]?.children ?? []
  const [signer] = signers?.children ?? []
  if (!type || !version || !digests || !content || !certificates || !signer) throw new Error('not a CMS of one signer')
  const usual: Parts = {
    content: content.encoded,
    signer: signer.children.map(({ encoded }) => encoded),
    signers: one => setOf(one),
  }
  const parts = { ...usual, ...change(usual) }
  const set = parts.signers(sequence(...parts.signer))
  return sequence(
    type.encoded,
    explicit(0, sequence(version.encoded, digests.encoded, parts.content, certificates.encoded, set)),
  )
}

const withSignature = (change: (signature: Uint8Array) => Uint8Array) => (cms: Uint8Array) =>
  rebuild(cms, ({ signer }) => {
    const signature = readDer(signer.at(-1) ?? Uint8Array.of()).content
    return { signer: [...signer.slice(0, -1), octetString(change(signature))] }
  })

const halves = (signature: Uint8Array) => [signature.subarray(0, HALF), signature.subarray(HALF)] as const

/** The same number modulo q, so the same to whoever does not look at its range. */
function plusQ(half: Uint8Array): Uint8Array {
  let carry = 0n
  return half.map((octet, i) => {
    const sum = BigInt(octet) + ((TC26_512_A.q >> BigInt(8 * i)) & 0xffn) + carry
    carry = sum >> 8n
    return Number(sum & 0xffn)
  })
}

/** The signed attributes as the document, under the very signature that was made over them (EUF-CMA, RFC 5652 §5.4). */
function attributesAsContent(cms: Uint8Array): Uint8Array {
  return rebuild(cms, ({ content, signer }) => {
    const [type] = readDer(content).children
    const attributes = readDer(signer[3] ?? Uint8Array.of())
    if (!type || attributes.tag !== 0xa0) throw new Error('no signed attributes')
    const signed = element(SET, attributes.content)
    return {
      content: sequence(type.encoded, explicit(0, octetString(signed))),
      signer: signer.filter((_, i) => i !== 3),
    }
  })
}

function flipped(cms: Uint8Array, at: number): Uint8Array {
  return cms.with(at, (cms[at] ?? 0) ^ 1)
}

/** By the names of the suite of attacks. */
export const FORGERIES: Readonly<Record<string, (cms: Uint8Array) => Uint8Array>> = {
  'bitflip-content': cms => flipped(cms, 300), // within the document, which comes first
  'eufcma-noattrs': attributesAsContent,
  'no-signers': cms => rebuild(cms, () => ({ signers: () => setOf() })),
  'sig-127-bytes': withSignature(signature => signature.subarray(0, -1)),
  'sig-129-bytes': withSignature(signature => concat(signature, Uint8Array.of(0))),
  'sig-all-zero': withSignature(signature => signature.map(() => 0)),
  'sig-empty': withSignature(() => Uint8Array.of()),
  'sig-r-plus-q': withSignature(signature => concat(plusQ(halves(signature)[0]), halves(signature)[1])),
  'sig-r0': withSignature(signature => concat(new Uint8Array(HALF), halves(signature)[1])),
  'sig-rfc-order-swapped': withSignature(signature => concat(halves(signature)[1], halves(signature)[0])),
  'sig-s0': withSignature(signature => concat(halves(signature)[0], new Uint8Array(HALF))),
  'trailing-byte': cms => concat(cms, Uint8Array.of(0)),
}

/** Both sign the same document, each with a certificate of their own. */
export function twoSigners(one: Uint8Array, other: Uint8Array): Uint8Array {
  const [type, wrapper] = readDer(one).children
  const ofOne = wrapper?.children[0]?.children ?? []
  const ofOther = readDer(other).children[1]?.children[0]?.children ?? []
  const [certificates, signers] = [3, 4].map(i => [ofOne[i], ofOther[i]].flatMap(part => part?.children ?? []))
  const encoded = (parts: typeof ofOne = []) => parts.map(part => part.encoded)
  const joined = [element(0xa0, concat(...encoded(certificates).toSorted(Buffer.compare))), setOf(...encoded(signers))]
  return sequence(type?.encoded ?? Uint8Array.of(), explicit(0, sequence(...encoded(ofOne.slice(0, 3)), ...joined)))
}
