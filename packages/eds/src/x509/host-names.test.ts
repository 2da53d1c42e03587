// Hosts, mailboxes and URIs as certificates may write them. RFC 5280 §4.2.1.6, §4.2.1.10, §7.2, §7.5.
import { describe, expect, it } from 'vitest'
import { isHostName, isHostPattern, isInDomain } from './dns-name.ts'
import { parseMailbox, sameMailbox } from './mailbox.ts'
import { hostOfUri, isAbsoluteUri } from './uri-host.ts'

describe('a host name', () => {
  for (const [text, is] of [
    ['example.com', true],
    ['xn--80ak6aa92e.com', true],
    ['3com.com', true],
    ['localhost', true],
    ['a'.repeat(63), true],
    ['', false],
    ['a'.repeat(64), false],
    [`${'a.'.repeat(127)}a`, false],
    ['.example.com', false],
    ['example.com.', false],
    ['example..com', false],
    ['-example.com', false],
    ['example-.com', false],
    ['under_score.com', false],
    ['*.example.com', false],
    ['127.0.0.1', false],
    ['exämple.com', false],
    ['example.com\u0000.kz', false],
    ['example.com\n', false],
  ] as const)
    it(`${JSON.stringify(text.slice(0, 30))} is ${is ? '' : 'not '}one`, () => expect(isHostName(text)).toBe(is))

  for (const [text, is] of [
    ['*.example.com', true],
    ['example.com', true],
    ['*', false],
    ['*.', false],
    ['a*.example.com', false],
    ['a.*.example.com', false],
    ['*.*.example.com', false],
  ] as const)
    it(`${text} is ${is ? '' : 'not '}a pattern of some`, () => expect(isHostPattern(text)).toBe(is))

  for (const [name, domain, is] of [
    ['example.com', 'example.com', true],
    ['a.b.EXAMPLE.com', 'Example.COM', true],
    ['anything.kz', '', true],
    ['badexample.com', 'example.com', false],
    ['com', 'example.com', false],
  ] as const)
    it(`${name} is ${is ? '' : 'not '}in the domain ${domain || 'of everybody'}`, () =>
      expect(isInDomain(name, domain)).toBe(is))
})

describe('a mailbox', () => {
  for (const text of ['a@b.kz', '*@b.kz', "o'neil+x@b.kz"])
    it(`${text} is one`, () => expect(parseMailbox(text)).toEqual({ local: text.split('@')[0], host: 'b.kz' }))

  for (const text of ['', 'a', '@b.kz', 'a@', 'a@b@c.kz', '"a@b"@c.kz', 'a b@c.kz', 'a@-c.kz', 'a@127.0.0.1', 'а@b.kz'])
    it(`${JSON.stringify(text)} is not one`, () => expect(parseMailbox(text)).toBeUndefined())

  it('is compared octet for octet before the @ and whatever the case behind it', () => {
    expect(sameMailbox({ local: 'a', host: 'B.kz' }, { local: 'a', host: 'b.KZ' })).toBe(true)
    expect(sameMailbox({ local: 'A', host: 'b.kz' }, { local: 'a', host: 'b.kz' })).toBe(false)
  })
})

describe('a URI', () => {
  for (const [text, host] of [
    ['http://pki.gov.kz/cert/nca_gost_2022.cer', 'pki.gov.kz'],
    ['HTTPS://User@Pki.Gov.kz:8443?x', 'Pki.Gov.kz'],
    ['ldap://pki.gov.kz', 'pki.gov.kz'],
    ['http://127.0.0.1/', undefined],
    ['http://[::1]/', undefined],
    ['http:///cert', undefined],
    ['http://a@b@pki.gov.kz/', undefined],
    ['http://pki.gov.kz\\@evil.kz/', undefined],
    ['mailto:a@b.kz', undefined],
    ['urn:oid:1.2.3', undefined],
    ['/cert', undefined],
    ['', undefined],
  ] as const)
    it(`${text || 'of nothing'} names ${host ?? 'no host'}`, () => expect(hostOfUri(text)).toBe(host))

  for (const [text, is] of [
    ['urn:oid:1.2.3', true],
    ['http://pki.gov.kz', true],
    ['pki.gov.kz/cert', false],
    ['http://pki.gov.kz/a b', false],
    ['http:', false],
  ] as const)
    it(`${text} is ${is ? '' : 'not '}absolute`, () => expect(isAbsoluteUri(text)).toBe(is))
})
