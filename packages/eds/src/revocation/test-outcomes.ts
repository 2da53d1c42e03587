// What the conformance tests of answers share.
import { expect } from 'vitest'
import { type BasicResponse, readOcspResponse } from './ocsp-response.ts'

export function basicOf(der: Uint8Array): BasicResponse {
  const response = readOcspResponse(der)
  if (response.status !== 'successful') throw new Error(response.status)
  return response.basic
}

/** What was judged; `unreadable` when it was not DER. */
export function outcomeOf(judge: () => string): string {
  try {
    return judge()
  } catch (thrown) {
    expect(thrown).toHaveProperty('name', 'DerError')
    return 'unreadable'
  }
}
