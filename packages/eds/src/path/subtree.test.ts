// Which names stand in which subtrees. RFC 5280 §4.2.1.10.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { authorityName, nameOf } from '../test-certificates.ts'
import { address, directory, dns, mail, registeredId, uri } from '../test-extensions.ts'
import { readGeneralName } from '../x509/general-name.ts'
import { isInSubtree, isSubtree } from './subtree.ts'

const read = (encoded: Uint8Array) => readGeneralName(readDer(encoded))
const v6 = (last: number) => [...new Array(15).fill(0), last]
const KZ = nameOf([['2.5.4.3', 'root']])
const kz = directory(KZ)

describe('a name in a subtree', () => {
  for (const [what, name, base, is] of [
    ['the host itself', dns('gov.kz'), dns('GOV.kz'), true],
    ['a host below', dns('pki.gov.kz'), dns('gov.kz'), true],
    ['a host that only ends alike', dns('notgov.kz'), dns('gov.kz'), false],
    ['a host above', dns('kz'), dns('gov.kz'), false],
    ['any host, under nobody’s domain', dns('gov.kz'), dns(''), true],
    ['a wildcard below', dns('*.gov.kz'), dns('gov.kz'), true],
    ['a wildcard that means others too', dns('*.gov.kz'), dns('pki.gov.kz'), false],
    ['the mailbox itself', mail('a@gov.kz'), mail('a@GOV.kz'), true],
    ['the mailbox in another case', mail('A@gov.kz'), mail('a@gov.kz'), false],
    ['a mailbox of the host', mail('a@gov.kz'), mail('gov.kz'), true],
    ['a mailbox of a host below', mail('a@pki.gov.kz'), mail('gov.kz'), false],
    ['a mailbox in the domain', mail('a@pki.gov.kz'), mail('.gov.kz'), true],
    ['a mailbox of the domain’s own host', mail('a@gov.kz'), mail('.gov.kz'), false],
    ['an asterisk, which is a letter', mail('user@gov.kz'), mail('*@gov.kz'), false],
    ['a URI on the host', uri('http://gov.kz/a'), uri('gov.kz'), true],
    ['a URI on a host below', uri('http://pki.gov.kz/a'), uri('gov.kz'), false],
    ['a URI in the domain', uri('https://a@PKI.gov.kz:1/'), uri('.gov.kz'), true],
    ['a URI on the domain’s own host', uri('http://gov.kz'), uri('.gov.kz'), false],
    ['an address in the network', address(10, 1, 2, 3), address(10, 1, 0, 0, 255, 255, 0, 0), true],
    ['an address beside it', address(10, 2, 2, 3), address(10, 1, 0, 0, 255, 255, 0, 0), false],
    ['any address, in the whole net', address(1, 2, 3, 4), address(0, 0, 0, 0, 0, 0, 0, 0), true],
    ['an address of six in its network', address(...v6(1)), address(...v6(1), ...new Array(16).fill(255)), true],
    ['an address of four in a network of six', address(0, 0, 0, 0), address(...new Array(32).fill(0)), false],
    ['a distinguished name below', directory(authorityName('ROOT')), kz, true],
    ['a distinguished name beside', directory(authorityName('OTHER')), kz, false],
  ] as const)
    it(`${what}: ${is}`, () => expect(isInSubtree(read(name), read(base), 'all')).toBe(is))

  for (const [what, name, base, is] of [
    ['the excluded host', dns('*.gov.kz'), dns('pki.gov.kz'), true],
    ['a host below the excluded one', dns('*.gov.kz'), dns('gov.kz'), true],
    ['a host beside the excluded one', dns('*.gov.kz'), dns('enpf.kz'), false],
    ['the excluded host, without a wildcard', dns('gov.kz'), dns('pki.gov.kz'), false],
  ] as const)
    it(`a wildcard that may be used as ${what}: ${is}`, () =>
      expect(isInSubtree(read(name), read(base), 'any')).toBe(is))
})

describe('a name cannot be judged, and is refused,', () => {
  for (const [what, name, base] of [
    ['a host with an empty label', dns('.gov.kz'), dns('gov.kz')],
    ['a wildcard in the middle', dns('a.*.gov.kz'), dns('gov.kz')],
    ['a mailbox with two hosts', mail('a@b@gov.kz'), mail('gov.kz')],
    ['a URI on an address', uri('http://10.0.0.1/'), uri('gov.kz')],
    ['a URI without a host', uri('urn:oid:1.2'), uri('gov.kz')],
    ['a network where an address should be', address(10, 0, 0, 0, 255, 0, 0, 0), address(10, 0, 0, 0, 255, 0, 0, 0)],
    ['a form that is not processed', registeredId(), registeredId()],
  ] as const)
    it(what, () =>
      expect(() => isInSubtree(read(name), read(base), 'all')).toThrow(
        expect.objectContaining({ code: 'path-invalid' }),
      ),
    )
})

describe('a subtree', () => {
  for (const [what, base, is] of [
    ['of a domain', dns('gov.kz'), true],
    ['of every domain', dns(''), true],
    ['of a domain with a leading period', dns('.gov.kz'), false],
    ['of a wildcard', dns('*.gov.kz'), false],
    ['of a mailbox', mail('*@gov.kz'), true],
    ['of mailboxes in a domain', mail('.gov.kz'), true],
    ['of a mailbox with two hosts', mail('a@b@gov.kz'), false],
    ['of no mailbox', mail(''), false],
    ['of URIs in a domain', uri('.gov.kz'), true],
    ['of URIs by their scheme', uri('http://gov.kz'), false],
    ['of addresses', address(10, 0, 0, 0, 255, 0, 0, 0), true],
    ['of one address without a mask', address(10, 0, 0, 0), false],
    ['of addresses under a mask with holes', address(10, 0, 0, 0, 255, 0, 255, 0), false],
    ['of distinguished names', kz, true],
    ['of a form that is not processed', registeredId(), true],
  ] as const)
    it(`${what} is ${is ? 'one' : 'none'}`, () => expect(isSubtree(read(base))).toBe(is))
})
