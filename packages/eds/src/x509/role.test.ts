// In which capacity the holder acts.
import { describe, expect, it } from 'vitest'
import { readRoles } from './role.ts'

const SIGN = '1.3.6.1.5.5.7.3.4'
const LEGAL = '1.2.398.3.3.4.1.2'

describe('roles', () => {
  for (const [what, purposes, roles] of [
    ['an individual', [SIGN, '1.2.398.3.3.4.1.1'], ['individual']],
    ['an individual identified remotely', ['1.2.398.3.3.4.3.2', SIGN, '1.2.398.3.3.4.1.1'], ['individual']],
    ['a first head', [SIGN, LEGAL, `${LEGAL}.1`], ['legal-entity', 'head']],
    ['a first head, in whatever order', [`${LEGAL}.1`, LEGAL, SIGN], ['legal-entity', 'head']],
    ['one with the right to sign', [SIGN, LEGAL, `${LEGAL}.2`], ['legal-entity', 'signatory']],
    ['one who signs financial documents', [SIGN, LEGAL, `${LEGAL}.3`], ['legal-entity', 'finance']],
    ['one of human resources', [SIGN, LEGAL, `${LEGAL}.4`], ['legal-entity', 'hr']],
    ['an employee', [SIGN, LEGAL, `${LEGAL}.5`], ['legal-entity', 'employee']],
    ['a client of the treasury', [SIGN, LEGAL, '1.2.398.5.19.1.2.2.1'], ['legal-entity', 'treasury']],
    ['an information system by its name', [LEGAL, `${LEGAL}.6`], ['legal-entity', 'information-system']],
    ['a registered information system', [LEGAL, `${LEGAL}.6.12`], ['legal-entity', 'information-system']],
    ['an information system by the lack of any other', [LEGAL], ['legal-entity', 'information-system']],
    ['an information system of an individual', ['1.2.398.3.3.4.1.1.1'], ['information-system']],
    ['a legal entity with a purpose and no role', [SIGN, LEGAL], ['legal-entity']],
    ['a time-stamping service of a legal entity', [LEGAL, '1.3.6.1.5.5.7.3.8'], ['legal-entity']],
    ['an arc that only begins like a role', [SIGN, `${LEGAL}.10`], []],
    ['nobody of ours', ['1.3.6.1.5.5.7.3.1'], []],
  ] as const)
    it(`${what}: ${roles.join(', ') || 'none'}`, () => expect(readRoles(purposes)).toEqual(roles))
})
