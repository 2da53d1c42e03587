// The commands in process: files, options, exit codes, what is printed.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { detachContent } from '../cades/detach-content.ts'
import { ASIC_S, MIMETYPE, SIGNATURE } from '../container/open-container.ts'
import { zip } from '../container/test-zip.ts'
import { utf8String } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { rsaKey } from '../test-keys.ts'
import { main } from './main.ts'

const root = make.makeRoot(rsaKey('command root'))
const person = make.makePerson(root, rsaKey('command person'))
const pem = (label: string, der: Uint8Array) =>
  Buffer.from(`-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`)

function asics(document: Uint8Array): Uint8Array {
  const signature = detachContent(cms.makeCms([person]))
  const type = { name: MIMETYPE, content: Buffer.from(ASIC_S) }
  return zip([type, { name: 'statement.pdf', content: document }, { name: SIGNATURE, content: signature }])
}

const FILES = new Map<string, Uint8Array>([
  ['good.cms', cms.makeCms([person])],
  ['good.pem', pem('CMS', cms.makeCms([person]))],
  ['good.b64', Buffer.from(Buffer.from(cms.makeCms([person])).toString('base64'))],
  ['detached.cms', cms.makeCms([person], { detached: true })],
  ['broken.cms', cms.makeCms([person], { oneSigner: { signature: usual => usual.toReversed() } })],
  ['document', cms.DOCUMENT],
  ['good.asics', asics(cms.DOCUMENT)],
  ['changed.asics', asics(cms.DOCUMENT.with(0, 1))],
  ['evidence.zip', zip([{ name: 'README.txt' }, { name: 'withdrawal.asics', content: asics(cms.DOCUMENT) }])],
  ['garbage', Buffer.from('not a signature')],
  ['root.cer', root.certificate.encoded],
  ['person.pem', pem('CERTIFICATE', person.certificate.encoded)],
  ['trust/root.cer', root.certificate.encoded],
  ['trust/README', Buffer.from('how to get them')],
  ['empty/README', Buffer.from('nothing')],
  ['bad/root.cer', utf8String('no certificate')],
  ['-', cms.makeCms([person])],
])

