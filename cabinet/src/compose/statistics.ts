// How long applications really take: computed by a job, shown beside the promise of the law and to anybody.
import { computeStatistics } from '../statistics/compute.ts'
import { readPublished } from '../statistics/read-published.ts'
import { readUsual } from '../statistics/store.ts'
import type { DeadlineParts } from './deadlines.ts'
import type { World } from './world.ts'

export function statisticsParts({ sql, now, config, log }: World, deadlines: DeadlineParts) {
  const compute = computeStatistics({ sql, calendar: deadlines.newest, now })
  return {
    compute: async () => {
      const kinds = await compute()
      if (kinds !== undefined) log('info', 'statistics-computed', { kinds })
    },
    published: readPublished({ readUsual: readUsual(sql), least: config.STATISTICS_MIN_CASES, now }),
  }
}

export type StatisticsParts = ReturnType<typeof statisticsParts>
