// Documents of an application: what the fund sent and what is made here (memo items S-65, S-68, O-10, O-24).
import type { Messages } from '../kk.ts'

export const documents: Messages['documents'] = {
  name: { receipt: 'Receipt for documents', application: 'The application as filed' },
  list: {
    title: 'Documents',
    madeBy: { fund: 'Received from UAPF:', service: 'Made by this service from UAPF’s record as of' },
    none: { 'not-sent-by-the-fund': 'Not available: UAPF has not sent this document.' },
  },
}
