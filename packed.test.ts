// The libraries as others get them: packed, installed into an empty folder, and used there in plain Node.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sign, TODAY, testAuthority } from './cabinet/src/test-authority.ts'
import { withDraft } from './cabinet/src/test-journeys.ts'
import { testService } from './cabinet/src/test-service.ts'
import { openContainer } from './packages/eds/src/container/open-container.ts'
import { readZip } from './packages/eds/src/container/read-zip.ts'
import { encodeCrl } from './packages/eds/src/revocation/test-crl.ts'
import * as make from './packages/eds/src/test-certificates.ts'
import * as cms from './packages/eds/src/test-cms.ts'
import { gostKey } from './packages/eds/src/test-keys.ts'
import { REPOSITORY } from './packages/eds/src/test-vectors.ts'

let folder = '' // everything happens in it
let tarballs: readonly string[] = []

const root = make.makeRoot(gostKey('packed root'))
const person = make.makePerson(root, gostKey('packed person'))
const AT = make.NOON.toISOString()

/** The example of the README, word for word but for the clock. */
const README = readFileSync(path.join(REPOSITORY, 'packages/eds/README.md'), 'utf8')
const [, EXAMPLE = ''] = /```ts\n([\s\S]*?)```/.exec(README) ?? []
const TYPED = EXAMPLE.replace('new Date()', `new Date('${AT}')`)
const PLAIN = TYPED.replace('(file: string)', 'file')

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'otinish-packed-'))
  tarballs = pack(path.join(folder, 'repository'))
  const installed = path.join(folder, 'empty')
  mkdirSync(installed)
  writeFileSync(path.join(installed, 'package.json'), '{ "type": "module" }')
  npm(installed, 'install', '--offline', '--no-audit', '--no-fund', ...tarballs)
  const files = {
    'nca_gost_2022.cer': root.certificate.encoded,
    'nca_gost_2022.crl': encodeCrl(root),
    'signature.cms': cms.makeCms([person]),
    'library.mjs': PLAIN,
    'library.ts': TYPED,
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(installed, name), bytes)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In a copy: while a package is packed, its package.json is another one. */
function pack(copy: string): readonly string[] {
  const parts = ['LICENSE', 'tsconfig.json', 'packages']
  for (const part of parts) cpSync(path.join(REPOSITORY, part), path.join(copy, part), { recursive: true })
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(copy, 'node_modules'))
  npm(copy, 'pack', './packages/gost', './packages/eds', '--pack-destination', folder)
  return readdirSync(folder)
    .filter(name => name.endsWith('.tgz'))
    .map(name => path.join(folder, name))
}

function npm(cwd: string, ...argv: readonly string[]): void {
  execFileSync('npm', argv, { cwd, stdio: 'pipe', env: withoutNpm() })
}

/** npm tells its children about the project that they were started in, which is not the one meant here. */
function withoutNpm(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_)|INIT_CWD|NODE_OPTIONS)/.test(name))
  return Object.fromEntries(entries)
}

function run(command: string, ...argv: readonly string[]) {
  const cwd = path.join(folder, 'empty')
  const { status, stdout, stderr } = spawnSync(command, argv, { cwd, encoding: 'utf8', env: withoutNpm() })
  return { status, stdout, stderr }
}

