// The command behind `npm run messages`.
import { chosen, textsTable } from './texts-table.ts'

const [, , ...given] = process.argv
const keys = given.filter(argument => argument !== '--tsv')
process.stdout.write(`${textsTable(chosen(keys), given.includes('--tsv') ? 'tsv' : 'markdown')}\n`)
