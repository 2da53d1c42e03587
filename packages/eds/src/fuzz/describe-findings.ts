// What a campaign found, for people: the figures, and how to meet each failure again.
import type { Campaign, Findings } from './campaign.ts'
import { ACCEPTED } from './specimen.ts'

export function describeFindings({ seed }: Campaign, findings: Findings, seconds: number): string {
  const { answers, failures, slowest, retained } = findings
  const all = [...answers.values()]
  const mutants = total(all.flatMap(own => [...own.values()]))
  return [
    `mutants of seed ${seed}: ${mutants - failures.length} of ${mutants} answered rightly in ${seconds.toFixed(1)} s`,
    `accepted, nothing that is signed being changed: ${total(all.map(own => own.get(ACCEPTED) ?? 0))}`,
    `slowest: ${slowest.milliseconds.toFixed(1)} ms (mutant ${slowest.index}, ${slowest.specimen})`,
    `kept in memory: ${(retained / 1024 / 1024).toFixed(1)} MB`,
    ...[...answers].map(([name, own]) => `  ${name} ${total([...own.values()])}: ${tally(own)}`),
    ...failures.flatMap(({ index, specimen, why, mutant }) => [
      `mutant ${index} of ${specimen}: ${why}`,
      `  npm run fuzz -- --seed ${seed} --from ${index} --count 1`,
      `  ${mutant}`,
    ]),
  ].join('\n')
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function tally(answers: ReadonlyMap<string, number>): string {
  const byNumber = [...answers].toSorted(([, a], [, b]) => b - a)
  return byNumber.map(([answer, number]) => `${answer} ${number}`).join(', ')
}
