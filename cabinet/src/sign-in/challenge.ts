// What is signed to prove who one is: a text with a fixed beginning for each purpose, used once, five minutes, by the
// browser that asked.
import { almatyIso } from '../calendar/almaty.ts'
import type { Purpose } from './purpose.ts'

export type Challenge = {
  readonly id: string
  readonly text: string
  readonly expiresAt: Date
  readonly starter: string // the cookie that binds it to the browser
}

export const CHALLENGE_MINUTES = 5

/** The beginning is fixed, so that a signature under it can never pass for one under a document, or for another purpose. */
const WORDS: Readonly<Record<Purpose, readonly [string, string, string, string]>> = {
  'sign-in': [
    'ӨТІНІШ: ЖЕКЕ КАБИНЕТКЕ КІРУ / ВХОД В ЛИЧНЫЙ КАБИНЕТ / SIGN-IN',
    'Бұл қолтаңба жеке кабинетке кіру үшін ғана қажет.',
    'Эта подпись нужна только для входа в кабинет.',
    'This signature is for signing in only.',
  ],
  registration: [
    'ӨТІНІШ: ТІРКЕЛУ / РЕГИСТРАЦИЯ / REGISTRATION',
    'Бұл қолтаңба кабинетке тіркелу үшін ғана қажет.',
    'Эта подпись нужна только для регистрации.',
    'This signature is for registering only.',
  ],
  recovery: [
    'ӨТІНІШ: ЖАҢА ҚҰПИЯСӨЗ ҚОЮ / НОВЫЙ ПАРОЛЬ / NEW PASSWORD',
    'Бұл қолтаңба жаңа құпиясөз қою үшін ғана қажет.',
    'Эта подпись нужна только для того, чтобы задать новый пароль.',
    'This signature is for setting a new password only.',
  ],
  rehearsal: [
    'ӨТІНІШ: КІЛТТІ СЫНАП КӨРУ / ПРОВЕРКА КЛЮЧА / TRY A KEY',
    'Бұл қолтаңба кілтті сынап көру үшін ғана қажет.',
    'Эта подпись нужна только для того, чтобы проверить ключ.',
    'This signature is for trying the key only.',
  ],
}

export function challengeText(facts: { purpose: Purpose; site: string; id: string; at: Date }): string {
  const [heading, kk, ru, en] = WORDS[facts.purpose]
  return [
    heading,
    `${kk} Ол ешқандай құжатты растамайды.`,
    `${ru} Она не подписывает никакого документа.`,
    `${en} It does not sign any document.`,
    `site: ${facts.site}`,
    `time: ${almatyIso(facts.at)}`,
    `once: ${facts.id}`,
    '',
  ].join('\n')
}
