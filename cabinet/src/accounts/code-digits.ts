// The six digits of a one-time code: they follow from its id and the service's key, and are kept nowhere.
import { createHmac, timingSafeEqual } from 'node:crypto'

const DIGITS = 6 // 20 bits, ASVS 6.5.4

/** `keys` are SESSION_KEY, hex, the newest first. */
export const codeDigits =
  (keys: readonly string[]) =>
  (id: string): string => {
    const [newest] = keys
    if (newest === undefined) throw new Error('SESSION_KEY: no key')
    return digitsUnder(newest, id)
  }

/** While keys are rotated, digits that were sent under the other one are right too. */
export const digitsAreRight =
  (keys: readonly string[]) =>
  (id: string, typed: string): boolean =>
    typed.length === DIGITS &&
    keys.filter(key => timingSafeEqual(Buffer.from(digitsUnder(key, id)), Buffer.from(typed))).length > 0

function digitsUnder(key: string, id: string): string {
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(`one-time-code:${id}`).digest()
  const number = mac.readBigUInt64BE(0) % BigInt(10 ** DIGITS) // 64 bits: no digit is likelier than another by more than 10⁻¹³
  return number.toString().padStart(DIGITS, '0')
}

/** What a person typed, as digits; undefined when it can be no code, whatever the code is. */
export function typedDigits(text: string): string | undefined {
  const typed = text.length > 40 ? '' : text.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(typed) ? typed : undefined
}
