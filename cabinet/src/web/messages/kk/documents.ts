// Documents of an application: what the fund sent and what is made here (memo items S-65, S-68, O-10, O-24).
import type { DocumentItem, DocumentKind } from '../../../applications/view.ts'

export const documents = {
  name: { receipt: 'Құжаттарды қабылдау туралы қолхат', application: 'Берілген өтініш' } satisfies Record<
    DocumentKind,
    string
  >,
  list: {
    title: 'Құжаттар',
    madeBy: {
      fund: 'БЖЗҚ жіберген күні:',
      service: 'Осы сервис БЖЗҚ деректерінен жасаған, деректердің күні:',
    } satisfies Record<Extract<DocumentItem, { madeBy: string }>['madeBy'], string>,
    none: { 'not-sent-by-the-fund': 'Жүктеп алуға болмайды: БЖЗҚ бұл құжатты жібермеген.' } satisfies Record<
      Extract<DocumentItem, { reason: string }>['reason'],
      string
    >,
  },
}
