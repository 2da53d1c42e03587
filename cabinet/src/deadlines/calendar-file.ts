// A calendar as it is written down: the file that is imported. Strict: a field that is not known is somebody's mistake.
import { z } from 'zod'

const Day = z.iso.date()
const Name = z.string().trim().min(1).max(120)
const names = { kk: Name, ru: Name, en: Name }
const act = z.string().trim().min(1).max(200) // the order or resolution

const SpecialDay = z.discriminatedUnion('type', [
  z.strictObject({ date: Day, type: z.literal('public'), ...names }),
  z.strictObject({ date: Day, type: z.literal('religious'), ...names, status: z.literal('UNCERTAIN').optional() }),
  z.strictObject({ date: Day, type: z.literal('observed'), for: Day, ...names }),
  z.strictObject({ date: Day, type: z.literal('transferredOff'), from: Day, act }),
  z.strictObject({ date: Day, type: z.literal('transferredWork'), to: Day, act }),
])
export type SpecialDay = z.infer<typeof SpecialDay>

const Year = z.strictObject({
  status: z.enum(['final', 'verified', 'forecast']),
  workingDays: z.number().int().min(200).max(270),
  workingDaysByMonth: z.array(z.number().int().min(10).max(23)).length(12),
  days: z.array(SpecialDay).max(80),
})

const Change = z.strictObject({ date: Day, was: z.string(), became: z.string(), changedOn: Day, why: z.string() })

export const CalendarFile = z.strictObject({
  country: z.literal('KZ'),
  timeZone: z.literal('Asia/Almaty'),
  week: z.literal('5-day'),
  generatedFrom: z
    .string()
    .max(400)
    .regex(/^compiled \d{4}-\d{2}-\d{2}(\.[2-9])?(?![\d.-])/, 'must begin with "compiled YYYY-MM-DD"'),
  years: z.record(z.string().regex(/^20\d{2}$/), Year),
  rules: z.record(z.string(), z.string()),
  history: z.array(Change),
  uncertain: z.array(z.string()),
})
export type CalendarFile = z.infer<typeof CalendarFile>

export type FileReading =
  | { readonly kind: 'read'; readonly file: CalendarFile }
  | { readonly kind: 'unreadable'; readonly mistakes: readonly string[] }

/** Each mistake with its place. */
export function readCalendarFile(text: string): FileReading {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { kind: 'unreadable', mistakes: [`it is not JSON: ${error instanceof Error ? error.message : ''}`] }
  }
  const read = CalendarFile.safeParse(json)
  if (read.success) return { kind: 'read', file: read.data }
  return {
    kind: 'unreadable',
    mistakes: read.error.issues.map(issue => `${place(issue.path, json)}: ${issue.message}`),
  }
}

/** 'years.2024.days[3] (2024-05-08)': a number alone finds no day in a file of hundreds. */
function place(path: readonly PropertyKey[], json: unknown): string {
  let at = json
  let date = ''
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined
    const found = typeof at === 'object' && at !== null && 'date' in at ? at.date : undefined
    if (typeof found === 'string') date = ` (${found})`
  }
  const name = path.map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return `${name.replace(/^\./, '') || 'the file'}${date}`
}
