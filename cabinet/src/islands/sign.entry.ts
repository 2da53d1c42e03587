// Signing a statement of withdrawal: both ways wait for «Келісемін»; then the key store and NCALayer, or the code for the phone.
// It also says when the application has changed: the statement may have been signed elsewhere, on the phone or in another tab.
import './changed.entry.ts'
import { signOnClick } from './signing.ts'

const SIGNING_KEY = ['1.3.6.1.5.5.7.3.4'] // emailProtection, which the national profile gives to signing keys

const form = document.querySelector<HTMLFormElement>('form[data-island=sign]')
const part = <E extends HTMLElement>(selector: string) => form?.querySelector<E>(selector) ?? undefined
const first = part('[data-first]')
const open = part<HTMLButtonElement>('[data-open]')
const reason = part('#why-not')
const step = part('[data-step]')
const store = part<HTMLSelectElement>('[data-store]')
const start = part<HTMLButtonElement>('[data-start]')
const agree = part<HTMLInputElement>('#agree')
const phone = part<HTMLButtonElement>('[data-phone]')

if (form && first && open && reason && step && store && start && agree) {
  let document: Promise<string> | undefined

  const follow = () => {
    for (const way of [open, phone]) way?.setAttribute('aria-disabled', String(!agree.checked))
    reason.hidden = agree.checked
    if (agree.checked) return
    step.hidden = true // unticked again: the statement is no longer agreed to
    first.hidden = false
  }
  agree.addEventListener('change', follow)
  open.addEventListener('click', () => {
    if (!agree.checked) return agree.focus()
    document = fetchBase64(form.dataset['document'] ?? '')
    document.catch(() => {}) // told at the click that needs it
    first.hidden = true
    step.hidden = false
    store.focus()
  })
  phone?.addEventListener('click', event => {
    if (agree.checked) return
    event.preventDefault()
    agree.focus()
  })
  signOnClick({
    form,
    button: start,
    ask: async () => {
      document = document?.catch(() => fetchBase64(form.dataset['document'] ?? ''))
      return {
        data: (await document) ?? '',
        extKeyUsageOids: SIGNING_KEY,
        iin: form.dataset['iin'],
        timestamp: true,
      }
    },
  })
  follow()
}

async function fetchBase64(address: string): Promise<string> {
  const answer = await fetch(address)
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}
