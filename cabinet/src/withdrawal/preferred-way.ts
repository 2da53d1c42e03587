// By which way a person signed last: offered first, and remembered nowhere but in what they did.
import type { SignMethod } from '../applications/kinds.ts'
import type { SignInWay } from '../sessions/session.ts'

/** Of their last withdrawal; before the first, as they came in just now. */
export function preferredWay(lastMethod: SignMethod | undefined, signedInBy: SignInWay): SignMethod {
  return lastMethod ?? (signedInBy === 'egov-mobile' ? 'qr' : 'eds')
}

/** The ways of this draft with the preferred one first. */
export function inOrder(methods: readonly SignMethod[], first: SignMethod): readonly SignMethod[] {
  return methods.toSorted((a, b) => Number(b === first) - Number(a === first))
}
