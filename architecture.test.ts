// Who may import whom. A forbidden import fails here, with the file and the specifier in the message.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Rule = { readonly folder: string; readonly only?: RegExp; readonly allowed: RegExp; readonly because: string }

const RELATIVE_INSIDE = String.raw`\.\.?\/`

const RULES: readonly Rule[] = [
  {
    folder: 'packages/gost/src',
    allowed: new RegExp(`^${RELATIVE_INSIDE}`),
    because: 'gost is arithmetic alone: no package, no Node API',
  },
  {
    folder: 'packages/eds/src',
    allowed: new RegExp(`^(${RELATIVE_INSIDE}|@otinish/gost/(?!sign$)|node:)`),
    because: 'eds knows the arithmetic and Node, never the service, and never signs',
  },
  {
    folder: 'packages/eds/src/der',
    allowed: /^(\.\/|\.\.\/error)/,
    because: 'DER is the lowest layer',
  },
  {
    folder: 'simulators/src',
    allowed: /^(?!@otinish\/(cabinet|eds\/(?!der\/)))/,
    because: 'simulators know the protocols and not our code',
  },
  {
    folder: 'cabinet/src',
    allowed: /^(?!@otinish\/(simulators|gost\/sign$))/,
    because: 'the service never knows that the world is simulated, and never signs with GOST',
  },
  {
    folder: 'cabinet/src/islands',
    allowed: /^\.\//,
    because: 'what ships to browsers imports nothing from the server',
  },
  {
    folder: 'cabinet/src/calendar',
    allowed: new RegExp(`^${RELATIVE_INSIDE}`),
    because: 'the calendar is pure: no package, no Node API',
  },
  {
    folder: 'cabinet/src',
    only: /(^|\/)(decide|application|kinds|road|steps|view|paper|iin|person|statement)\.ts$/,
    allowed: new RegExp(`^${RELATIVE_INSIDE}`),
    because: 'rules and nouns are pure: no package, no Node API',
  },
]

/** Another feature's insides stay its own; compose/ knows every part, and specimen/ every page. */
const PRIVATE = /^\.\.\/(?!web\/)[a-z-]+\/(store|[a-z-]+-store|page|[a-z-]+-page|routes|api)\.tsx?$/

describe('architecture', () => {
  for (const rule of RULES)
    it(`${rule.folder}${rule.only ? ` (${rule.only.source})` : ''}: ${rule.because}`, () => {
      const found = imports(rule.folder).filter(({ file }) => rule.only?.test(file) ?? true)
      expect(found.length, `no import found in ${rule.folder}: is the rule still about something?`).toBeGreaterThan(0)
      expect(found.filter(({ specifier }) => !rule.allowed.test(specifier))).toEqual([])
    })

  it('cabinet/src: a feature does not reach into the store, pages or routes of another', () => {
    const features = imports('cabinet/src').filter(({ file }) => !/^(compose|specimen)\//.test(file))
    expect(features.filter(({ specifier }) => PRIVATE.test(specifier))).toEqual([])
  })

  it('cabinet/src/web knows no feature, but the nouns of the domain', () => {
    const nouns = /\/(application|kinds|road|view|paper|session|visitor|enter|withdrawal|almaty)\.ts$/
    const features = imports('cabinet/src/web').filter(({ specifier }) =>
      /^(\.\.\/)+(accounts|applications|audit|calendar|citizens|contacts|documents|intake|notifications|profile|qr-signing|recovery|registration|sessions|sign-in|signatures|statistics|withdrawal)\//.test(
        specifier,
      ),
    )
    expect(features.length).toBeGreaterThan(0)
    expect(features.filter(({ specifier }) => !nouns.test(specifier))).toEqual([])
  })

  it('there is no barrel and no drawer without a name', () => {
    const drawers = ['packages/gost/src', 'packages/eds/src', 'simulators/src', 'cabinet/src']
      .flatMap(folder => sources(folder).map(file => `${folder}/${file}`))
      .filter(file => /\/(index|utils?|helpers?|common|misc|types)\.tsx?$/.test(file))
    expect(drawers).toEqual([])
  })

  it('no source file is longer than 300 lines', () => {
    const long = ['packages/gost/src', 'packages/eds/src', 'simulators/src', 'cabinet/src']
      .flatMap(folder => sources(folder).map(file => join(folder, file)))
      .filter(file => readFileSync(file, 'utf8').split('\n').length > 301)
    expect(long).toEqual([])
  })
})

function imports(folder: string): { file: string; specifier: string }[] {
  return sources(folder).flatMap(file =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import) \(?'([^']+)'/g)].map(
      ([, specifier = '']) => ({
        file,
        specifier,
      }),
    ),
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/(^|\/)(test-|fresh-)/.test(file),
  )
}
