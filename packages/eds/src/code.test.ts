// How codes become outcomes.
import { describe, expect, it } from 'vitest'
import { inOrder, outcomeOf, worst } from './code.ts'

describe('the outcome', () => {
  it('is valid when there is nothing to object', () => expect(outcomeOf([])).toBe('valid'))

  it('is indeterminate when something is missing, and invalid when anything is broken besides', () => {
    expect(outcomeOf(['certificate-expired'])).toBe('indeterminate')
    expect(outcomeOf(['certificate-expired', 'message-digest-mismatch'])).toBe('invalid')
  })

  it('of several is the worst of them', () => {
    expect(worst(['valid', 'indeterminate', 'invalid'])).toBe('invalid')
    expect(worst(['valid', 'indeterminate'])).toBe('indeterminate')
  })

  it('is explained by each reason once, most important first', () => {
    expect(inOrder(['certificate-expired', 'signature-invalid', 'certificate-expired'])).toEqual([
      'signature-invalid',
      'certificate-expired',
    ])
  })
})
