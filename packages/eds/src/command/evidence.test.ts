// `eds verify` with what is asked for beside the signature: revocation by files and by a responder, time stamps, BER, languages.
import { afterEach, describe, expect, it } from 'vitest'
import { extendSignature } from '../cades/extend-signature.ts'
import { readSignedData } from '../cms/signed-data.ts'
import { crlEntry, encodeCrl, hoursFrom } from '../revocation/test-crl.ts'
import { type AnswerOptions, makeAnswer, makeOcspResponse, makeResponder } from '../revocation/test-ocsp.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { rsaKey } from '../test-keys.ts'
import { makeTimestampAuthority, makeToken } from '../tsp/test-timestamps.ts'
import { main } from './main.ts'
import { terminal } from './terminal.ts'
import { answering, type Behaviour, startResponder, type TestResponder } from './test-responder.ts'

const root = make.makeRoot(rsaKey('command root'))
const person = make.makePerson(root, rsaKey('command person'), { serial: 77n })
const responder = makeResponder(root, rsaKey('command responder'))
const stranger = make.makeRoot(rsaKey('command stranger'))
const clock = make.makeRoot(rsaKey('command clock'), 'CLOCK')
const authority = makeTimestampAuthority(clock, rsaKey('command time'))
const about = { certificate: person.certificate, issuer: root.certificate }
const revokedAt = hoursFrom(make.NOON, -2)
const signed = cms.makeCms([person])
const [signer] = readSignedData(signed).signers
const stamp = makeToken(authority, signer?.signature ?? new Uint8Array())

const answer = (options: AnswerOptions = {}) => makeOcspResponse(responder, [makeAnswer(about, options)])

const FILES = new Map<string, Uint8Array>([
  ['good.cms', signed],
  ['stamped.cms', extendSignature(signed, { timestamp: stamp })],
  ['old.cms', Buffer.concat([Buffer.from('3080', 'hex'), signed.subarray(4), Buffer.from('0000', 'hex')])],
  ['root.cer', root.certificate.encoded],
  ['clock.cer', clock.certificate.encoded],
  ['empty.crl', encodeCrl(root)],
  ['full.crl', encodeCrl(root, { entries: [crlEntry(77n)] })],
  ['old.crl', encodeCrl(root, { thisUpdate: hoursFrom(make.NOON, -48) })],
  ['lists/root.crl', encodeCrl(root)],
  ['good.ocsp', answer()],
  ['revoked.ocsp', answer({ says: { revokedAt } })],
  ['garbage.ocsp', Buffer.from('garbage')],
  ['answers/good.ors', answer()],
])

async function run(line: string) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await main(line.split(' '), {
    ...terminal(),
    read: path => FILES.get(path) ?? new Uint8Array(),
    list: path => {
      const inside = [...FILES.keys()].filter(name => name.startsWith(`${path}/`))
      return inside.length > 0 ? inside : undefined
    },
    out: text => out.push(text),
    err: text => err.push(text),
    now: () => make.NOON,
  })
  return { exitCode, out: out.join('\n'), err: err.join('\n') }
}

let server: TestResponder | undefined

async function askedOf(behaviour: Behaviour, options = '--json') {
  server = await startResponder(behaviour)
  return run(`verify good.cms --anchors root.cer --ocsp ${server.url} ${options}`)
}

afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('revocation by files', () => {
  for (const [options, exitCode, because] of [
    ['--crl empty.crl', 0, 'the list does not name the certificate'],
    ['--crl full.crl', 1, 'the list names it'],
    ['--crl old.crl', 2, 'the list is of the day before yesterday'],
    ['--crl lists', 0, 'the lists may be in a directory'],
    ['--crl old.crl --crl full.crl', 1, 'one of several lists names it'],
    ['--ocsp good.ocsp', 0, 'the kept answer is good'],
    ['--ocsp answers', 0, 'the answers may be in a directory'],
    ['--ocsp revoked.ocsp', 1, 'the kept answer is that it is revoked'],
    ['--ocsp garbage.ocsp', 2, 'what is no answer says nothing'],
    ['--ocsp good.ocsp --at 2026-11-22T13:00:00Z', 2, 'the kept answer is an hour too old'],
    ['--ocsp garbage.ocsp --crl empty.crl', 0, 'a list speaks where an answer does not'],
    ['--ocsp good.ocsp --crl full.crl', 1, 'whoever says revoked is believed first'],
  ] as const)
    it(`exits ${exitCode} with ${options}: ${because}`, async () =>
      expect((await run(`verify good.cms --anchors root.cer ${options}`)).exitCode).toBe(exitCode))
})

