// A right password whose hash was made with older parameters is kept under today's; nobody else knows the password to do it.
import type { Iin } from '../citizens/iin.ts'
import { hashPassword, needsRehash } from './password.ts'

type Replace = (iin: Iin, old: string, renewed: string) => Promise<void>

export const renewHash =
  (replace: Replace) =>
  async (iin: Iin, password: string, hash: string): Promise<void> => {
    if (needsRehash(hash)) await replace(iin, hash, await hashPassword(password))
  }
