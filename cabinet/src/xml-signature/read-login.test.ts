// An enveloped signature over a login: what holds, and every way in which something else might be read than was signed.
import { loginXml, signedXml } from '@otinish/simulators/egov-mobile/login-xml'
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, TODAY, testAuthority } from '../test-authority.ts'
import type { XmlFault } from './parse-xml.ts'
import { momentOf, readLogin } from './read-login.ts'

const URL_ = 'https://cabinet.example/qr/v1/mgovSign/AAAAAAAAAAAAAAAAAAAAAA/documents'
const authority = await testAuthority()
const rsa = await authority.authentication(AIGERIM)
const gost = authority.signing(AIGERIM)
const strangers = await authority.authentication(SERIK)
const good = loginXml(rsa, URL_, TODAY)
const inner = `<url>${URL_}</url><timeStamp>${TODAY.toISOString()}</timeStamp>`

/** Signed as it stands, so that nothing but its form is wrong. */
const signed = (xml: string) => signedXml(rsa, xml)
const put = (from: string | RegExp, to: string) => good.replace(from, () => to)
const signatureOf = (xml: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? ''
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'

describe('a login', () => {
  it.each([
    ['by an RSA key', good],
    ['by a GOST key', loginXml(gost, URL_, TODAY)],
    ['without an XML declaration', put(/^<\?xml.*\?>\n/, '')],
    [
      'with a declaration as Java writes it',
      put(/^<\?xml.*\?>\n/, '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'),
    ],
    ['written over several lines', signed(`<login>\n  ${inner.replace('><t', '>\n  <t')}\n</login>`)],
    [
      'with carriage returns in its base64, as xmlsec writes them',
      put('<ds:SignatureValue>', '<ds:SignatureValue>&#13;\n'),
    ],
  ])('%s holds', (_, xml) => {
    const { url, at } = readLogin(xml)
    expect([url, at]).toEqual([URL_, TODAY])
  })

  it('with a query in its address is read as it was meant', () => {
    const url = `${URL_}?a=1&b=<2>`
    expect(readLogin(loginXml(rsa, url, TODAY)).url).toBe(url)
  })
})

const OTHER_SHAPES: readonly [string, string][] = [
  ['no signature at all', `<login>${inner}</login>`],
  ['two signatures', put('</login>', `${signatureOf(good)}</login>`)],
  [
    'the signed login inside another',
    `<login>${good.replace(/^<\?xml.*\?>\n/, '')}${inner}${signatureOf(good)}</login>`,
  ],
  ['the signature first', `<login>${signatureOf(good)}${inner}</login>`],
  [
    'an object inside the signature',
    put('</ds:Signature>', `<ds:Object><login>${inner}</login></ds:Object></ds:Signature>`),
  ],
  [
    'a manifest for a reference',
    put('<ds:Reference URI="">', '<ds:Reference URI="" Type="http://www.w3.org/2000/09/xmldsig#Manifest">'),
  ],
  ['a reference by id', put('URI=""', 'URI="#signed"')],
  ['no URI', put(' URI=""', '')],
  ['two references', put('</ds:SignedInfo>', `${/<ds:Reference.*<\/ds:Reference>/s.exec(good)?.[0]}</ds:SignedInfo>`)],
  [
    'SignedInfo twice',
    put('<ds:SignatureValue>', `${/<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(good)?.[0]}<ds:SignatureValue>`),
  ],
  ['a third transform', put('</ds:Transforms>', `<ds:Transform Algorithm="${C14N}"></ds:Transform></ds:Transforms>`)],
  [
    'a transform with a program inside',
    put(/(enveloped-signature">)(<\/ds:Transform>)/, 'enveloped-signature"><x/></ds:Transform>'),
  ],
  ['the key by name', put(/<ds:X509Data>.*<\/ds:X509Data>/s, '<ds:KeyName>AUTH</ds:KeyName>')],
  ['two certificates', put('</ds:X509Data>', '<ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>')],
  ['a second address', signed(`<login><url>https://evil.example</url>${inner}</login>`)],
  ['an element inside the address', signed(`<login><url><b></b>${URL_}</url><timeStamp>1</timeStamp></login>`)],
  ['words between the elements', signed(`<login>Кіру${inner}</login>`)],
  ['an attribute of the login', signed(`<login role="admin">${inner}</login>`)],
  ['an attribute of the address', signed(`<login><url lang="kk">${URL_}</url><timeStamp>1</timeStamp></login>`)],
  ['a login of a namespace', signed(`<login xmlns="urn:x">${inner}</login>`)],
  ['another root', signed(`<logout>${inner}</logout>`)],
  ['a moment that is none', signed(`<login><url>${URL_}</url><timeStamp>кеше</timeStamp></login>`)],
  ['a namespace declared inside what is signed', put('<ds:SignedInfo>', '<ds:SignedInfo xmlns:x="urn:x">')],
  ['a declaration that the signature has beside its own', put('<ds:Signature ', '<ds:Signature xmlns:x="urn:x" ')],
  [
    'a signature of another namespace',
    put(/http:\/\/www.w3.org\/2000\/09\/xmldsig#"><ds:SignedInfo/, 'urn:x"><ds:SignedInfo'),
  ],
  ['base64 that is none', put('<ds:DigestValue>', '<ds:DigestValue>*')],
]

const OTHER_ALGORITHMS: readonly [string, string][] = [
  [
    'exclusive canonical XML',
    put(
      `CanonicalizationMethod Algorithm="${C14N}"`,
      'CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
    ),
  ],
  [
    'RSA with SHA-1',
    put('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
  ],
  [
    'a MAC by the certificate as its key',
    put('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
  ],
]

const FORBIDDEN: readonly [string, string][] = [
  ['a DTD', put('<login>', '<!DOCTYPE login [<!ENTITY u "https://evil.example">]><login>')],
  ['an entity of its own', put(URL_, '&u;')],
  ['a comment in the address', put(URL_, URL_.replace('/documents', '<!-- -->/documents'))],
  ['a CDATA section', put(URL_, `<![CDATA[${URL_}]]>`)],
  ['a processing instruction', put('<url>', '<?php ?><url>')],
  ['a declaration in the middle', put('<url>', '<?xml version="1.0"?><url>')],
  ['a NUL', put(URL_, `${URL_}\0`)],
]

const CHANGED: readonly [string, string, string][] = [
  ['another address', put(URL_, 'https://evil.example'), 'digest'],
  ['another moment', put(TODAY.toISOString(), '2026-06-16T08:00:00.000Z'), 'digest'],
  ['white space added to what was signed', put('</url>', '</url> '), 'digest'],
  ['another digest', put(/<ds:DigestValue>.{8}/, '<ds:DigestValue>AAAAAAAA'), 'signature-invalid'],
  ['another signature', put(/<ds:SignatureValue>.{8}/, '<ds:SignatureValue>AAAAAAAA'), 'signature-invalid'],
  [
    'somebody else’s certificate',
    put(/<ds:X509Certificate>[^<]*/, `<ds:X509Certificate>${Buffer.from(strangers.certificate).toString('base64')}`),
    'signature-invalid',
  ],
]

describe('is refused:', () => {
  const refused = (code: XmlFault | string) => (_: string, xml: string) =>
    expect(() => readLogin(xml)).toThrow(expect.objectContaining({ code }))
  it.each(OTHER_SHAPES)('%s (the shape)', refused('shape'))
  it.each(OTHER_ALGORITHMS)('%s (the algorithm)', refused('algorithm'))
  it.each(FORBIDDEN)('%s (read at all)', refused('forbidden'))
  it.each(CHANGED)('%s (%#)', (what, xml, code) => refused(code)(what, xml))
  it.each([
    ['nothing', ''],
    ['words', 'login'],
    ['half of it', good.slice(0, good.length / 2)],
    ['two documents', `${good}<login></login>`],
    ['tags that cross', put('</url><timeStamp>', '<timeStamp></url>')],
  ])('%s (unreadable)', (_, xml) => expect(() => readLogin(xml)).toThrow(expect.objectContaining({ name: 'XmlError' })))
  it('what is longer than any login', () => refused('too-long')('', `<login>${' '.repeat(40_000)}</login>`))
})

describe('the moment of a login', () => {
  it.each([
    '2026-06-16T12:00:00+05:00',
    '2026-06-16T12:00:00.000+0500',
    '2026-06-16T07:00:00Z',
    '2026-06-16T07:00:00.123456Z',
    '2026-06-16T12:00:00',
    '1781593200000',
    '1781593200',
  ])('is read from %s', text => expect(momentOf(text)?.toISOString().slice(0, 19)).toBe('2026-06-16T07:00:00'))
  it.each(['', '0', '16.06.2026 12:00', '2026-06-16', '2026-13-16T12:00:00Z', '-1781593200', '1e12'])(
    'is not read from «%s»',
    text => expect(momentOf(text)).toBeUndefined(),
  )
})
