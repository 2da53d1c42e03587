// The environment, read once. A wrong one stops the start with every mistake listed.
import path from 'node:path'
import { z } from 'zod'
import { trustMistakes } from './signatures/allowed-trust.ts'

const DATABASE = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(), // absent: the embedded PostgreSQL
  MIGRATIONS_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(), // present: migrates at start
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(500).default(10),
  DATA_DIR: z.string().min(1).default('data'),
}

const HttpUrl = z.url({ protocol: /^https?$/ })

/** Whom a signature is checked with. What authorities answer is signed, so their addresses may be plain http, as they are. */
const SIGNATURES = {
  TRUST_DIR: z.string().min(1),
  TRUST_FINGERPRINTS: z.string().min(1).optional(), // a file; production: authorities allowed beside the national ones
  REVOCATION: z.enum(['ocsp', 'ocsp-or-crl']).default('ocsp'), // there is no "off"
  OCSP_URL_GOST: HttpUrl,
  OCSP_URL_RSA: HttpUrl,
  TSP_URL: HttpUrl.optional(), // absent: withdrawals are kept without a time stamp
  CRL_URLS: z
    .string()
    .transform(text => text.split(',').map(url => url.trim()))
    .pipe(z.array(HttpUrl))
    .default([]),
  CRL_DIR: z.string().min(1).optional(), // crl in DATA_DIR unless said otherwise
  AUTHORITY_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(3_000), // one attempt of a call
  CHECK_TIMEOUT_MS: z.coerce.number().int().min(500).max(25_000).default(20_000), // a whole check; 25 s: a lease is of 30
  HOLD_HOURS: z.coerce.number().positive().max(168).default(24), // a signature that nobody can check
}

/** How messages reach people. Absent only in demo and test, where a part of the service may run without them. */
const MESSAGES = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(), // smtps://user:password@host
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^([^<>@",;\r\n]+ <[^\s<>@",;]+@[^\s<>@",;]+>|[^\s<>@",;]+@[^\s<>@",;]+)$/, 'must be name <address@host>')
    .default('Өтініш <otinish@localhost>'),
  SMS_URL: HttpUrl.optional(), // the gateway's address for sending
  SMS_TOKEN: z.string().min(1).optional(),
}

/** Whose service this is: eGov Mobile shows it to the person who signs, and papers that are made here begin with it. */
const ORGANISATION = {
  ORGANISATION_BIN: z
    .string()
    .regex(/^\d{12}$/)
    .default('000000000000'),
  ORGANISATION_NAME_KK: z.string().min(1).max(200).default('«БЖЗҚ» АҚ'),
  ORGANISATION_NAME_RU: z.string().min(1).max(200).default('АО «ЕНПФ»'),
  ORGANISATION_NAME_EN: z.string().min(1).max(200).default('UAPF JSC'),
  CORE_SILENCE_HOURS: z.coerce.number().positive().max(720).default(12), // so long without a word, and the list says so
  CONTACT_HOURS: z // when 1418 answers, on working days; absent: pages do not say
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'must be like 09:00-18:00')
    .transform(hours => hours.replace('-', '–'))
    .optional(),
  ORGANISATION_ADDRESS_KK: z.string().min(1).max(200).optional(), // absent: papers are made without it
  ORGANISATION_ADDRESS_RU: z.string().min(1).max(200).optional(),
  ORGANISATION_ADDRESS_EN: z.string().min(1).max(200).optional(),
  ORGANISATION_PHONE: z
    .string()
    .regex(/^\+?\d[\d ()-]{2,19}$/, 'must be like 1418 or +7 727 000 00 00')
    .default('1418'),
  ORGANISATION_SITE: z.string().min(1).max(200).default('enpf.kz'),
}

