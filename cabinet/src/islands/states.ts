// Shows what is going on: every sentence stands in the page as a template, the script only chooses which one is true.

export type States = {
  /** Says what is awaited, in the live region; whatever failed before is taken away. */
  wait(state: string): void
  /** Says why nothing was signed, and moves the reader there. */
  fail(state: string, code: string, denied: boolean): void
}

/** The states of a form, or undefined when the page has none. `stop` is called by the button «Күтуді тоқтату». */
export function statesOf(form: HTMLElement, stop: () => void): States | undefined {
  const waiting = form.querySelector<HTMLElement>('[data-waiting]')
  const failed = form.querySelector<HTMLElement>('[data-failed]')
  if (!waiting || !failed) return undefined

  const contents = (state: string): Node[] => {
    const template = form.querySelector<HTMLTemplateElement>(`template[data-state="${state}"]`)
    return template ? [template.content.cloneNode(true)] : []
  }
  waiting.addEventListener('click', event => {
    if ((event.target as Element).matches('[data-stop]')) stop()
  })
  return {
    wait(state) {
      failed.replaceChildren()
      waiting.replaceChildren(...contents(state))
    },
    fail(state, code, denied) {
      waiting.replaceChildren()
      failed.replaceChildren(...contents(state))
      const slot = failed.querySelector('[data-code]')
      if (slot) slot.textContent = code
      const reason = failed.querySelector<HTMLElement>('[data-denied]')
      if (reason) reason.hidden = !denied
      failed.focus()
    },
  }
}
