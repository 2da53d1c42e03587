// A one-time code as somebody typed it into a form, and what is said when it is not the right one.
import type { CodeCheck, TypedCode } from '../accounts/one-time-code.ts'
import type { Fault } from '../web/fault.ts'

export type CheckCode = (typed: TypedCode) => Promise<CodeCheck>

type Typed = Omit<TypedCode, 'id'> & { readonly id: string | undefined }

/** Nothing is wrong with the right one. Where none was sent, whatever is typed is as dead as an old one. */
export async function faultOfCode(check: CheckCode, { id, ...typed }: Typed): Promise<Fault | undefined> {
  if (id === undefined) return { code: 'code-dead' }
  const checked = await check({ id, ...typed })
  if (checked === 'right') return undefined
  if (checked === 'dead' || checked.wrong === 0) return { code: 'code-dead' }
  return { code: 'code-wrong', left: checked.wrong }
}