async function run(line: string) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await main(line.split(' ').filter(Boolean), {
    read: path => FILES.get(path) ?? fail('ENOENT'),
    list: path => {
      const inside = [...FILES.keys()].filter(name => name.startsWith(`${path}/`))
      return inside.length > 0 ? inside : FILES.has(path) ? undefined : fail('ENOENT')
    },
    post: () => fail('ECONNREFUSED'),
    out: text => out.push(text),
    err: text => err.push(text),
    now: () => make.NOON,
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

function fail(code: string): never {
  throw Object.assign(new Error(code), { code })
}

describe('eds verify', () => {
  for (const [line, exitCode, because] of [
    ['verify good.cms --anchors root.cer', 0, 'it is valid'],
    ['verify good.pem --anchors root.cer', 0, 'PEM is recognised'],
    ['verify good.b64 --anchors root.cer', 0, 'base64 is recognised'],
    ['verify - --anchors root.cer', 0, 'it comes by standard input'],
    ['verify good.cms --anchors trust', 0, 'anchors may be a directory'],
    ['verify good.asics --anchors root.cer', 0, 'a container has both'],
    ['verify evidence.zip --anchors root.cer', 0, 'the container is in an archive'],
    ['verify changed.asics --anchors root.cer', 1, 'the document in the container was changed'],
    ['verify good.asics --anchors root.cer --content document', 64, 'the document is in it already'],
    ['verify good.cms --anchors person.pem', 0, 'the certificate itself is pinned'],
    ['verify good.cms --anchors root.cer --content document --purpose signing', 0, 'content and purpose fit'],
    ['verify detached.cms --anchors root.cer --content document', 0, 'the content is given'],
    ['verify detached.cms --anchors root.cer', 2, 'the content is missing'],
    ['verify good.cms --anchors root.cer --at 2028-01-01', 2, 'the certificate has expired'],
    ['verify broken.cms --anchors root.cer', 1, 'the signature is broken'],
    ['verify garbage --anchors root.cer', 1, 'it is not a signature'],
    ['verify good.cms --anchors root.cer --content garbage', 1, 'the content is another'],
    ['verify good.cms --anchors root.cer --purpose authentication', 1, 'the purpose is another'],
    ['verify good.cms broken.cms detached.cms --anchors root.cer', 1, 'one of several is invalid'],
    ['verify good.cms detached.cms --anchors root.cer', 2, 'one of several is indeterminate'],
  ] as const)
    it(`exits ${exitCode}: ${because}`, async () => expect((await run(line)).exitCode).toBe(exitCode))
})

describe('eds verify of a container', () => {
  const sha256 = createHash('sha256').update(cms.DOCUMENT).digest('hex')

  it('says which document was judged, and how many files were not', async () => {
    const said = async (line: string) => (await run(line)).out.split('\n')[1]
    expect(await said('verify evidence.zip --anchors root.cer --lang en')).toBe(
      `  document: withdrawal.asics/statement.pdf, SHA-256 ${sha256}; other files, not checked: 1`,
    )
    expect(await said('verify evidence.zip --anchors root.cer --lang kk')).toContain('басқа файлдар саны: 1')
    expect(await said('verify evidence.zip --anchors root.cer --lang ru')).toContain('не проверялись: 1')
    expect(await said('verify good.cms --anchors root.cer --lang en')).not.toContain('document')
  })

  it('says so to programs, beside the report', async () => {
    const { out } = await run('verify evidence.zip --anchors root.cer --json')
    const document = { path: 'withdrawal.asics/statement.pdf', sha256, unchecked: 1 }
    expect(JSON.parse(out)).toMatchObject({ outcome: 'valid', document })
    expect(JSON.parse((await run('verify good.cms --anchors root.cer --json')).out)).not.toHaveProperty('document')
  })
})

describe('a command that is called wrongly', () => {
  for (const [line, sentence] of [
    ['', 'a command is needed'],
    ['sign good.cms', 'there is no command "sign"'],
    ['verify', 'name at least one file'],
    ['verify good.cms', '--anchors is needed'],
    ['verify good.cms --anchors', "'--anchors <value>' argument missing"],
    ['verify good.cms --anchors root.cer --loud', "Unknown option '--loud'"],
    ['verify nothing --anchors root.cer', 'nothing cannot be read (ENOENT)'],
    ['verify good.cms --anchors nothing', 'nothing cannot be read (ENOENT)'],
    ['verify good.cms --anchors empty', 'there is no certificate (.cer, .crt, .pem, .der) in empty'],
    ['verify good.cms --anchors bad', 'bad/root.cer is not a certificate'],
    ['verify good.cms --anchors root.cer --content nothing', 'nothing cannot be read (ENOENT)'],
    ['verify good.cms --anchors root.cer --at yesterday', '--at takes a time like'],
    ['verify good.cms --anchors root.cer --at 2026-13-01', '--at takes a time like'],
    ['verify good.cms --anchors root.cer --at 2026-02-30', '--at takes a time like'],
    ['verify good.cms --anchors root.cer --purpose signing --purpose any', '--purpose can be given only once'],
    ['verify detached.cms --anchors root.cer --content garbage --content document', '--content can be given only once'],
    ['verify good.cms --anchors root.cer --at 2026-11-22T12:00:00', '--at takes a time like'],
    ['verify good.cms --anchors root.cer --purpose fun', '--purpose is signing, authentication or any'],
    ['verify - --content - --anchors root.cer', 'standard input can be read only once'],
    ['verify good.cms --anchors root.cer --lang tr', '--lang is kk, ru or en, not "tr"'],
    [
      'verify good.cms --anchors root.cer --crl trust',
      'there is no list of revoked certificates (.crl, .pem, .der) in',
    ],
    ['verify good.cms --anchors root.cer --crl root.cer', 'root.cer is not a list of revoked certificates'],
    [
      'verify good.cms --anchors root.cer --ocsp trust',
      'there is no OCSP response (.ocsp, .ors, .resp, .der) in trust',
    ],
    ['verify good.cms --anchors root.cer --ocsp http://', '"http://" is not an http or https address'],
    ['verify good.cms --anchors root.cer --ocsp ftp://a.invalid', '"ftp://a.invalid" is not an http or https address'],
    ['verify good.cms --anchors root.cer --ocsp http://u:p@a.invalid', 'no address with a name or a password in it'],
    ['verify good.cms --anchors --json', "'--anchors' argument is ambiguous\n\n"],
    ['verify good.cms --anchors=', '"" cannot be read (ENOENT)'],
    ['verify garbage --anchors -', 'standard input is not a certificate'],
    ['verify --help --anchors root.cer', "Unknown option '--help'"],
    ['cert root.cer nothing', 'nothing cannot be read (ENOENT)'],
    ['inspect root.cer nothing', 'nothing cannot be read (ENOENT)'],
    ['verify good.cms --anchors root.cer --tsp-anchors empty', 'there is no certificate'],
    ['trust', 'eds trust knows one thing to do: check'],
    ['trust check empty', 'there is no certificate'],
    ['trust check trust --fingerprints document', 'document: line 1 does not begin with a SHA-256'],
  ] as const)
    it(`exits 64 after "${line}" and says: ${sentence}`, async () => {
      const { exitCode, out, err } = await run(line)
      expect(exitCode).toBe(64)
      expect(out).toBe('')
      expect(err).toContain(`eds: `)
      expect(err).toContain(sentence)
    })
})

describe('what eds verify prints', () => {
  it('is one object a line for several files', async () => {
    const lines = (await run('verify good.cms broken.cms --anchors root.cer --json')).out.split('\n')
    expect(lines.map(line => JSON.parse(line).outcome)).toEqual(['valid', 'invalid'])
  })

  it('tells people what was not checked', async () => {
    const { out } = await run('verify good.cms --anchors root.cer')
    expect(out.split('\n')[0]).toBe('good.cms: VALID')
    expect(out).toContain('revocation: not checked')
    expect(out).toContain('time stamp: none that counts')
    expect(out).toContain(`IIN ${make.TEST_IIN}`)
  })

  it('shows the control characters of a name instead of sending them to the terminal', async () => {
    const name = make.nameOf([['2.5.4.3', 'A\u001b[2J\u202eB']])
    const hostile = make.issue(root, { key: person.key, name })
    FILES.set('hostile.cms', cms.makeCms([hostile]))
    const { out } = await run('verify hostile.cms --anchors root.cer')
    expect(out).toContain('A\\u{1b}[2J\\u{202e}B')
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
  })
})

describe('eds cert', () => {
  it('tells what a certificate says, in JSON', async () => {
    const facts = JSON.parse((await run('cert person.pem --json')).out)
    expect(facts).toMatchObject({
      purpose: 'signing',
      roles: ['individual'],
      ca: false,
      person: { iin: make.TEST_IIN },
    })
  })

  it('tells the same for people', async () =>
    expect((await run('cert root.cer')).out).toContain('key usage: keyCertSign, cRLSign'))

  for (const [language, lines] of [
    [
      'kk',
      ['мақсаты: қол қоюға арналған', 'рөлдері: жеке тұлға', 'сертификат шығаруға құқылы: жоқ', `ЖСН ${make.TEST_IIN}`],
    ],
    [
      'ru',
      ['назначение: для подписи', 'роли: физическое лицо', 'вправе выпускать сертификаты: нет', `ИИН ${make.TEST_IIN}`],
    ],
  ] as const)
    it(`speaks ${language}`, async () => {
      const { out } = await run(`cert person.pem --lang ${language}`)
      for (const line of lines) expect(out).toContain(line)
    })

  it('exits 1 when it is none', async () => {
    expect(await run('cert garbage')).toMatchObject({ exitCode: 1, err: expect.stringContaining('der-invalid') })
  })
})

describe('eds inspect', () => {
  it('shows the structure, element by element', async () => {
    expect((await run('inspect good.cms')).out).toContain('OBJECT IDENTIFIER 1.2.840.113549.1.7.2')
    expect(JSON.parse((await run('inspect root.cer --json')).out)).toMatchObject({ type: 'SEQUENCE', offset: 0 })
  })

  it('opens what is inside a string of octets, and counts from the start of the file', async () => {
    const certificate = root.certificate.encoded
    const { out } = await run('inspect root.cer')
    const [, offset] = /^ *(\d+) +\d+ +\[3\]$/m.exec(out) ?? []
    expect(certificate[Number(offset)]).toBe(0xa3)
    const [, keyUsage] = /^ *(\d+) +2 +BIT STRING 0106$/m.exec(out) ?? []
    expect([...certificate.subarray(Number(keyUsage), Number(keyUsage) + 4)]).toEqual([0x03, 0x02, 0x01, 0x06])
  })

  for (const [language, kind] of [
    ['kk', 'қолтаңба (CMS SignedData)'],
    ['ru', 'подпись (CMS SignedData)'],
    ['en', 'CMS SignedData'],
  ] as const)
    it(`names what the file is in ${language}`, async () =>
      expect((await run(`inspect good.cms --lang ${language}`)).out.split('\n')[0]).toBe(kind))

  it('says at which byte it is not DER, and exits 1', async () => {
    expect(await run('inspect garbage')).toMatchObject({ exitCode: 1, err: expect.stringContaining('at byte') })
  })
})

describe('help', () => {
  for (const line of ['help', '--help', '-h', 'verify --help', 'cert -h'])
    it(`comes after "${line}"`, async () =>
      expect(await run(line)).toMatchObject({ exitCode: 0, out: expect.stringContaining('eds verify') }))
})
