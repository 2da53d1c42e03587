// Documents of an application: what the fund sent and what is made here (memo items S-65, S-68, O-10, O-24).
import type { Messages } from '../kk.ts'

export const documents: Messages['documents'] = {
  name: { receipt: 'Расписка о приёме документов', application: 'Поданное заявление' },
  list: {
    title: 'Документы',
    madeBy: { fund: 'Получено от ЕНПФ:', service: 'Составлено этим сервисом по данным ЕНПФ на' },
    none: { 'not-sent-by-the-fund': 'Скачать нельзя: ЕНПФ не прислал этот документ.' },
  },
}
