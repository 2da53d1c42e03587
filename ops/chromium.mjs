// Finds Chromium or Chrome; as root on Debian installs it when there is none.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensurePackage } from './debian.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const MISSING =
  'The journeys need a browser: sudo apt-get install -y chromium (or set CHROMIUM to the path of a Chrome).'

export const ensureChromium = () => ensurePackage('chromium', findChromium, MISSING)

/** The path of a browser. `CHROMIUM` names another. */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [process.env.CHROMIUM, ...places, MAC].find(path => path && existsSync(path))
}
