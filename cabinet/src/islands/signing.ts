// Asking NCALayer for a signature and sending it with the form: what signing in and withdrawing have in common.
import { type Ask, ncaLayer } from './ncalayer.ts'
import { statesOf } from './states.ts'

type Signing = {
  readonly form: HTMLFormElement
  readonly button: HTMLButtonElement
  /** Fetches what is to be signed; a rejection is told as "the server did not answer". */
  ask(): Promise<Ask>
}

/** On a click of the button asks once, and posts the form when there is a signature. Nothing typed is lost otherwise. */
export function signOnClick({ form, button, ask }: Signing): void {
  const cms = form.querySelector<HTMLInputElement>('input[name=cms]')
  const ncalayer = ncaLayer(form.dataset['ncalayer'] ?? '')
  const states = statesOf(form, ncalayer.stop)
  if (!cms || !states) return // not our form: leave it as the server made it

  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    const asked = await ask().catch(() => undefined)
    const outcome = asked ? await ncalayer.sign(asked, states.wait) : ({ is: 'unavailable' } as const)
    button.removeAttribute('aria-disabled')
    if (outcome.is !== 'signed') return states.fail(outcome.is, 'code' in outcome ? outcome.code : undefined)
    states.wait('sending')
    button.setAttribute('aria-disabled', 'true')
    cms.value = outcome.cms
    form.requestSubmit()
  })
  window.addEventListener('pageshow', event => {
    if (event.persisted) location.reload() // back from the next page: the old signature must not be sent again
  })
}

/** The languages of NCALayer's window. */
export function windowLanguage(): string {
  return document.documentElement.lang === 'kk' ? 'kk' : 'ru'
}
