// Where the project lies on disk. The same answer from the sources and from the bundle in dist/.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The nearest folder upwards whose package.json is named `otinish`. */
export function projectRoot(from: string = import.meta.dirname): string {
  const file = path.join(from, 'package.json')
  if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'otinish') return from
  const parent = path.dirname(from)
  if (parent === from) throw new Error('the project folder (package.json named "otinish") was not found')
  return projectRoot(parent)
}

export type Places = {
  readonly migrations: string
  readonly calendar: string
  readonly statements: string
  readonly assets: string // sources: stylesheet
  readonly fonts: string
  readonly builtAssets: string // hashed, with manifest.json
}

/** Every file that the service reads of its own. */
export function places(root: string): Places {
  return {
    migrations: path.join(root, 'cabinet/migrations'),
    calendar: path.join(root, 'cabinet/data/kz-calendar-2021-2027.json'),
    statements: path.join(root, 'cabinet/statements'),
    assets: path.join(root, 'cabinet/assets'),
    fonts: path.join(root, 'cabinet/assets/fonts'),
    builtAssets: path.join(root, 'dist/assets'),
  }
}
