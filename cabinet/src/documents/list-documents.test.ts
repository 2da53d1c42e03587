// A paper that cannot be made takes nothing else of its application away.
import { describe, expect, it } from 'vitest'
import { anApplication, aPerson } from '../applications/test-applications.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { listDocuments } from './list-documents.ts'
import { sizeOfDocument } from './make-document.ts'
import { aReceipt } from './test-papers.ts'

describe('the documents of an application', () => {
  it('are listed though one cannot be made: it is said, and logged without a word of the person', async () => {
    const reports: object[] = []
    const person = aPerson()
    const application = anApplication()
    const list = listDocuments({
      listSent: () => Promise.resolve([]),
      findPerson: () => Promise.resolve(person),
      sizeOf: sizeOfDocument({
        hash: keyedHash(['11'.repeat(32)]),
        render: async facts => {
          if (facts.paper === 'receipt') throw new RangeError(`cannot set ${aReceipt().applicant.surname}`)
          return new Uint8Array(7)
        },
      }),
      report: (event, facts) => reports.push({ event, ...facts }),
    })
    expect(await list(application)).toEqual([
      { kind: 'receipt', reason: 'not-made' },
      { kind: 'application', madeBy: 'service', size: 7, at: application.changedAt },
    ])
    expect(reports).toEqual([
      { event: 'document-not-made', application: application.id, document: 'receipt', error: 'RangeError' },
    ])
  })
})
