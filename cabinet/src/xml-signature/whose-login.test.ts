// What a phone is told that asks for a document while nobody can say whose key signed its login.
import { expect, it } from 'vitest'
import type { SignatureNeeds } from '../signatures/whose-signature.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { whoseLogin } from './whose-login.ts'

const URL = 'https://cabinet.example/qr/v1/mgovSign/1/documents'
const candidate = {
  ...{ kind: 'candidate', iin: AIGERIM.iin, certificate: { notAfter: TODAY }, chain: [], questions: [] },
  login: { url: URL, at: TODAY },
}
const silent = async () => ({ kind: 'silent', why: 'timeout' }) as const

/** Threads that answer the first question and the second so. */
async function asked(first: object, second: object = {}) {
  const answers = [first, second]
  const needs: SignatureNeeds = {
    lane: 'visitors',
    pool: { run: (async () => answers.shift()) as never },
    authorities: { ocsp: { gost: silent, rsa: silent }, timestamp: undefined, lists: undefined },
    timeoutMs: 1_000,
    now: () => TODAY,
    log: () => {},
  }
  return whoseLogin(needs)({ xml: '<login/>', url: URL, at: TODAY, until: performance.now() + 1_000 })
}

const refusal = (code: string) => ({ kind: 'refusal', code })
const found = { kind: 'done', value: candidate }

it('a login whose check ends its thread is refused for good; while there is no thread, or no word of the authority, for now', async () => {
  expect(await asked({ kind: 'ended', why: 'too-long' })).toEqual(refusal('signature-check-ended'))
  expect(await asked({ kind: 'busy' })).toEqual(refusal('signature-check-busy'))
  expect(await asked(found, { kind: 'busy' })).toEqual(refusal('signature-check-busy'))
  const unknown = { kind: 'done', value: [{ is: 'unknown', why: 'no-answer' }] }
  expect(await asked(found, unknown)).toEqual(refusal('signature-not-checkable'))
})
