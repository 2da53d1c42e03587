// Signing in: fetches a challenge, has it signed by NCALayer, posts the form.
import { signOnClick, windowLanguage } from './signing.ts'

const JSON_HEADERS = { 'Content-Type': 'application/json' }
const AUTHENTICATION_KEY_OF_A_PERSON = ['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'] // clientAuth, physical person

const form = document.querySelector<HTMLFormElement>('form[data-island=sign-in]')
const panel = form?.querySelector<HTMLElement>('[data-signing]')
const button = form?.querySelector<HTMLButtonElement>('[data-start]')
const challenge = form?.querySelector<HTMLInputElement>('input[name=challenge]')

if (form && panel && button && challenge) {
  panel.hidden = false
  signOnClick({
    form,
    button,
    ask: async () => {
      const answer = await fetch('/api/v1/sign-in/challenges', { method: 'POST', headers: JSON_HEADERS, body: '{}' })
      if (!answer.ok) throw new Error(String(answer.status))
      const { id, bytes } = (await answer.json()) as { id: string; bytes: string }
      challenge.value = id
      return {
        data: bytes,
        extKeyUsageOids: AUTHENTICATION_KEY_OF_A_PERSON,
        timestamp: false,
        locale: windowLanguage(),
      }
    },
  })
}
