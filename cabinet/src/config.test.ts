import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeClock } from './clock.ts'
import { readConfig } from './config.ts'

const DEMO = {
  MODE: 'demo',
  TRUST_DIR: 'trust',
  SEAL_KEY: 'seal.pem',
  GBDFL_URL: 'http://127.0.0.1:9000',
  OCSP_URL_GOST: 'http://127.0.0.1:9001/ocsp',
  OCSP_URL_RSA: 'http://127.0.0.1:9001/ocsp',
}

describe('the configuration', () => {
  it('of a demonstration needs little', () => {
    expect(readConfig(DEMO)).toMatchObject({
      MODE: 'demo',
      PORT: 8080,
      HOST: '127.0.0.1',
      DATA_DIR: 'data',
      LOG_LEVEL: 'info',
      REVOCATION: 'ocsp',
      CRL_DIR: 'data/crl',
      HOLD_HOURS: 24,
    })
  })

  it('lists every mistake at once', () => {
    const wrong = {
      MODE: 'demo',
      PORT: '99999',
      PUBLIC_URL: 'cabinet',
      SESSION_KEY: 'short',
      LOG_LEVEL: 'loud',
      CLOCK: 'noon',
      OCSP_URL_GOST: 'ocsp.pki.gov.kz',
      REVOCATION: 'off',
      CRL_URLS: 'http://crl.example.kz/a.crl, b.crl',
    }
    expect(() => readConfig(wrong)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /PORT[\s\S]*PUBLIC_URL[\s\S]*SESSION_KEY[\s\S]*SEAL_KEY: is not set[\s\S]*TRUST_DIR: is not set[\s\S]*REVOCATION[\s\S]*OCSP_URL_GOST: [\s\S]*OCSP_URL_RSA: is not set[\s\S]*CRL_URLS[\s\S]*GBDFL_URL: is not set[\s\S]*CLOCK[\s\S]*LOG_LEVEL/,
        ),
      }),
    )
  })

  it('takes an empty setting as one that is not set', () => {
    const config = readConfig({ ...DEMO, DATABASE_URL: '', PORT: '' })
    expect([config.PORT, config.DATABASE_URL]).toEqual([8080, undefined])
  })

  it('does so also beside a mistake', () => {
    const unsaid = { ...DEMO, MODE: '', NCALAYER_URL: '', PORT: 'many' }
    expect(() => readConfig(unsaid)).toThrow(/^(?=[\s\S]*PUBLIC_URL: required in production)(?![\s\S]*NCALAYER_URL)/)
  })

  it('takes two keys of a kind while they are rotated', () => {
    const [old, young] = ['0'.repeat(64), 'f'.repeat(64)]
    expect(readConfig({ ...DEMO, SESSION_KEY: `${young},${old}` }).SESSION_KEY).toEqual([young, old])
    expect(readConfig({ ...DEMO, EVIDENCE_KEY: `${young}, ${old}` }).EVIDENCE_KEY).toEqual([young, old])
  })

  it('takes the hours of the telephone as two times of day, and writes them as people do', () => {
    expect(readConfig({ ...DEMO, CONTACT_HOURS: '09:00-18:30' }).CONTACT_HOURS).toBe('09:00–18:30')
    for (const hours of ['9-18', '09:00-25:00', '09:00', 'always'])
      expect(() => readConfig({ ...DEMO, CONTACT_HOURS: hours })).toThrow('must be like 09:00-18:00')
  })

  it('takes the phone at the top of papers as people write it, and 1418 when none is set', () => {
    expect(readConfig(DEMO).ORGANISATION_PHONE).toBe('1418')
    for (const phone of ['1400', '+7 727 000 00 00', '8 (727) 000-00-00'])
      expect(readConfig({ ...DEMO, ORGANISATION_PHONE: phone }).ORGANISATION_PHONE).toBe(phone)
    for (const phone of ['call us', '14', 'tel:1418', '1418\n'])
      expect(() => readConfig({ ...DEMO, ORGANISATION_PHONE: phone })).toThrow('must be like 1418')
  })

  it('takes http for loopback alone', () => {
    expect(readConfig({ ...DEMO, PUBLIC_URL: 'http://localhost:8080' }).PUBLIC_URL).toBe('http://localhost:8080')
    expect(() => readConfig({ ...DEMO, PUBLIC_URL: 'http://cabinet.example.kz' })).toThrow('http is for loopback only')
  })
})

