// Asking NCALayer for a signature and sending it with the form: what signing in and withdrawing have in common.
import { keyStoreOf } from './key-store.ts'
import { ncaLayer } from './ncalayer.ts'
import type { Ask } from './ncalayer-frames.ts'
import { statesOf } from './states.ts'

const TOO_MANY = '429' // the status, as fetchChallenge throws it

type Signing = {
  readonly form: HTMLFormElement
  readonly button: HTMLButtonElement
  /** Fetches what is to be signed; a rejection is told as "the server did not answer", unless its message is TOO_MANY. */
  ask(): Promise<Omit<Ask, 'store' | 'locale'>>
}

/** On a click of the button asks once, and posts the form when there is a signature. Nothing typed is lost otherwise. */
export function signOnClick({ form, button, ask }: Signing): void {
  const cms = form.querySelector<HTMLInputElement>('input[name=cms]')
  const ncalayer = ncaLayer(form.dataset['ncalayer'] ?? '')
  const states = statesOf(form, ncalayer.stop)
  if (!cms || !states) return // not our form: leave it as the server made it
  const store = keyStoreOf(form)

  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    const asked = await ask().catch(why => ({ is: why.message === TOO_MANY ? 'crowded' : 'unavailable' }) as const)
    const outcome =
      'is' in asked ? asked : await ncalayer.sign({ ...asked, store: store(), locale: windowLanguage() }, states.wait)
    const denied = outcome.is === 'unreachable' && (await isDenied())
    button.removeAttribute('aria-disabled')
    if (outcome.is !== 'signed') return states.fail(outcome.is, 'code' in outcome ? outcome.code : '', denied)
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
function windowLanguage(): string {
  return document.documentElement.lang === 'kk' ? 'kk' : 'ru'
}

/**
 * Whether the browser keeps this site from programs of the device. Asked afterwards only, to name a reason: a page served
 * from the device itself may be "denied" and yet connect.
 */
async function isDenied(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'loopback-network' as PermissionName })).state === 'denied'
  } catch {
    return false // a browser that does not know the permission
  }
}
