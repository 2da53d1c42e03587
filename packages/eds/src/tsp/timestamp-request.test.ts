// Requests for time stamps, byte for byte. RFC 3161 §2.4.1.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { readInteger } from '../der/value.ts'
import { hasVectors, vector } from '../test-vectors.ts'
import { writeTimestampRequest } from './timestamp-request.ts'

const request = { digestAlgorithm: '1.2.398.3.10.1.3.3', digest: new Uint8Array(64) }
const tagsOf = (der: Uint8Array) => readDer(der).children.map(({ tag }) => tag)

describe('a request for a time stamp', () => {
  it('asks for the certificate of the authority unless told not to', () => {
    expect(tagsOf(writeTimestampRequest({ ...request, nonce: 1n }))).toEqual([0x02, 0x30, 0x02, 0x01])
    expect(tagsOf(writeTimestampRequest({ ...request, nonce: 1n, certReq: false }))).toEqual([0x02, 0x30, 0x02])
  })

  it('names the policy only when one is wanted', () => {
    const tags = tagsOf(writeTimestampRequest({ ...request, nonce: 1n, policy: '1.2.398.3.3.2.6.4' }))
    expect(tags).toEqual([0x02, 0x30, 0x06, 0x02, 0x01])
  })

  it.each([0n, 127n, 128n, -1n, -128n, -129n, 2n ** 63n, 2n ** 64n - 1n, -(2n ** 63n), -909616459074013941n])(
    'holds the nonce %s with its sign',
    nonce => {
      const [, , element] = readDer(writeTimestampRequest({ ...request, nonce })).children
      expect(element && readInteger(element)).toBe(nonce)
    },
  )

  it.skipIf(!hasVectors('suites/gost-openssl-generated'))('is what OpenSSL writes', () => {
    const theirs = vector('suites/gost-openssl-generated', 'A', 'ts.tsq')
    const [, imprint, nonce] = readDer(theirs).children
    const digest = imprint?.children[1]?.content ?? new Uint8Array()
    const ours = writeTimestampRequest({
      digestAlgorithm: '1.2.643.7.1.1.2.3',
      digest,
      nonce: nonce ? readInteger(nonce) : 0n,
    })
    expect(Buffer.from(ours)).toEqual(theirs)
  })
})
