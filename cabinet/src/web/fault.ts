// What is wrong with one field of a form: said at the top of the page and beside the field.
import { almatyTime } from '../calendar/almaty.ts'
import type { Frame } from './page.tsx'
import { PROBLEMS, type ProblemCode } from './problems.ts'

export type Fault = {
  readonly code: ProblemCode
  readonly again?: Date | undefined // not before
  readonly left?: number | undefined // tries
}

export type Faults<Field extends string> = Readonly<Partial<Record<Field, Fault>>>

/** The sentence of the code, with what is known beside it: how many tries are left, or from when on. */
export function faultText({ code, again, left }: Fault, { language, t }: Pick<Frame, 'language' | 't'>): string {
  const said: string[] = [PROBLEMS[code].text[language]]
  if (left !== undefined) said.push(t.accounts.triesLeft(left))
  if (again) said.push(fromWhen(code, t)(almatyTime(again)))
  return said.join(' ')
}

function fromWhen(code: ProblemCode, t: Frame['t']): (time: string) => string {
  if (code === 'code-too-soon') return t.accounts.newCodeAt
  return code === 'too-many-tries' ? t.accounts.tryAgainAt : t.registration.againAt
}
