// Finds Chromium or Chrome; as root on Debian installs it when there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The path of a browser. `CHROMIUM` names another. */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = NAMES.flatMap(name => folders.map(folder => join(folder, name)))
  return [process.env.CHROMIUM, ...places, MAC].find(path => path && existsSync(path))
}

export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium …')
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'poppler-utils')
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The journeys need a browser: sudo apt-get install -y chromium (or set CHROMIUM to the path of a Chrome).',
  )
}

function apt(...args) {
  const run = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (run.status !== 0) throw new Error(`apt-get ${args[0]} failed: see its message above.`)
}
