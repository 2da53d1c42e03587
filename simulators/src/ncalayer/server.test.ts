// NCALayer over its socket: the protocol, the automatic mode and every misbehaviour.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, MEMO } from '../demo/persons.ts'
import { PortBusyError } from '../listen.ts'
import { readHolder } from '../pki/holder.ts'
import { type DemoDir, keyOf, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { openPageSocket, type PageSocket } from '../testing/page-socket.ts'
import { readCms } from '../testing/read-cms.ts'
import { type NcaLayer, startNcaLayer } from './server.ts'

let demo: DemoDir
let ncalayer: NcaLayer
let page: PageSocket
beforeAll(async () => {
  demo = await makeDemoDir()
  const settings = { mode: 'auto' } as const
  ncalayer = await startNcaLayer({ port: 0, keys: [demo.keysDir], now: () => NOW, settings })
})
afterEach(() => {
  page?.close()
  ncalayer.script([])
  ncalayer.configure({ mode: 'auto', check: true, result: 'array', armour: 'pem', version: '1.4' })
})
afterAll(async () => {
  await ncalayer.close()
  demo.remove()
})

const DOCUMENT = Buffer.from('%PDF-1.7 the statement')

const greeted = async () => {
  page = await openPageSocket(ncalayer.url)
  await page.next()
  return page
}

type Overrides = { readonly args?: object; readonly signer?: object; readonly signing?: object }

function signRequest({ args, signer, signing }: Overrides = {}) {
  return {
    module: 'kz.gov.pki.knca.basics',
    method: 'sign',
    args: {
      format: 'cms',
      data: DOCUMENT.toString('base64'),
      signingParams: { decode: true, encapsulate: true, digested: false, tsaProfile: {}, ...signing },
      signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], iin: MAIN.iin, ...signer },
      locale: 'kk',
      ...args,
    },
  }
}

const CANCELLED = { body: {}, status: true }

function signatureIn(answer: unknown) {
  const { result } = (answer as { body: { result: string[] } }).body
  return readCms(result[0] ?? '')
}

describe('NCALayer', () => {
  it('greets first, with its version', async () => {
    page = await openPageSocket(ncalayer.url)
    expect(await page.next()).toBe('{"result":{"version":"1.4"}}')
  })

  it('signs the document with the key of the person asked for, in armour, in a list of one', async () => {
    const answer = await (await greeted()).ask(signRequest())
    expect(answer).toMatchObject({ status: true })
    const { result } = (answer as { body: { result: string[] } }).body
    expect(result).toHaveLength(1)
    expect(result[0]).toMatch(/^-----BEGIN CMS-----\n[A-Za-z0-9+/]+=*\n-----END CMS-----\n$/)
    const cms = signatureIn(answer)
    expect(cms.signatureHolds).toBe(true)
    expect(Buffer.from(cms.content ?? [])).toEqual(DOCUMENT)
    expect(readHolder(cms.certificate).iin).toBe(MAIN.iin)
  })

  it('signs in with an authentication key when that is asked for', async () => {
    ncalayer.configure({ mode: 'auto', person: MEMO.iin })
    const signer = { extKeyUsageOids: ['1.3.6.1.5.5.7.3.2', '1.2.398.3.3.4.1.1'], iin: '' }
    const { certificate } = signatureIn(await (await greeted()).ask(signRequest({ signer })))
    expect(readHolder(certificate)).toMatchObject({ iin: MEMO.iin })
    expect(readHolder(certificate).extKeyUsage).toContain('1.3.6.1.5.5.7.3.2')
  })

  it('answers several documents in their order, detached when asked', async () => {
    const data = ['YQ==', 'Yg==', 'Yw==']
    const answer = await (await greeted()).ask(signRequest({ args: { data }, signing: { encapsulate: 'false' } }))
    const { result } = (answer as { body: { result: string[] } }).body
    const digests = result.map(cms => Buffer.from(readCms(cms).messageDigest).toString('hex'))
    expect(new Set(digests).size).toBe(3)
    expect(result.map(cms => readCms(cms).content)).toEqual([undefined, undefined, undefined])
  })

  it('answers the requests of one page one after another', async () => {
    await greeted()
    for (const text of ['first', 'second']) page.send(signRequest({ args: { data: text }, signing: { decode: false } }))
    const contents = [signatureIn(await page.json()), signatureIn(await page.json())].map(({ content }) =>
      String(content && Buffer.from(content)),
    )
    expect(contents).toEqual(['first', 'second'])
  })

  it('answers a string without armour when it plays an old build', async () => {
    ncalayer.configure({ result: 'string', armour: 'bare', version: '1.2' })
    page = await openPageSocket(ncalayer.url)
    expect(await page.json()).toEqual({ result: { version: '1.2' } })
    const answer = (await page.ask(signRequest())) as { body: { result: string } }
    expect(answer.body.result).toMatch(/^MII/)
  })

  it('echoes a heartbeat', async () => {
    await greeted()
    page.send('--heartbeat--')
    expect(await page.next()).toBe('--heartbeat--')
  })

  for (const [what, frame] of [
    ['another module', { module: 'kz.gov.pki.knca.commonUtils', method: 'getActiveTokens' }],
    ['no module: the applet is switched off', { method: 'sign', args: {} }],
  ] as const) {
    it(`does not know ${what}`, async () => {
      expect(await (await greeted()).ask(frame)).toEqual({ success: false, errorCode: 'MODULE_NOT_FOUND' })
    })
  }

  it('says of what is not JSON that it is not', async () => {
    await greeted()
    for (const frame of ['not json', '[]', '42', '']) {
      expect(await page.ask(frame)).toEqual({ success: false, code: 'COMMON_JSON_WRAPPING_EXCEPTION' })
    }
  })

  it('has the port to itself', async () => {
    const port = Number(new URL(ncalayer.url).port)
    const second = startNcaLayer({ port, keys: [], now: () => NOW })
    await expect(second).rejects.toThrow(PortBusyError)
  })
})

