// Mutants of everything that we can verify: none crashes, hangs or is accepted that was not signed.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { rsaKey } from '../test-keys.ts'
import { verifySignature } from '../verify-signature.ts'
import type { Findings } from './campaign.ts'
import { describeFindings } from './describe-findings.ts'
import { guard } from './guard.ts'

const CAMPAIGN = { seed: 1, from: 0, count: 20_000 }
const MAX_RETAINED = 8 * 1024 * 1024 // compiled code and caches of the engine; a leak of 500 octets a mutant would show

describe('a mutation of what was signed', () => {
  it('is answered in under 50 ms, and accepted only when everything that is signed is untouched', async () => {
    const began = performance.now()
    const findings = (await guard(new URL('./run-campaign.ts', import.meta.url), { input: CAMPAIGN })) as Findings // what run-campaign.ts posts
    console.log(describeFindings(CAMPAIGN, findings, (performance.now() - began) / 1000))
    expect(findings.failures).toEqual([])
    expect(findings.retained).toBeLessThan(MAX_RETAINED)
  }, 120_000)
})

describe('one flipped bit', () => {
  it('anywhere in a document makes it invalid', () => {
    const anchor = make.makeRoot(rsaKey('mutation root'))
    const document = cms.makeCms([make.makePerson(anchor, rsaKey('mutation person'))])
    const options = { anchors: [anchor.certificate], at: make.NOON }
    expect(verifySignature(document, options).outcome).toBe('valid')
    const survived = Array.from({ length: document.length * 8 }, (_, bit) => bit).filter(bit => {
      const flipped = document.with(bit >> 3, (document[bit >> 3] ?? 0) ^ (1 << (bit & 7)))
      return verifySignature(flipped, options).outcome === 'valid'
    })
    expect(survived).toEqual([])
  })
})
