// Every text that a person may meet, side by side in the three languages: for reviewers and for the tests of words.
import { readFileSync } from 'node:fs'
import { KINDS } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import { memoFor } from '../help/memo-for.ts'
import { places, projectRoot } from '../root.ts'
import { LANGUAGES, type Language, type Localised } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { PROBLEMS } from '../web/problems.ts'
import { CONSENT_VERSION, type StatementFacts } from '../withdrawal/statement.ts'
import { statementText } from '../withdrawal/statement-text.ts'

export type Text = { readonly key: string; readonly words: Localised }

/** What stands for the parameters of a message, in their order. */
export const PARAMETERS = ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩', '⟨5⟩', '⟨6⟩', '⟨7⟩'] as const

export function everyText(): Text[] {
  return [
    ...sideBySide('', messagesFor),
    ...sideBySide('help', memoFor),
    ...Object.entries(PROBLEMS).map(([code, { text }]) => ({ key: `problem.${code}`, words: text })),
    ...kindTexts(),
    ...statementTexts(),
    ...calendarTexts(),
  ]
}

/** The leaves of three trees of one shape. What is not in every tree comes out empty there. */
function sideBySide(root: string, treeOf: (language: Language) => unknown): Text[] {
  const [kk, ru, en] = LANGUAGES.map(language => new Map(leaves(treeOf(language), root)))
  const keys = new Set([kk, ru, en].flatMap(texts => [...(texts?.keys() ?? [])]))
  return [...keys].map(key => ({
    key,
    words: { kk: kk?.get(key) ?? '', ru: ru?.get(key) ?? '', en: en?.get(key) ?? '' },
  }))
}

function leaves(tree: unknown, path: string): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]]
  if (typeof tree === 'function') return [[path, String(tree(...PARAMETERS))]]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key))
}

function kindTexts(): Text[] {
  return Object.entries(KINDS).flatMap(([id, { name, deadline, withdrawal }]) => [
    { key: `kind.${id}.name`, words: name },
    ...(deadline ? [{ key: `kind.${id}.basis`, words: deadline.basis }] : []),
    ...(deadline?.law ? [{ key: `kind.${id}.law`, words: deadline.law }] : []),
    ...(withdrawal.possible ? [{ key: `kind.${id}.subject`, words: withdrawal.subject }] : []),
  ])
}

/** Nobody's: only the words around the facts are of interest. */
const FACTS: Omit<StatementFacts, 'application'> = {
  draft: '⟨1⟩',
  person: {
    iin: '⟨2⟩' as Iin,
    surname: '⟨3⟩',
    name: '⟨4⟩',
    patronymic: '⟨5⟩',
    birthDate: '2001-02-03',
    sic: '⟨6⟩',
  },
  drawnUpOn: '2026-06-16',
  consentVersion: CONSENT_VERSION,
}

/** The statement of each kind that can be withdrawn. */
function statementTexts(): Text[] {
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter(id => KINDS[id].withdrawal.possible)
  return kinds.flatMap(kind =>
    sideBySide(`statement.${kind}`, language => {
      const application = { kind, number: '⟨7⟩', filedOn: '2026-06-15' }
      const { language: _, ...words } = statementText({ ...FACTS, application }, language)
      return words
    }),
  )
}

type Day = Partial<Localised> & { readonly date: string }
type Calendar = { readonly years: Readonly<Record<string, { readonly days: readonly Day[] }>> }

/** Each name of a day off once, where it first stands. Days that are only moved have none. */
function calendarTexts(): Text[] {
  const { years } = JSON.parse(readFileSync(places(projectRoot()).calendar, 'utf8')) as Calendar
  const byName = new Map<string, Text>()
  for (const { date, kk, ru, en } of Object.values(years).flatMap(({ days }) => days))
    if (kk && ru && en && !byName.has(kk)) byName.set(kk, { key: `calendar.${date}`, words: { kk, ru, en } })
  return [...byName.values()]
}
