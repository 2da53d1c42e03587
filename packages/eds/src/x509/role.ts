// In which capacity the holder acts, by extendedKeyUsage: arc 1.2.398.3.3.4 "Пользователи" of the national registry.
import * as oids from './oids.ts'

export type Role =
  | 'individual' // жеке тұлға
  | 'legal-entity' // заңды тұлға
  | 'head' // бірінші басшы
  | 'signatory' // қол қою құқығы бар
  | 'finance'
  | 'hr'
  | 'employee'
  | 'information-system'
  | 'treasury'

/** The roles in the order of this list, whatever the order of the purposes. None when the certificate states none. */
export function readRoles(purposes: readonly string[]): readonly Role[] {
  const has = new Set(purposes)
  const named = NAMED.filter(([, oid]) => has.has(oid)).map(([role]) => role)
  return isInformationSystem(purposes) ? [...named, 'information-system'] : named
}

/** Named as a system, or a legal entity with no role and no purpose: such is the authority's profile of a system. */
export function isInformationSystem(purposes: readonly string[]): boolean {
  const has = new Set(purposes)
  const named = purposes.some(isSystem)
  const hasPurpose = purposes.some(oid => !oid.startsWith(`${oids.USERS}.`))
  const hasRole = NAMED.some(([role, oid]) => role !== 'legal-entity' && has.has(oid))
  return named || (has.has(oids.LEGAL_ENTITY) && !hasPurpose && !hasRole)
}

const NAMED: readonly (readonly [Role, string])[] = [
  ['individual', oids.INDIVIDUAL],
  ['legal-entity', oids.LEGAL_ENTITY],
  ['head', oids.HEAD],
  ['signatory', oids.SIGNATORY],
  ['finance', oids.FINANCE],
  ['hr', oids.HR],
  ['employee', oids.EMPLOYEE],
  ['treasury', oids.TREASURY],
]

function isSystem(oid: string): boolean {
  const system = oids.LEGAL_ENTITYS_SYSTEM
  return oid === oids.INDIVIDUALS_SYSTEM || oid === system || oid.startsWith(`${system}.`)
}
