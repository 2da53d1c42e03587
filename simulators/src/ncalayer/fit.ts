// Whether a certificate may be chosen for a request. In the program the others are shown grey.
import type { HolderFacts } from '../pki/holder.ts'
import type { SignRequest } from './sign-arguments.ts'

export type Misfit = 'usage' | 'iin' | 'bin' | 'serial-number' | 'expired' | 'not-yet-valid'

/** Why it may not be chosen, or undefined when it may. */
export function misfit(holder: HolderFacts, request: SignRequest, now: Date): Misfit | undefined {
  const { extKeyUsageOids, iin, bin, serialNumber } = request
  if (!extKeyUsageOids.every(oid => holder.extKeyUsage.includes(oid))) return 'usage'
  if (iin !== '' && holder.iin !== iin) return 'iin'
  if (bin !== '' && holder.bin !== bin) return 'bin'
  if (serialNumber !== '' && !isSerial(holder.serial, serialNumber)) return 'serial-number'
  if (request.allowExpired) return undefined
  if (now > holder.notAfter) return 'expired'
  return now < holder.notBefore ? 'not-yet-valid' : undefined
}

/** Which of the two the program means is not documented: both are taken. */
function isSerial(serial: Uint8Array, text: string): boolean {
  const number = BigInt(`0x${Buffer.from(serial).toString('hex')}`)
  return number.toString(16) === text.toLowerCase().replace(/^0+/, '') || number.toString() === text
}
