// What guessers try first: leaked passwords, keyboard walks, repeats, sequences, dates, and the words of this service.
// zxcvbn estimates the number of guesses from the lists that its package ships; what it does not know is added.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { COMMON_WORDS } from './common-words.ts'
import { latinKeys } from './keyboard.ts'

const ENOUGH = 1e9 // guesses: more than any two words of the lists with something between them
const LOOKED_AT = 64 // characters; the work grows faster than the length
const DISGUISES = 20 // readings of «p4$$w0rd!1»; with the usual 100 one long text holds everybody up for a tenth of a second

let estimator: ZxcvbnFactory | undefined // 30 ms and 26 MB: made when the first password is chosen

export function isCommonPassword(text: string): boolean {
  estimator ??= makeEstimator()
  const composed = text.normalize('NFC')
  const readings = new Set([composed, latinKeys(composed)])
  return [...readings].some(reading => (estimator?.check(reading).guesses ?? 0) < ENOUGH)
}

function makeEstimator(): ZxcvbnFactory {
  const words = { ...dictionary, 'words-here': [...COMMON_WORDS], 'keys-here': COMMON_WORDS.map(latinKeys) }
  const limits = { maxLength: LOOKED_AT, l33tMaxSubstitutions: DISGUISES }
  return new ZxcvbnFactory({ dictionary: words, graphs: adjacencyGraphs, ...limits })
}
