import { describe, expect, it } from 'vitest'
import { withdrawability } from '../withdrawal/decide.ts'
import { KIND_IDS, type KindId, kindOf } from './kinds.ts'

describe('a kind that the catalogue does not know', () => {
  it.each(['ls-car', 'constructor', '__proto__', 'toString'])('%s is shown by its code, with no term', code => {
    expect(kindOf(code)).toMatchObject({ name: { kk: code, ru: code, en: code }, deadline: undefined })
  })

  it('is never withdrawn here', () => {
    expect(withdrawability('ls-car' as KindId, 'accepted')).toEqual({ allowed: false, reason: 'kind-is-final' })
  })

  it('is no reason to forget those that are known', () => {
    for (const id of KIND_IDS) expect(kindOf(id).name.kk).not.toBe(id)
  })
})