describe('the packed libraries', () => {
  it('hold what is built and nothing else', () => {
    expect(tarballs.map(file => path.basename(file))).toEqual(['otinish-eds-0.1.0.tgz', 'otinish-gost-0.1.0.tgz'])
    for (const tarball of tarballs) {
      const files = execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
      expect(
        files.filter(
          file => !/^package\/(dist\/.*\.js|dist\/.*\.d\.ts|dist\/LICENSE|package\.json|README\.md)$/.test(file),
        ),
      ).toEqual([])
      expect(files.filter(file => /test|fuzz|conformance|declared/.test(file))).toEqual([])
    }
  })

  it('give a command that verifies', () => {
    const command = ['--no', 'eds', 'verify', 'signature.cms', '--anchors', 'nca_gost_2022.cer', '--at', AT, '--json']
    const { status, stdout, stderr } = run('npx', ...command)
    expect({ status, stderr: stderr.replaceAll(/^npm warn.*\n/gm, '') }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'valid', signers: [{ person: { iin: make.TEST_IIN } }] })
  })

  it('do in plain Node what the README says', () => {
    const stdout = `valid []\n${make.TEST_IIN} 2 ${cms.DOCUMENT.length}\n`
    expect(run(process.execPath, 'library.mjs')).toEqual({ status: 0, stdout, stderr: '' })
  })

  it('tell the compiler their types', () => {
    const tsc = path.join(REPOSITORY, 'node_modules/.bin/tsc')
    const types = ['--types', 'node', '--typeRoots', path.join(REPOSITORY, 'node_modules/@types')]
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', ...types]
    expect(run(tsc, ...options, 'library.ts')).toMatchObject({ status: 0, stdout: '' })
    writeFileSync(path.join(folder, 'empty/wrong.ts'), TYPED.replace('anchors: [', 'anchor: ['))
    expect(run(tsc, ...options, 'wrong.ts')).toMatchObject({ stdout: expect.stringContaining('anchor') })
  })
})

/** The archive as its person downloads it, unpacked into a folder of its own beside the authorities that a stranger trusts. */
async function downloaded() {
  const service = await testService()
  const { browser, store, draft, pdf } = await withDraft(service)
  await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
  const archive = await browser.bytes('/api/v1/withdrawals/1-ОЖ/evidence')
  const again = await browser.bytes('/api/v1/withdrawals/1-ОЖ/evidence')
  const into = (name: string) => path.join(folder, 'empty', name)
  writeFileSync(into('evidence.zip'), archive)
  for (const { name, content } of readZip(archive)) {
    mkdirSync(path.dirname(into(name)), { recursive: true })
    writeFileSync(into(name), content)
  }
  cpSync((await testAuthority()).trustDir, into('trust'), { recursive: true })
  return { archive, again, into }
}

describe('a stranger with the archive of evidence and the packed command alone', () => {
  it('proves the withdrawal by the very commands of its README, and a changed octet proves nothing', async () => {
    const { archive, again, into } = await downloaded()
    expect(Buffer.compare(archive, again), 'the same bytes each time').toBe(0)
    const readme = readFileSync(into('README.txt'), 'utf8')
    const commands = new Set(readme.match(/npx --no eds verify .*(?=\r)/g))
    expect([...commands].map(command => command.split(' ')[4])).toEqual([
      ...['withdrawal.asics', 'signature.cms', 'registration.p7s', 'receipt.p7s'],
    ])
    for (const command of commands) {
      const [name = '', ...argv] = command.split(' ')
      const { status, stdout } = run(name, ...argv)
      expect([status, stdout.split('\n')[0]], command).toEqual([0, expect.stringMatching(/: VALID/)])
    }

    const trusted = ['--anchors', 'trust/signers', '--tsp-anchors', 'trust/tsp']
    const verify = (file: string) => run('npx', '--no', 'eds', 'verify', file, ...trusted, '--json')
    const [signer] = JSON.parse(verify('evidence.zip').stdout).signers
    expect(signer).toMatchObject({
      outcome: 'valid',
      person: { iin: '851315400107' },
      timestamp: { at: TODAY.toISOString() },
      revocation: { status: 'good', source: 'ocsp' },
    })
    const { content } = openContainer(archive)
    const asics = readFileSync(into('withdrawal.asics'))
    for (const [what, at] of [
      ['the statement', asics.indexOf(Buffer.from(content.subarray(500, 540))) + 7],
      ['the signature', asics.length - 400],
    ] as const) {
      writeFileSync(into('changed.asics'), asics.with(at, (asics[at] ?? 0) ^ 1))
      expect(verify('changed.asics').status, what).toBe(1)
    }
  })
})
