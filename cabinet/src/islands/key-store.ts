// The choice of the key store (the kind, never a path: pages are not told it) is remembered from one signature to the next.
import { recall, remember } from './memory.ts'

/** Answers what to ask NCALayer for: a kind of store, or undefined for all of them. */
export function keyStoreOf(form: HTMLFormElement): () => string | undefined {
  const choice = form.querySelector<HTMLSelectElement>('[data-store]')
  const last = recall('otinish-store')
  if (choice && [...choice.options].some(({ value }) => value === last)) choice.value = last ?? ''
  return () => {
    if (choice) remember('otinish-store', choice.value)
    return choice?.value || undefined
  }
}