describe('a request that NCALayer refuses', () => {
  for (const [what, code, details, change] of [
    [
      'signingParams is a number',
      'INVOCATION_ERROR',
      'JSONObject["signingParams"] is not a JSONObject.',
      { args: { signingParams: 555 } },
    ],
    [
      'signerParams is missing',
      'INVOCATION_ERROR',
      'JSONObject["signerParams"] not found.',
      { args: { signerParams: undefined } },
    ],
    [
      'the usages are missing',
      'INVOCATION_ERROR',
      'JSONObject["extKeyUsageOids"] not found.',
      { signer: { extKeyUsageOids: undefined } },
    ],
    ['a usage is a number', 'INVOCATION_ERROR', 'JSONArray[0] is not a String.', { signer: { extKeyUsageOids: [1] } }],
    ['the data are a number', 'INVOCATION_ERROR', 'JSONObject["data"] is not a string.', { args: { data: 5 } }],
    ['the data are missing', 'INVOCATION_ERROR', 'JSONObject["data"] not found.', { args: { data: undefined } }],
    ['the format is missing', 'INVOCATION_ERROR', 'JSONObject["format"] not found.', { args: { format: undefined } }],
    ['a flag is a word', 'INVOCATION_ERROR', 'JSONObject["decode"] is not a Boolean.', { signing: { decode: 'yes' } }],
    [
      'the storages are a string',
      'INVOCATION_ERROR',
      'JSONObject["allowedStorages"] is not a JSONArray.',
      { args: { allowedStorages: 'PKCS12' } },
    ],
    [
      'the chain is a string',
      'INVOCATION_ERROR',
      'JSONObject["chain"] is not a JSONArray.',
      { signer: { chain: 'x' } },
    ],
    ['the iin is a number', 'INVOCATION_ERROR', 'JSONObject["iin"] is not a string.', { signer: { iin: 1 } }],
    ['the data are not base64', 'INVOCATION_ERROR', 'Illegal base64 character', { args: { data: 'Өтініш' } }],
    ['the format is unknown', 'INVALID_SIGNING_PARAMS', 'undefined', { args: { format: 'jwt' } }],
    ['a digest should be encapsulated', 'INVALID_SIGNING_PARAMS', 'undefined', { signing: { digested: true } }],
    ['the logo is too long', 'INVALID_SIGNING_PARAMS', 'undefined', { args: { logo: 'A'.repeat(50_001) } }],
    ['XML is to be signed: not simulated', 'GENERAL_ERROR', 'undefined', { args: { format: 'xml', data: '<a/>' } }],
    ['a raw signature is wanted: not simulated', 'GENERAL_ERROR', 'undefined', { args: { format: 'raw' } }],
    [
      'the digest is of another length',
      'SIGNING_FAILURE',
      'undefined',
      { signing: { digested: true, encapsulate: false } },
    ],
  ] as const) {
    it(`because ${what}: ${code}`, async () => {
      const answer = (await (await greeted()).ask(signRequest(change))) as Record<string, unknown>
      expect(answer).toMatchObject({ status: false, code })
      expect(String(answer['details'])).toContain(details)
    })
  }

  it('because the method is unknown: GENERAL_ERROR', async () => {
    const frame = { module: 'kz.gov.pki.knca.basics', method: 'destroy', args: {} }
    expect(await (await greeted()).ask(frame)).toMatchObject({ status: false, code: 'GENERAL_ERROR' })
  })
})

