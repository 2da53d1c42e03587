import { describe, expect, it } from 'vitest'
import { smsParts } from './sms-parts.ts'

describe('an SMS', () => {
  for (const [what, text, parts] of [
    ['160 Latin letters', 'a'.repeat(160), 1],
    ['161 Latin letters', 'a'.repeat(161), 2],
    ['70 Kazakh letters', 'ә'.repeat(70), 1],
    ['71 Kazakh letters', 'ә'.repeat(71), 2],
    ['three times 67', 'ә'.repeat(201), 3],
    ['70 Latin letters and one Kazakh', `${'a'.repeat(70)}ә`, 2],
  ] as const)
    it(`of ${what} travels in ${parts}`, () => expect(smsParts(text)).toBe(parts))
})
