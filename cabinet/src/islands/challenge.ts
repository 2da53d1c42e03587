// Every form that proves who one is: fetches a challenge for its purpose, has it signed by NCALayer, posts it.
import { signOnClick } from './signing.ts'

const KEY_OF_A_PERSON = ['1.2.398.3.3.4.1.1'] // for signing in or for signing: the newest keys are of one kind only
const ANY_KEY: readonly string[] = [] // a rehearsal tells what the key is good for

export function signChallenges(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-eds]')) {
    const button = form.querySelector<HTMLButtonElement>('[data-start]')
    const challenge = form.querySelector<HTMLInputElement>('input[name=challenge]')
    const purpose = form.dataset['purpose'] ?? ''
    if (!button || !challenge) continue
    const ask = async () => {
      const { id, bytes } = await fetchChallenge(purpose)
      challenge.value = id
      const extKeyUsageOids = purpose === 'rehearsal' ? ANY_KEY : KEY_OF_A_PERSON
      return { data: bytes, extKeyUsageOids, timestamp: false }
    }
    signOnClick({ form, button, ask })
  }
}

async function fetchChallenge(purpose: string): Promise<{ id: string; bytes: string }> {
  const answer = await fetch(`/api/v1/sign-in/challenges?purpose=${purpose}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}