describe('the automatic mode', () => {
  for (const [what, change] of [
    ['nobody has a key of this IIN', { signer: { iin: '000000000000' } }],
    ['no key is for all the usages', { signer: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.8'] } }],
    ['the site allows only tokens', { args: { allowedStorages: ['AKKaztokenStore'] } }],
    ['the BIN is of another company', { signer: { bin: '123456789021' } }],
    ['another serial number is asked for', { signer: { serialNumber: 'abcdef' } }],
  ] as const) {
    it(`closes the dialog when ${what}`, async () => {
      expect(await (await greeted()).ask(signRequest(change))).toEqual(CANCELLED)
    })
  }

  it('takes the named key, but only one that may be chosen', async () => {
    const expired = keyOf(demo, MAIN.iin, 'signing', 'expired').file
    ncalayer.configure({ mode: 'auto', key: expired })
    expect(await (await greeted()).ask(signRequest())).toEqual(CANCELLED)
    const allowed = await page.ask(signRequest({ signing: { allowExpired: true } }))
    expect(readHolder(signatureIn(allowed).certificate).notAfter < NOW).toBe(true)
  })

  it('takes the first of the named keys that fits: one to sign in with, one to sign with', async () => {
    const names = (['authentication', 'signing'] as const).map(purpose => keyOf(demo, MEMO.iin, purpose).file)
    ncalayer.configure({ mode: 'auto', key: names })
    const answer = await (await greeted()).ask(signRequest({ signer: { iin: MEMO.iin } }))
    expect(readHolder(signatureIn(answer).certificate).extKeyUsage).toContain('1.3.6.1.5.5.7.3.4')
  })

  for (const what of ['expired', 'not-yet-valid', 'company-head', 'foreign', 'revoked'] as const) {
    it(`signs with a key that is ${what} when checks are off`, async () => {
      ncalayer.configure({ mode: 'auto', key: keyOf(demo, MAIN.iin, 'signing', what).file, check: false })
      expect(signatureIn(await (await greeted()).ask(signRequest())).signatureHolds).toBe(true)
    })
  }

  it('finds a key by its serial number, hexadecimal or decimal', async () => {
    const [first] = [signatureIn(await (await greeted()).ask(signRequest()))]
    const hex = Buffer.from(readHolder(first?.certificate ?? new Uint8Array()).serial).toString('hex')
    for (const serialNumber of [hex, BigInt(`0x${hex}`).toString()]) {
      expect(await page.ask(signRequest({ signer: { serialNumber } }))).not.toEqual(CANCELLED)
    }
  })
})

describe('misbehaviour by script', () => {
  it('takes one step for each request and then signs again', async () => {
    ncalayer.script(['cancel', 'general-error', 'module-not-found'])
    await greeted()
    expect(await page.ask(signRequest())).toEqual(CANCELLED)
    expect(await page.ask(signRequest())).toMatchObject({ status: false, code: 'GENERAL_ERROR' })
    expect(await page.ask(signRequest())).toEqual({ success: false, errorCode: 'MODULE_NOT_FOUND' })
    expect(signatureIn(await page.ask(signRequest())).signatureHolds).toBe(true)
  })

  for (const [behaviour, code] of [
    ['invocation-error', 'INVOCATION_ERROR'],
    ['invalid-signing-params', 'INVALID_SIGNING_PARAMS'],
    ['signing-failure', 'SIGNING_FAILURE'],
  ] as const) {
    it(`${behaviour}: ${code}`, async () => {
      ncalayer.script([behaviour])
      expect(await (await greeted()).ask(signRequest())).toMatchObject({ status: false, code })
    })
  }

  it('sign-something-else: a good signature over another document', async () => {
    ncalayer.script(['sign-something-else'])
    const cms = signatureIn(await (await greeted()).ask(signRequest()))
    expect(cms.signatureHolds).toBe(true)
    expect(Buffer.from(cms.content ?? [])).not.toEqual(DOCUMENT)
  })

  it('wrong-person: a good signature over the document by somebody else', async () => {
    ncalayer.script(['wrong-person'])
    const cms = signatureIn(await (await greeted()).ask(signRequest()))
    expect(Buffer.from(cms.content ?? [])).toEqual(DOCUMENT)
    expect(readHolder(cms.certificate).iin).not.toBe(MAIN.iin)
  })

  it('garbage: a frame that is not JSON', async () => {
    ncalayer.script(['garbage'])
    await greeted()
    page.send(signRequest())
    const frame = await page.next()
    expect(() => JSON.parse(frame)).toThrow(SyntaxError)
  })

  it('close: the socket breaks off without an answer', async () => {
    ncalayer.script(['close'])
    await expect((await greeted()).ask(signRequest())).rejects.toThrow('closed 1006')
  })

  it('hang: no answer, while heartbeats go on', async () => {
    ncalayer.script(['hang'])
    await greeted()
    page.send(signRequest())
    page.send('--heartbeat--')
    expect(await page.next()).toBe('--heartbeat--')
  })

  it('late-greeting: greets only after the first request', async () => {
    ncalayer.script(['late-greeting'])
    page = await openPageSocket(ncalayer.url)
    page.send(signRequest())
    expect(await page.json()).toEqual({ result: { version: '1.4' } })
    expect(signatureIn(await page.json()).signatureHolds).toBe(true)
  })

  it('no-greeting: answers, but never greets', async () => {
    ncalayer.script(['no-greeting'])
    page = await openPageSocket(ncalayer.url)
    expect(signatureIn(await page.ask(signRequest())).signatureHolds).toBe(true)
  })
})
