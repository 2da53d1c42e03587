// What the page keeps on the device when somebody wants their IIN remembered.
import { afterEach, expect, it, vi } from 'vitest'
import { rememberIin } from './remember-iin.ts'

afterEach(() => vi.unstubAllGlobals())

/** A form that is filled in and sent; answers what is kept on the device then. */
function send(typed: string, remembered: boolean): string | undefined {
  const kept = new Map<string, string>()
  let submit = () => {}
  const form = { addEventListener: (_: string, heard: () => void) => (submit = heard) }
  const field = { value: '', form, addEventListener: () => {} }
  const box = { checked: false, addEventListener: () => {} }
  const found: Readonly<Record<string, object>> = { 'input[data-iin]': field, 'input[data-remember]': box }
  vi.stubGlobal('document', { querySelector: (asked: string) => found[asked] ?? null })
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
  rememberIin()
  expect(box.checked).toBe(false)
  field.value = typed
  box.checked = remembered
  submit()
  return kept.get('otinish-iin')
}

it.each([
  ['an IIN is kept', '851315400107', true, '851315400107'],
  ['an IIN as it is printed is kept', '851315 400107', true, '851315 400107'],
  ['an IIN is not kept unless one wants it', '851315400107', false, undefined],
  ['a password that was typed into the wrong field is not kept', 'Жеті қазына 2026!', true, undefined],
])('%s', (_, typed, remembered, kept) => expect(send(typed, remembered)).toBe(kept))
