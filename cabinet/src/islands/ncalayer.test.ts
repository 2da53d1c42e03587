// The NCALayer client against recorded and documented frames, and against everything that goes wrong between two programs.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ncaLayer, type Outcome, type Phase } from './ncalayer.ts'
import type { Ask } from './ncalayer-frames.ts'

const ROOT = new URL('../../../', import.meta.url).pathname
const SAMPLES = path.resolve(ROOT, process.env['OTINISH_VECTORS'] ?? '../shared', 'protocols/messages/ncalayer')

const DER = 'MIABAgME' // base64 that begins as a DER SEQUENCE
const PLACEHOLDER = 'TU9DSy1DTVMtREVS' // stands for a signature in the samples, and is none
const GREETING = '{"result":{"version":"1.4"}}'
const ASK: Ask = { data: 'YQ==', extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], timestamp: true, locale: 'kk' }

/** As much of a WebSocket as the client uses, moved by the test. */
class FakeSocket {
  onopen: () => void = () => {}
  onclose: () => void = () => {}
  onmessage: (event: { data: unknown }) => void = () => {}
  readonly sent: string[] = []
  closed = false
  send(text: string): void {
    this.sent.push(text)
  }
  close(): void {
    this.closed = true
    this.onclose()
  }
  say(text: string): void {
    this.onmessage({ data: text })
  }
}

function asked(ask: Ask = ASK) {
  const socket = new FakeSocket()
  const opened: string[] = []
  const client = ncaLayer('wss://127.0.0.1:13579/', address => {
    opened.push(address)
    return socket as unknown as WebSocket
  })
  const phases: Phase[] = []
  const outcome = client.sign(ask, phase => phases.push(phase))
  return { socket, client, outcome, phases, opened }
}

