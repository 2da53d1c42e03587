// Writes the table of edge cases: npx tsx packages/gost/edge-cases/make.ts
import { writeFileSync } from 'node:fs'
import { makeTable, writeTable } from './table.ts'

const table = makeTable()
writeFileSync(new URL('../vectors/edge-cases.json', import.meta.url), writeTable(table))
console.log(`${table.numberOfTests} edge cases in ${table.groups.length} groups`)
