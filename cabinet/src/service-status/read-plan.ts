// A plan as an operator types it: read whole, with one clear sentence for each mistake.
import { almatyIso, almatyMidnight } from '../calendar/almaty.ts'
import { CONCERNS } from '../web/announcement.ts'
import { LANGUAGES, type Localised } from '../web/language.ts'
import type { Plan } from './maintenance.ts'

export type TypedPlan = Partial<Record<'what' | 'from' | 'until' | 'text-kk' | 'text-ru' | 'text-en', string>>
type ReadPlan =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'mistakes'; readonly mistakes: string[] }

const DAY = 24 * 60 * 60_000
const LONGEST = 7 * DAY
const AHEAD = 366 * DAY
const MAX_TEXT = 300

export function readPlan(typed: TypedPlan, now: Date): ReadPlan {
  const what = CONCERNS.find(part => part === typed.what)
  const from = readMoment(typed.from)
  const until = readMoment(typed.until)
  const mistakes = [
    ...(what ? [] : [`--what: one of ${CONCERNS.join(', ')}`]),
    ...(from ? [] : [momentWanted('from')]),
    ...(until ? [] : [momentWanted('until')]),
    ...(from && until ? mistakesOfTime(from, until, now) : []),
    ...mistakesOfText(typed),
  ]
  if (!what || !from || !until || mistakes.length > 0) return { kind: 'mistakes', mistakes }
  return { kind: 'plan', plan: { what, from, until, text: textOf(typed) } }
}

const momentWanted = (name: string) => `--${name}: a moment such as 2026-12-05T22:00, in Almaty time or with its offset`

/** 2026-12-05T22:00 is Almaty's clock; with Z or an offset it is that one's. */
export function readMoment(text: string | undefined): Date | undefined {
  const [, date = '', hours, minutes, zone] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text ?? '') ?? []
  if (!isDate(date) || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const at = zone
    ? new Date(`${date}T${hours}:${minutes}:00${zone}`)
    : new Date(almatyMidnight(date).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000)
  if (Number.isNaN(at.getTime())) return undefined
  return zone || almatyIso(at).startsWith(`${date}T${hours}:${minutes}`) ? at : undefined
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

function mistakesOfTime(from: Date, until: Date, now: Date): string[] {
  if (until <= from) return ['--until: must be later than --from']
  if (until <= now) return ['--until: is over already']
  if (until.getTime() - from.getTime() > LONGEST)
    return ['--until: maintenance of more than 7 days is not planned here']
  return from.getTime() - now.getTime() > AHEAD ? ['--from: is more than a year ahead'] : []
}

function mistakesOfText(typed: TypedPlan): string[] {
  const given = LANGUAGES.filter(language => typed[`text-${language}`] !== undefined)
  if (given.length === 0) return []
  const missing = LANGUAGES.filter(language => !given.includes(language)).map(language => `--text-${language}`)
  const whole = missing.length === 0 ? [] : [`${missing.join(', ')}: missing, a text is given in all three languages`]
  return [
    ...whole,
    ...given.flatMap(language => mistakesOfWords(`--text-${language}`, typed[`text-${language}`] ?? '')),
  ]
}

function mistakesOfWords(name: string, words: string): string[] {
  if (words.trim() === '') return [`${name}: is empty`]
  if (words.length > MAX_TEXT) return [`${name}: ${words.length} characters, at most ${MAX_TEXT} are shown`]
  return /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(words) ? [`${name}: one line of plain text`] : []
}

function textOf(typed: TypedPlan): Localised | undefined {
  const { 'text-kk': kk, 'text-ru': ru, 'text-en': en } = typed
  return kk === undefined || ru === undefined || en === undefined
    ? undefined
    : { kk: kk.trim(), ru: ru.trim(), en: en.trim() }
}
