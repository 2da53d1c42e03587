// How often anybody may check: so often from one address, and so often everybody together.
import { checkingKey, type ThrottleKey, uploadKey } from '../accounts/throttle-rules.ts'

export type Attempt = { readonly allowed: true } | { readonly allowed: false; readonly again: Date }

/** What looking a code up counts under. */
export function lookUpKeys(address: string): readonly ThrottleKey[] {
  return [checkingKey(address), 'everybody:look-up']
}

/** What checking files counts under: signatures cost arithmetic. */
export function uploadKeys(address: string): readonly ThrottleKey[] {
  return [uploadKey(address), 'everybody:upload']
}