describe('a responder', () => {
  const respond = (options: AnswerOptions = {}, by = responder) =>
    answering(({ nonce }) => makeOcspResponse(by, [makeAnswer(about, options)], { nonce }))

  for (const [exitCode, because, behaviour] of [
    [0, 'says good', respond()],
    [1, 'says revoked', respond({ says: { revokedAt } })],
    [2, 'does not know the certificate', respond({ says: 'unknown' })],
    [2, 'is not the one of the issuer', respond({}, stranger)],
    [2, 'leaves out the nonce', answering(() => answer())],
    [
      2,
      'answers another request',
      answering(() => makeOcspResponse(responder, [makeAnswer(about)], { nonce: Buffer.alloc(32) })),
    ],
    [2, 'speaks of ten minutes ago', respond({ thisUpdate: hoursFrom(make.NOON, -1 / 6) })],
    [2, 'talks nonsense', answering(() => Buffer.from('nonsense'))],
    [2, 'says too much', answering(() => new Uint8Array(70_000))],
    [2, 'fails', (_, response) => response.writeHead(500).end()],
    [2, 'sends us elsewhere', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    [2, 'hangs up', (_, response) => response.destroy()],
  ] as const satisfies readonly (readonly [number, string, Behaviour])[])
    it(`that ${because} makes it exit ${exitCode}`, async () =>
      expect((await askedOf(behaviour)).exitCode).toBe(exitCode))

  it('is told who asks, and for what', async () => {
    let headers: object = {}
    await askedOf((asked, response) => {
      headers = asked.headers
      response.end()
    })
    expect(headers).toMatchObject({
      'content-type': 'application/ocsp-request',
      accept: 'application/ocsp-response',
      'user-agent': expect.stringMatching(/^Otinish/),
    })
  })

  it('that is not there is told about in a sentence', async () => {
    const { exitCode, err } = await run('verify good.cms --anchors root.cer --ocsp http://127.0.0.1:1')
    expect(exitCode).toBe(2)
    expect(err).toMatch(/^eds: http:\/\/127\.0\.0\.1:1 did not answer: \S/)
  })

  for (const [behaviour, why] of [
    [respond({ says: 'unknown' }), 'ocsp-certificate-unknown'],
    [answering(() => answer()), 'ocsp-nonce-mismatch'],
    [answering(() => Buffer.from('nonsense')), 'ocsp-malformed'],
  ] as const satisfies readonly (readonly [Behaviour, string])[])
    it(`that does not help: people are told why (${why})`, async () =>
      expect((await askedOf(behaviour, '--lang en')).out).toContain(`revocation: asked for, not known (${why})\n`))

  it('leaves its word in the report', async () => {
    const report = JSON.parse((await askedOf(respond())).out)
    expect(report.signers[0].revocation).toEqual({ status: 'good', source: 'ocsp', at: make.NOON.toISOString() })
  })
})

describe('a time stamp', () => {
  const LATER = '--at 2028-01-01'
  for (const [line, exitCode, because] of [
    [`stamped.cms --anchors root.cer --tsp-anchors clock.cer ${LATER}`, 0, 'it shows that the certificate was valid'],
    [`stamped.cms --anchors root.cer ${LATER}`, 2, 'nobody is trusted about the time'],
    [`stamped.cms --anchors root.cer --tsp-anchors root.cer ${LATER}`, 1, 'another is trusted about the time'],
    [`good.cms --anchors root.cer --tsp-anchors clock.cer ${LATER}`, 2, 'there is none'],
  ] as const)
    it(`makes it exit ${exitCode} when ${because}`, async () =>
      expect((await run(`verify ${line}`)).exitCode).toBe(exitCode))
})

describe('BER', () => {
  it('is read only when it is asked for', async () => {
    expect((await run('verify old.cms --anchors root.cer')).exitCode).toBe(1)
    expect((await run('verify old.cms --anchors root.cer --ber')).exitCode).toBe(0)
  })
})

describe('the report for people', () => {
  for (const [language, outcome, status, role] of [
    ['kk', 'ЖАРАМСЫЗ', 'КЕРІ ҚАЙТАРЫП АЛЫНҒАН (crl, ', 'рөлдері: жеке тұлға'],
    ['ru', 'НЕДЕЙСТВИТЕЛЬНА', 'ОТОЗВАН (crl, ', 'роли: физическое лицо'],
    ['en', 'INVALID', 'REVOKED (crl, ', 'roles: individual'],
  ] as const)
    it(`is in ${language} when that is asked for, with the same codes`, async () => {
      const { out } = await run(`verify good.cms --anchors root.cer --crl full.crl --lang ${language}`)
      expect(out.split('\n')[0]).toBe(`good.cms: ${outcome} (certificate-revoked)`)
      expect(out).toContain(status)
      expect(out).toContain(role)
      expect(out).not.toContain('undefined')
    })

  it('names the time stamp and whose it is', async () => {
    const { out } = await run('verify stamped.cms --anchors root.cer --tsp-anchors clock.cer')
    expect(out).toContain(`time stamp: ${make.NOON.toISOString()}, TIME-STAMPING AUTHORITY, VALID`)
  })
})

describe('eds inspect', () => {
  FILES.set('token', stamp)
  for (const [file, kind] of [
    ['root.cer', 'certificate'],
    ['good.cms', 'CMS SignedData'],
    ['token', 'time-stamp token'],
    ['full.crl', 'list of revoked certificates (CRL)'],
    ['good.ocsp', 'OCSP response'],
  ] as const)
    it(`knows ${kind}`, async () => {
      expect((await run(`inspect ${file}`)).out.split('\n')[0]).toBe(kind)
      expect(JSON.parse((await run(`inspect ${file} --json`)).out)).toMatchObject({ kind })
    })
})