describe('a service that others can reach', () => {
  it('must say under which address, so that cookies are not sent in the clear unseen', () => {
    expect(() => readConfig({ ...DEMO, HOST: '0.0.0.0' })).toThrow('PUBLIC_URL: required when HOST is not loopback')
    expect(readConfig({ ...DEMO, HOST: '0.0.0.0', PUBLIC_URL: 'http://127.0.0.1:8080' }).HOST).toBe('0.0.0.0')
  })
})

describe('revocation lists', () => {
  const LISTS = { ...DEMO, REVOCATION: 'ocsp-or-crl' }

  it('need their addresses, one or more', () => {
    expect(() => readConfig(LISTS)).toThrow('CRL_URLS: required when REVOCATION is ocsp-or-crl')
    const CRL_URLS = 'http://crl.example.kz/a.crl, http://crl.example.kz/a_d.crl'
    expect(() => readConfig({ ...LISTS, CRL_URLS, CHECK_TIMEOUT_MS: '11999' })).toThrow(
      'CHECK_TIMEOUT_MS: at least 12000 when REVOCATION is ocsp-or-crl',
    )
    expect(readConfig({ ...LISTS, CRL_URLS, CRL_DIR: 'lists' })).toMatchObject({
      CRL_URLS: ['http://crl.example.kz/a.crl', 'http://crl.example.kz/a_d.crl'],
      CRL_DIR: 'lists',
    })
  })
})

describe('production', () => {
  const PRODUCTION = {
    ...DEMO,
    MODE: 'production',
    PUBLIC_URL: 'https://cabinet.example.kz',
    SESSION_KEY: '0'.repeat(64),
    EVIDENCE_KEY: '1'.repeat(64),
    SMTP_URL: 'smtp://mail.example.kz',
    MAIL_FROM: 'no-reply@example.kz',
    SMS_URL: 'https://sms.example.kz/send',
    ORGANISATION_BIN: '000000000000',
  }

  it('is what runs when nothing is said', () => {
    const { MODE: _, ...unsaid } = DEMO
    expect(() => readConfig(unsaid)).toThrow('PUBLIC_URL: required in production')
  })

  it('lists also what is wrong with whom it is to trust', () => {
    expect(() => readConfig({ ...PRODUCTION, PORT: 'many' })).toThrow(
      /^configuration:\n {2}PORT: [^\n]*\n {2}TRUST_DIR: no authority's certificate in trust\/signers$/,
    )
  })

  it.each([
    [{ PUBLIC_URL: 'http://127.0.0.1:8080' }, 'PUBLIC_URL: must be https'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL: required'],
    [{ SESSION_KEY: '' }, 'SESSION_KEY: required'],
    [{ EVIDENCE_KEY: '' }, 'EVIDENCE_KEY: required'],
    [{ CLOCK: '2024-11-05T00:00:00Z' }, 'CLOCK: not in production'],
    [{ NCALAYER_URL: 'ws://127.0.0.1:13579/' }, 'NCALAYER_URL: wss on loopback'],
    [{ NCALAYER_URL: 'wss://elsewhere.kz/' }, 'NCALAYER_URL: wss on loopback'],
    [{ SMS_URL: 'http://sms.example.kz/send' }, 'SMS_URL: must be https'],
    [{ GBDFL_URL: 'http://gbdfl.example.kz' }, 'GBDFL_URL: must be https'],
    [{ SMTP_URL: 'http://mail.example.kz' }, 'SMTP_URL: '],
    [{ MAIL_FROM: 'no-reply@example.kz, other@example.kz' }, 'MAIL_FROM: must be name <address@host>'],
    [{ MAIL_FROM: 'Өтініш\r\nBcc: x <no-reply@example.kz>' }, 'MAIL_FROM: must be name <address@host>'],
    [{ OCSP_URL_GOST: '' }, 'OCSP_URL_GOST: is not set'],
    [{ OCSP_URL_RSA: '' }, 'OCSP_URL_RSA: is not set'],
    [{ REVOCATION: 'off' }, 'REVOCATION: '],
    [{ TRUST_FINGERPRINTS: 'no-such-file' }, 'TRUST_FINGERPRINTS: no-such-file: it cannot be read'],
  ])('refuses %j', (difference, complaint) => {
    expect(() => readConfig({ ...PRODUCTION, ...difference })).toThrow(complaint)
  })
})

describe('the clock', () => {
  it('that was set to another time starts there and runs on', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const now = makeClock(new Date('2024-11-05T00:00:00Z'))
    expect(now()).toEqual(new Date('2024-11-05T00:00:00Z'))
    vi.advanceTimersByTime(90_000)
    expect(now()).toEqual(new Date('2024-11-05T00:01:30Z'))
  })
})
