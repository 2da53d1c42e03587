// What the time-stamping authority answers: a token, the reason why there is none, or one of the ways to go wrong.
// RFC 3161 §2.4.2: TimeStampResp.
import { DerError } from '@otinish/eds/der/error'
import { bitString, integer, sequence } from '@otinish/eds/der/write'
import type { Office } from '../pki/authority.ts'
import { readTimestampRequest, type TimestampRequest } from './read-request.ts'
import { type TokenDraft, writeTimestampToken } from './write-token.ts'

export const TSP_MODES = [
  'good',
  'lying', // signed by a stranger whose certificate only looks like the authority's
  'forged', // the authority's true certificate and a stranger's signature
  'wrong-imprint',
  'wrong-nonce',
  'no-nonce',
  'clock-ahead', // the time of the next hour
  'error', // rejected: the time source is not available
] as const
export type TspMode = (typeof TSP_MODES)[number]

type Authorities = { readonly gost: Office; readonly rsa: Office }

export type TspDesk = { readonly authorities: Authorities; readonly impostors: Authorities; readonly now: Date }

const KINDS = ['gost', 'rsa'] as const
const POLICY_OF = { gost: '1.2.398.3.3.2.6.4', rsa: '1.2.398.3.3.2.6.2' } as const
const SHA256 = '2.16.840.1.101.3.4.2.1'

/** Digest lengths of the hashes that the national authority was seen to stamp. */
const LENGTHS: Readonly<Record<string, number>> = {
  '1.3.14.3.2.26': 20, // SHA-1
  [SHA256]: 32,
  '1.2.398.3.10.1.3.1': 32, // GOST 34.311-95
  '1.2.398.3.10.1.3.3': 64, // Streebog-512
}

/** PKIFailureInfo, RFC 3161 §2.4.2: the number is that of the bit. */
const FAILURE = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
} as const

const HOUR = 3_600_000

/** The TimeStampResp in DER, also to what is no request. */
export function answerTsp(bytes: Uint8Array, mode: TspMode, desk: TspDesk): Uint8Array {
  const request = readOrNone(bytes)
  const failure = request ? failureOf(request) : 'badDataFormat'
  if (!request || failure) return rejection(failure ?? 'badRequest')
  if (mode === 'error') return rejection('timeNotAvailable')
  const kind = kindFor(request)
  const { imprint, nonce, certificateAsked } = request
  const draft: TokenDraft = {
    by: desk.authorities[kind],
    policy: POLICY_OF[kind],
    imprint,
    at: desk.now,
    nonce,
    withCertificate: certificateAsked,
  }
  const token = writeTimestampToken({ ...draft, ...WRONG[mode](draft, desk.impostors[kind]) })
  return sequence(sequence(integer(0)), token)
}

/** What each mode puts in the place of the truth. */
const WRONG: Readonly<Record<Exclude<TspMode, 'error'>, (draft: TokenDraft, impostor: Office) => Partial<TokenDraft>>> =
  {
    good: () => ({}),
    lying: (_, impostor) => ({ by: impostor }),
    forged: ({ by }, { key }) => ({ by: { ...by, key } }),
    'wrong-imprint': ({ imprint }) => ({ imprint: imprint.with(-1, (imprint.at(-1) ?? 0) ^ 1) }),
    'wrong-nonce': ({ nonce }) => ({ nonce: (nonce ?? 0n) + 1n }),
    'no-nonce': () => ({ nonce: undefined }),
    'clock-ahead': ({ at }) => ({ at: new Date(at.getTime() + HOUR) }),
  }

/** The policy says which authority; without one an imprint by SHA-256 goes to the RSA authority, as in the national service. */
function kindFor({ policy, hashAlgorithm }: TimestampRequest): keyof Authorities {
  const asked = policyKind(policy)
  return asked ?? (hashAlgorithm === SHA256 ? 'rsa' : 'gost')
}

function policyKind(policy: string | undefined): keyof Authorities | undefined {
  return KINDS.find(kind => POLICY_OF[kind] === policy)
}

function failureOf(request: TimestampRequest): keyof typeof FAILURE | undefined {
  const length = LENGTHS[request.hashAlgorithm]
  if (length === undefined) return 'badAlg'
  if (request.digest.length !== length) return 'badDataFormat'
  if (request.policy !== undefined && !policyKind(request.policy)) return 'unacceptedPolicy'
  return request.hasExtensions ? 'unacceptedExtension' : undefined
}

/** PKIStatus 2 with the one reason; trailing zero bits of a named bit list are not written (X.690 §11.2.2). */
function rejection(failure: keyof typeof FAILURE): Uint8Array {
  const bit = FAILURE[failure]
  const octets = new Uint8Array(Math.floor(bit / 8) + 1)
  octets[octets.length - 1] = 0x80 >> (bit % 8)
  return sequence(sequence(integer(2), bitString(octets, 7 - (bit % 8))))
}

function readOrNone(bytes: Uint8Array): TimestampRequest | undefined {
  try {
    return readTimestampRequest(bytes)
  } catch (error) {
    if (error instanceof DerError || error instanceof RangeError) return undefined
    throw error
  }
}
