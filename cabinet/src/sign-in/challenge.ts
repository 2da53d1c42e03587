// What is signed to sign in: a text with a fixed beginning, used once, five minutes, by the browser that asked.
import { almatyIso } from '../calendar/almaty.ts'

export type Challenge = {
  readonly id: string
  readonly text: string
  readonly expiresAt: Date
  readonly starter: string // the cookie that binds it to the browser
}

export const CHALLENGE_MINUTES = 5

/** The beginning is fixed, so that a signature under it can never pass for one under a document. */
const CHALLENGE_PREFIX = 'ӨТІНІШ: ЖЕКЕ КАБИНЕТКЕ КІРУ / ВХОД В ЛИЧНЫЙ КАБИНЕТ / SIGN-IN'

export function challengeText(facts: { site: string; id: string; at: Date }): string {
  return [
    CHALLENGE_PREFIX,
    'Бұл қолтаңба жеке кабинетке кіру үшін ғана қажет. Ол ешқандай құжатты растамайды.',
    'Эта подпись нужна только для входа в кабинет. Она не подписывает никакого документа.',
    'This signature is for signing in only. It does not sign any document.',
    `site: ${facts.site}`,
    `time: ${almatyIso(facts.at)}`,
    `once: ${facts.id}`,
    '',
  ].join('\n')
}