function greeted(ask?: Ask) {
  const call = asked(ask)
  call.socket.onopen()
  call.socket.say(GREETING)
  return call
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('asking NCALayer', () => {
  it('opens no socket until it is asked to sign', () => {
    const open = vi.fn()
    ncaLayer('wss://127.0.0.1:13579/', open)
    expect(open).not.toHaveBeenCalled()
  })

  it('asks for one attached CMS of the decoded bytes, by the signing key of the person, with a time stamp', () => {
    const { socket } = greeted({ ...ASK, iin: '123456789011', store: 'PKCS12' })
    expect(socket.sent.map(text => JSON.parse(text))).toEqual([
      {
        module: 'kz.gov.pki.knca.basics',
        method: 'sign',
        args: {
          allowedStorages: ['PKCS12'],
          format: 'cms',
          data: 'YQ==',
          signingParams: { decode: true, encapsulate: true, digested: false, tsaProfile: {} },
          signerParams: { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4'], iin: '123456789011', chain: null },
          locale: 'kk',
        },
      },
    ])
  })

  it('leaves out the store and the time stamp when none is asked for', () => {
    const { args } = JSON.parse(greeted({ ...ASK, timestamp: false }).socket.sent[0] ?? '')
    expect(args).not.toHaveProperty('allowedStorages') // an empty list is not allowed either
    expect(args.signingParams).not.toHaveProperty('tsaProfile')
  })

  it('waits for the greeting before it asks', () => {
    const { socket, phases } = asked()
    socket.onopen()
    expect(socket.sent).toEqual([])
    socket.say(GREETING)
    expect(socket.sent).toHaveLength(1)
    expect(phases).toEqual(['connecting', 'waiting'])
  })

  it('asks all the same after five seconds without a greeting, once, and knows the greeting when it comes late', async () => {
    const { socket, outcome } = asked()
    socket.onopen()
    vi.advanceTimersByTime(5_000)
    socket.say(GREETING)
    expect(socket.sent).toHaveLength(1)
    socket.say(JSON.stringify({ status: true, body: { result: [DER] } }))
    expect(await outcome).toEqual({ is: 'signed', cms: DER })
  })
})

describe('a conversation with NCALayer that fails', () => {
  it('says that NCALayer cannot be reached after five seconds without a connection', async () => {
    const { outcome, socket } = asked()
    vi.advanceTimersByTime(5_000)
    expect(await outcome).toEqual({ is: 'unreachable' })
    expect(socket.closed).toBe(true)
  })

  it('says that NCALayer cannot be reached when the connection is refused', async () => {
    const { outcome, socket } = asked()
    socket.onclose()
    expect(await outcome).toEqual({ is: 'unreachable' })
  })

  it('says the same when the browser throws instead of connecting', async () => {
    const client = ncaLayer('no address', () => {
      throw new SyntaxError('invalid URL')
    })
    expect(await client.sign(ASK)).toEqual({ is: 'unreachable' })
  })

  it('waits ten minutes for the person, and no longer', async () => {
    const { outcome, socket } = greeted()
    vi.advanceTimersByTime(10 * 60_000 - 1)
    expect(socket.closed).toBe(false)
    vi.advanceTimersByTime(1)
    expect(await outcome).toEqual({ is: 'timed-out' })
  })

  it('never sends again when the connection breaks mid-way, and says that nothing was signed here', async () => {
    const { outcome, socket, opened } = greeted()
    socket.onclose()
    expect(await outcome).toEqual({ is: 'interrupted' })
    vi.advanceTimersByTime(20 * 60_000)
    expect(socket.sent).toHaveLength(1)
    expect(opened).toHaveLength(1)
  })
})

describe('waiting for NCALayer', () => {
  it('stops when the person says so', async () => {
    const { client, outcome, socket } = greeted()
    client.stop()
    expect(await outcome).toEqual({ is: 'stopped' })
    expect(socket.closed).toBe(true)
  })

  it('ignores an answer that comes after the person stopped waiting', async () => {
    const { client, outcome, socket } = greeted()
    client.stop()
    socket.say(JSON.stringify({ status: true, body: { result: [DER] } }))
    expect(await outcome).toEqual({ is: 'stopped' })
  })

  it('keeps one request at a time: a second call has the same outcome', async () => {
    const { client, outcome, socket, opened } = greeted()
    const second = client.sign(ASK)
    socket.say(JSON.stringify({ status: true, body: { result: DER } }))
    expect(await second).toEqual(await outcome)
    expect(opened).toHaveLength(1)
  })

  it('can be asked again afterwards, over a new socket', async () => {
    const { client, outcome, socket, opened } = greeted()
    socket.say(JSON.stringify({ status: true, body: {} }))
    await outcome
    client.sign(ASK)
    expect(opened).toHaveLength(2)
  })

  it('takes no answer for its own before it has asked', async () => {
    const { outcome, socket, client } = asked()
    socket.onopen()
    socket.say(JSON.stringify({ status: true, body: { result: [DER] } }))
    client.stop()
    expect(await outcome).toEqual({ is: 'stopped' })
  })
})

describe('an answer of NCALayer', () => {
  for (const [frame, because] of [
    ['--heartbeat--', 'an echoed heartbeat'],
    ['{}', 'an empty object'],
    ['null', 'JSON that is no object'],
    ['<html>', 'not JSON'],
    ['{"result":{"version":"1.4"}}', 'a second greeting'],
  ] as const)
    it(`is still waited for after ${because}`, async () => {
      const { outcome, socket } = greeted()
      socket.say(frame)
      socket.say(JSON.stringify({ status: true, body: { result: [DER] } }))
      expect(await outcome).toEqual({ is: 'signed', cms: DER })
    })

  for (const [body, expected, because] of [
    [{ result: `-----BEGIN CMS-----\nMIAB\r\nAgME\n-----END CMS-----\n` }, { is: 'signed', cms: DER }, 'PEM'],
    [{ result: [`-----BEGIN CMS-----\n${DER}\n-----END CMS-----`] }, { is: 'signed', cms: DER }, 'PEM in an array'],
    [{ result: DER }, { is: 'signed', cms: DER }, 'bare base64'],
    [{ result: null }, { is: 'cancelled' }, 'a null result'],
    [{ result: [] }, { is: 'unreadable' }, 'no signature in the array'],
    [{ result: [DER, DER] }, { is: 'unreadable' }, 'two signatures for one document'],
    [{ result: '<xml/>' }, { is: 'unreadable' }, 'not base64'],
    [{ result: 'AAAA' }, { is: 'unreadable' }, 'not a DER SEQUENCE'],
    [{ result: 7 }, { is: 'unreadable' }, 'a number'],
  ] as const)
    it(`ends as ${expected.is} when the result is ${because}`, async () => {
      const { outcome, socket } = greeted()
      socket.say(JSON.stringify({ status: true, body }))
      expect(await outcome).toEqual(expected)
    })
})

/** How each recorded or documented talk ends for a client that asked for one CMS; those of other modules too. */
const EXPECTED: Readonly<Record<string, Outcome['is']>> = {
  greeting: 'stopped',
  'greeting-1_1': 'stopped',
  'greeting-1_2': 'stopped',
  'greeting-1_3': 'stopped',
  heartbeat: 'stopped',
  'bad-json': 'failed',
  'module-not-found': 'outdated',
  'sign-all-storages': 'signed',
  'sign-cancelled': 'cancelled',
  'sign-cms-attached-array-result': 'signed',
  'sign-cms-attached-string-result': 'signed',
  'sign-cms-detached': 'signed',
  'sign-cms-hash': 'signed',
  'sign-cms-login-nonce': 'signed',
  'greeting-late': 'signed',
  'tolerated-user-canceled': 'cancelled',
  'sign-cms-many': 'unreadable',
  'sign-error-general-error': 'failed',
  'sign-error-invalid-signing-params': 'failed',
  'sign-error-signing-failure': 'failed',
  'sign-invocation-error': 'failed',
  'sign-raw-with-cert': 'unreadable',
  'sign-test-certificates': 'signed',
  'sign-with-logo': 'signed',
  'sign-xml-login': 'unreadable',
  'sign-xml-many': 'unreadable',
  'accessory-get-bundles': 'stopped',
  'accessory-show-settings': 'stopped',
  'cu-cades': 'unreadable',
  'cu-cancelled': 'cancelled',
  'cu-change-locale': 'unreadable',
  'cu-error-no-message': 'failed',
  'cu-get-active-tokens-none': 'unreadable',
  'cu-get-active-tokens-one': 'unreadable',
  'cu-get-key-info': 'unreadable',
  'cu-sign-xml': 'unreadable',
  'cu-storage-empty': 'failed',
  'cu-storage-unknown': 'failed',
  'cu-storagename-param-empty': 'failed',
  'cu-type-mismatch': 'failed',
  'kaztoken-probe': 'unreadable',
}

type Frame = { readonly dir: string; readonly json?: unknown; readonly text?: string }
type Sample = { readonly frames: readonly Frame[] }

const present = existsSync(SAMPLES)
if (!present) console.log(`ncalayer: no samples in ${SAMPLES}; set OTINISH_VECTORS`)
const samples = present
  ? readdirSync(SAMPLES).map(file => [path.basename(file, '.json'), readSample(file)] as const)
  : []

describe.skipIf(!present)('samples of NCALayer', () => {
  for (const [name, sample] of samples)
    it(`${name} ends in a typed state`, async () => expect((await play(sample)).is).toBe(EXPECTED[name]))

  it('are all in the table', () => {
    const known = samples.filter(([name]) => name in EXPECTED)
    console.log(`ncalayer: ${known.length} of ${samples.length} samples end in a typed state`)
    expect(samples.map(([name]) => name).sort()).toEqual(Object.keys(EXPECTED).sort())
  })
})

/** Plays NCALayer's side of a talk; where it ends without an answer the person stops waiting. */
async function play({ frames }: Sample): Promise<Outcome> {
  const { client, outcome, socket } = asked()
  socket.onopen()
  const request = frames.findIndex(({ dir, json }) => dir === 'page->ncalayer' && json !== undefined)
  frames.forEach((frame, i) => {
    if (i === request && socket.sent.length === 0) vi.advanceTimersByTime(5_000)
    if (frame.dir === 'ncalayer->page') socket.say(frame.text ?? JSON.stringify(frame.json))
  })
  client.stop()
  return outcome
}

function readSample(file: string): Sample {
  return JSON.parse(readFileSync(path.join(SAMPLES, file), 'utf8').replaceAll(PLACEHOLDER, DER))
}