/** Two while rotating, the new one first. */
const Keys = z
  .string()
  .transform(text => text.split(',').map(key => key.trim()))
  .pipe(
    z
      .array(z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits: openssl rand -hex 32'))
      .min(1)
      .max(2),
  )

/** Under which what proves a withdrawal is kept. */
const EVIDENCE = {
  EVIDENCE_KEY: Keys.optional(),
}

const WHEN = {
  MODE: z.enum(['production', 'demo', 'test']).default('production'),
  CLOCK: z.iso.datetime({ offset: true }).optional(), // demo and test: the moment at which the service's clock starts
}

const Environment = z.object({
  MODE: WHEN.MODE,
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  PUBLIC_URL: HttpUrl.optional(), // demo and test: http://127.0.0.1:PORT
  ...DATABASE,
  SESSION_KEY: Keys.optional(),
  ...EVIDENCE,
  SEAL_KEY: z.string().min(1), // a PEM file: the fund's RSA key and its certificate
  ...SIGNATURES,
  ...MESSAGES,
  ...ORGANISATION,
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0), // how many stand before us and add to X-Forwarded-For
  GBDFL_URL: HttpUrl,
  GBDFL_TOKEN: z.string().min(1).optional(),
  GBDFL_TIMEOUT_MS: z.coerce.number().int().min(100).max(30_000).default(3_000),
  CERTIFICATE_DAYS: z.coerce.number().int().min(1).max(3650).default(90), // a certificate of status can be checked so long
  PERSON_RECORD_HOURS: z.coerce.number().positive().max(720).default(24),
  NCALAYER_URL: z.url({ protocol: /^wss?$/ }).default('wss://127.0.0.1:13579/'),
  QR_AUTH: z.enum(['token', 'eds']).default('token'), // by what a phone is given a statement: the code, or its person's key
  STATISTICS_MIN_CASES: z.coerce.number().int().min(20).max(10_000).default(20), // so many persons stand behind a figure
  JOBS_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(5_000),
  CLOCK: WHEN.CLOCK,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

type Environment = z.infer<typeof Environment>

export type Config = Readonly<Omit<Environment, 'CLOCK' | 'CRL_DIR' | 'SESSION_KEY' | 'EVIDENCE_KEY'>> & {
  readonly CRL_DIR: string
  readonly CLOCK: Date | undefined
  readonly SESSION_KEY: readonly string[] | undefined // absent only in demo and test: one is made and kept in DATA_DIR
  readonly EVIDENCE_KEY: readonly string[] | undefined // likewise
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** The one place that reads the environment. Everything else is handed what it needs. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = withoutEmpty(environment)
  const read = Environment.safeParse(given)
  const mistakes = [...(read.success ? [] : unread(read.error)), ...mistakesBetween(given, read.data)]
  if (!read.success || mistakes.length > 0) throw new ConfigError(['configuration:', ...mistakes].join('\n  '))
  const { CLOCK, CRL_DIR = path.join(read.data.DATA_DIR, 'crl'), ...rest } = read.data
  const { SESSION_KEY, EVIDENCE_KEY } = read.data
  const at = CLOCK === undefined ? undefined : new Date(CLOCK)
  return Object.freeze({ ...rest, CRL_DIR, CLOCK: at, SESSION_KEY, EVIDENCE_KEY })
}

export type DatabaseConfig = Pick<Config, keyof typeof DATABASE>

/** For the commands that need the database alone. */
export function readDatabaseConfig(environment: NodeJS.ProcessEnv): DatabaseConfig {
  const read = z.object(DATABASE).safeParse(withoutEmpty(environment))
  if (!read.success) throw new ConfigError(['configuration:', ...unread(read.error)].join('\n  '))
  return Object.freeze(read.data)
}

/** For the commands about evidence. */
export function readEvidenceConfig(
  environment: NodeJS.ProcessEnv,
): DatabaseConfig & Pick<Config, 'MODE' | 'EVIDENCE_KEY'> {
  const read = z.object({ ...DATABASE, ...EVIDENCE, MODE: WHEN.MODE }).safeParse(withoutEmpty(environment))
  if (!read.success) throw new ConfigError(['configuration:', ...unread(read.error)].join('\n  '))
  const { MODE, EVIDENCE_KEY } = read.data
  if (MODE === 'production' && !EVIDENCE_KEY) throw new ConfigError('EVIDENCE_KEY: required in production')
  return Object.freeze({ ...read.data, EVIDENCE_KEY })
}

/** For judging the archive: whom signatures are believed by, and the keys that open it. */
export function readArchiveConfig(
  environment: NodeJS.ProcessEnv,
): ReturnType<typeof readEvidenceConfig> & Pick<Config, 'TRUST_DIR'> {
  const evidence = readEvidenceConfig(environment)
  const read = z.object({ TRUST_DIR: SIGNATURES.TRUST_DIR }).safeParse(withoutEmpty(environment))
  if (!read.success) throw new ConfigError(['configuration:', ...unread(read.error)].join('\n  '))
  return Object.freeze({ ...evidence, ...read.data })
}

/** For a command that is for demonstrations alone. */
export function readDemoConfig(environment: NodeJS.ProcessEnv): DatabaseConfig & Pick<Config, 'MODE' | 'CLOCK'> {
  const read = z.object({ ...DATABASE, ...WHEN }).safeParse(withoutEmpty(environment))
  if (!read.success) throw new ConfigError(['configuration:', ...unread(read.error)].join('\n  '))
  const { CLOCK, ...rest } = read.data
  if (rest.MODE === 'production') throw new ConfigError('MODE: this command is for demo and test')
  return Object.freeze({ ...rest, CLOCK: CLOCK === undefined ? undefined : new Date(CLOCK) })
}

/** `X=` in a shell or a unit file means "not set". */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function unread(error: z.ZodError): string[] {
  return error.issues.map(issue => {
    const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
    return `${issue.path[0]?.toString() ?? ''}: ${missing ? 'is not set' : issue.message}`
  })
}

/** Rules between settings; those of production are checked also when single ones are wrong, so that the list is whole. */
function mistakesBetween(given: NodeJS.ProcessEnv, read: Environment | undefined): string[] {
  const production = (given['MODE'] ?? 'production') === 'production'
  return [...listMistakes(given), ...(production ? productionMistakes(given) : read ? loopbackMistakes(read) : [])]
}

// A thread has a quarter of the time for one step, and hashes a list of 22 MB in two seconds when it meets it first.
const LEAST_FOR_LISTS = 12_000

function listMistakes(env: NodeJS.ProcessEnv): string[] {
  if (env['REVOCATION'] !== 'ocsp-or-crl') return []
  const missing = env['CRL_URLS'] ? [] : ['CRL_URLS: required when REVOCATION is ocsp-or-crl']
  const hasty = Number(env['CHECK_TIMEOUT_MS'] ?? LEAST_FOR_LISTS) < LEAST_FOR_LISTS
  return hasty ? [...missing, `CHECK_TIMEOUT_MS: at least ${LEAST_FOR_LISTS} when REVOCATION is ocsp-or-crl`] : missing
}

function loopbackMistakes({ PUBLIC_URL, HOST }: Environment): string[] {
  if (PUBLIC_URL?.startsWith('http:') && !isLoopback(PUBLIC_URL)) return ['PUBLIC_URL: http is for loopback only']
  if (!PUBLIC_URL && !isLoopback(`http://${HOST}`)) return ['PUBLIC_URL: required when HOST is not loopback']
  return []
}

function productionMistakes(env: NodeJS.ProcessEnv): string[] {
  const found: string[] = []
  if (!env['PUBLIC_URL']) found.push('PUBLIC_URL: required in production')
  else if (!env['PUBLIC_URL'].startsWith('https:')) found.push('PUBLIC_URL: must be https in production')
  for (const name of ['SESSION_KEY', 'EVIDENCE_KEY'])
    if (!env[name]) found.push(`${name}: required in production: openssl rand -hex 32`)
  for (const name of ['SMTP_URL', 'MAIL_FROM', 'SMS_URL', 'ORGANISATION_BIN'])
    if (!env[name]) found.push(`${name}: required in production`)
  for (const name of ['GBDFL_URL', 'SMS_URL'])
    if (env[name] && !env[name].startsWith('https:') && !isLoopback(env[name]))
      found.push(`${name}: must be https in production, or on loopback`)
  if (env['CLOCK']) found.push('CLOCK: not in production')
  const ncalayer = env['NCALAYER_URL'] ?? 'wss://127.0.0.1'
  if (!ncalayer.startsWith('wss:') || !isLoopback(ncalayer)) found.push('NCALAYER_URL: wss on loopback in production')
  if (env['TRUST_DIR']) found.push(...trustMistakes(env['TRUST_DIR'], env['TRUST_FINGERPRINTS']))
  return found
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}
