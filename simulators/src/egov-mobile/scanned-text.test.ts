// Which texts the app follows: its own prefix or its own link, https on a domain of its list, nothing else.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { vectors } from '../testing/vectors.ts'
import { readScannedText } from './scanned-text.ts'
import { openNotebook } from './violation.ts'

const DOMAINS = ['cabinet.example.kz', 'http://127.0.0.1:8080']
const ID = '3f6c2c1e9a7b4d0d8b1a5e2f7c6d4b3a'
const OURS = `https://cabinet.example.kz/mgovSign/${ID}`
const link = (url: string, rest = '') => `https://m.egov.kz/mobileSign/?link=${encodeURIComponent(url)}${rest}`

function read(text: string, domains: readonly string[] = DOMAINS) {
  const notes = openNotebook()
  const scanned = readScannedText(notes.place('1.1', 'QR'), text, domains)
  return { scanned: scanned && `${scanned.by} ${scanned.operation}`, violations: notes.violations() }
}

describe('followed', () => {
  it.each([
    ['the prefix', `mobileSign:${OURS}`, `qr ${OURS}`],
    [
      'mgovSign in the query',
      'mobileSign:https://cabinet.example.kz/x?mgovSign',
      'qr https://cabinet.example.kz/x?mgovSign',
    ],
    [
      'an origin that is listed',
      `mobileSign:http://127.0.0.1:8080/qr/v1/mgovSign/${ID}`,
      `qr http://127.0.0.1:8080/qr/v1/mgovSign/${ID}`,
    ],
    ['the link', link(OURS), `link ${OURS}`],
    [
      'the link with the names of the app',
      link(OURS, '&isi=1476128386&ibi=kz.egov.mobile&apn=kz.mobile.mgov'),
      `link ${OURS}`,
    ],
    ['the link without the last slash', link(OURS).replace('/?', '?'), `link ${OURS}`],
    ['a link to an address with parameters', link(`${OURS}?a=1&b=2`), `link ${OURS}?a=1&b=2`],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual({ scanned: expected, violations: [] })
  })
})

describe('not followed', () => {
  it.each([
    ['no prefix', OURS, '1.1', /mobileSign:/],
    ['a prefix in small letters', `mobilesign:${OURS}`, '1.1', /mobileSign:/],
    ['a space after the prefix', `mobileSign: ${OURS}`, '1.1', /absolute/],
    ['a space inside', `mobileSign:${OURS} `, '1.1', /space/],
    ['plain http', `mobileSign:http://cabinet.example.kz/mgovSign/${ID}`, '1.1', /not https/],
    ['plain http on the port of another origin', `mobileSign:http://127.0.0.1:8081/mgovSign/${ID}`, '1.1', /not https/],
    ['the listed origin by another name', `mobileSign:http://localhost:8080/mgovSign/${ID}`, '1.1', /not https/],
    [
      'https on the origin that is listed as http',
      `mobileSign:https://127.0.0.1:8080/mgovSign/${ID}`,
      '1.1',
      /port 8080/,
    ],
    ['another port', `mobileSign:https://cabinet.example.kz:444/mgovSign/${ID}`, '1.1', /port 444/],
    [
      'a domain that is not listed',
      `mobileSign:https://cabinet.example.org/mgovSign/${ID}`,
      '1.1',
      /not on the app's list/,
    ],
    [
      'a domain below a listed one',
      `mobileSign:https://a.cabinet.example.kz/mgovSign/${ID}`,
      '1.1',
      /not on the app's list/,
    ],
    ['a domain that ends like a listed one', `mobileSign:https://evilcabinet.example.kz/mgovSign/${ID}`, '1.1', /list/],
    [
      'a listed domain as a user name',
      `mobileSign:https://cabinet.example.kz@example.org/mgovSign/${ID}`,
      '1.1',
      /a name/,
    ],
    ['a fragment', `mobileSign:${OURS}#a`, '1.1', /fragment/],
    ['an address without mgovSign', 'mobileSign:https://cabinet.example.kz/qr/1', '1.1', /mgovSign/],
    ['a script', 'mobileSign:javascript:alert(1)//mgovSign', '1.1', /absolute/],
    ['nothing', '', '1.1', /mobileSign:/],
    ['a link over http', link(OURS).replace('https:', 'http:'), '1.2', /m\.egov\.kz/],
    ['a link of another site of egov', link(OURS).replace('m.egov', 'my.egov'), '1.2', /m\.egov\.kz/],
    ['a link to another page', link(OURS).replace('mobileSign', 'sign'), '1.2', /mobileSign/],
    ['a link with nothing in it', 'https://m.egov.kz/mobileSign/', '1.2', /no link/],
    ['a link that is not encoded', `https://m.egov.kz/mobileSign/?link=${OURS}`, '1.2', /not encoded/],
    ['a link with the prefix of a QR', link(`mobileSign:${OURS}`), '1.1', /absolute/],
    ['a link to an address of plain http', link(`http://cabinet.example.kz/mgovSign/${ID}`), '1.1', /not https/],
  ] as const)('%s', (_, text, section, problem) => {
    const { scanned, violations } = read(text)
    expect(scanned).toBeUndefined()
    expect(violations).toEqual([{ section, where: expect.any(String), problem: expect.stringMatching(problem) }])
  })

  it('anything, when no domain is listed', () => {
    expect(read(`mobileSign:${OURS}`, []).scanned).toBeUndefined()
  })
})

type Links = {
  readonly current: string
  readonly withStore: string
  readonly businessUnverified: string
  readonly obsolete: string[]
}
const folder = vectors('protocols/messages/egov-qr')

describe.skipIf(!folder)('the sample texts', () => {
  const sample = (file: string): unknown => JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8'))

  it('are followed when they are of today', () => {
    const { text } = sample('qr-text.json') as { readonly text: string }
    const { current, withStore } = sample('launch-links.json') as Links
    for (const today of [text, current, withStore]) expect(read(today).violations).toEqual([])
  })

  it('are not when they have ended, or belong to another app', () => {
    const { obsolete, businessUnverified } = sample('launch-links.json') as Links
    expect(obsolete).toHaveLength(3)
    for (const ended of obsolete) expect(read(ended).violations).toMatchObject([{ section: '1.2' }])
    expect(read(businessUnverified).violations).toMatchObject([{ section: '1.2' }])
  })
})
