// The field of the IIN: remembered on this device when the person wants it, and a hint when it looks mistyped.
import { looksMistyped } from './check-digit.ts'
import { recall, remember } from './memory.ts'

const LIKE_AN_IIN = /^(\s*\d){12}\s*$/ // a password that was typed here by mistake is not kept

export function rememberIin(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-iin]')
  const box = document.querySelector<HTMLInputElement>('input[data-remember]')
  if (!field || !box) return
  const kept = recall('otinish-iin')
  box.checked = kept !== undefined
  field.value ||= kept ?? ''
  box.addEventListener('change', () => box.checked || remember('otinish-iin', undefined)) // forgotten at once
  field.form?.addEventListener('submit', () => {
    if (box.checked && LIKE_AN_IIN.test(field.value)) remember('otinish-iin', field.value)
  })
  hint(field)
}

/** The hint takes the place of the usual words below the field, and goes as soon as one types on. */
function hint(field: HTMLInputElement): void {
  const doubt = document.querySelector('[data-mistyped]')
  const usual = doubt?.previousElementSibling
  const show = (doubtful: boolean) => {
    doubt?.toggleAttribute('hidden', !doubtful)
    usual?.toggleAttribute('hidden', doubtful)
  }
  field.addEventListener('change', () => show(looksMistyped(field.value)))
  field.addEventListener('input', () => show(false))
}
