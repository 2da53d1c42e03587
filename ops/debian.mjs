// Programs that come with packages of Debian: root gets them installed, anybody else is told how.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

let listsAreFresh = false

/** What `find` finds, if need be once `name` is installed. An error says `sentence`, which names the command. */
export function ensurePackage(name, find, sentence) {
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(name)
  const installed = find()
  if (installed) return installed
  throw new Error(sentence)
}

/** Where it fails apt-get says why; whoever looked for the program does not find it. */
function install(name) {
  console.log(`Installing ${name} …`)
  if (!listsAreFresh) apt('update', '-qq')
  listsAreFresh = true
  apt('install', '-y', '-qq', '--no-install-recommends', name)
}

function apt(...args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
