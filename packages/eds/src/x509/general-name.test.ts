// The forms of names beside the subject, good and hostile. RFC 5280 §4.2.1.6.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import {
  concat,
  contextPrimitive,
  element,
  explicit,
  implicit,
  integer,
  oid,
  sequence,
  utf8String,
} from '../der/write.ts'
import { authorityName } from '../test-certificates.ts'
import { address, directory, dns, mail, registeredId, uri } from '../test-extensions.ts'
import { readGeneralNames } from './general-name.ts'

const other = implicit(0, sequence(oid('1.2.3'), explicit(0, utf8String('x'))))

describe('general names', () => {
  it('are read by their tags, in order', () => {
    const names = readGeneralNames(
      readDer(
        sequence(
          other,
          mail('a@b.kz'),
          dns('b.kz'),
          directory(authorityName('A')),
          uri('http://b.kz'),
          address(10, 0, 0, 1),
          registeredId(),
        ),
      ),
    )
    expect(names.map(({ form }) => form)).toEqual([
      'otherName',
      'rfc822Name',
      'dNSName',
      'directoryName',
      'uniformResourceIdentifier',
      'iPAddress',
      'registeredID',
    ])
    expect(names.map(name => ('text' in name ? name.text : ''))).toEqual([
      '',
      'a@b.kz',
      'b.kz',
      '',
      'http://b.kz',
      '',
      '',
    ])
  })

  for (const [what, bytes, code] of [
    ['none at all', sequence(), 'unexpected'],
    ['a name that is not DER', new TextEncoder().encode('example.com'), 'truncated'],
    ['a tag that is no form', sequence(contextPrimitive(9, Uint8Array.of(1))), 'unexpected'],
    ['a form in the wrong class', sequence(integer(1)), 'unexpected'],
    ['a mailbox that is constructed', sequence(explicit(1, integer(1))), 'unexpected'],
    ['a host that is not ASCII', sequence(contextPrimitive(2, Uint8Array.of(0xd1, 0x82))), 'string-malformed'],
    ['a directory name that is no name', sequence(explicit(4, integer(1))), 'unexpected'],
    ['two names in one', sequence(explicit(4, concat(authorityName('A'), authorityName('B')))), 'unexpected'],
    ['a set of names', element(0x31, dns('b.kz')), 'unexpected'],
  ] as const)
    it(`are refused: ${what}`, () =>
      expect(() => readGeneralNames(readDer(bytes))).toThrow(expect.objectContaining({ code })))
})
