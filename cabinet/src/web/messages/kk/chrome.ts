// What surrounds every page, and the pages that say what went wrong.

export const chrome = {
  skip: 'Негізгі мазмұнға өту',
  languages: 'Тіл',
  services: 'Қызметтер',
  profile: 'Профилім',
  messages: 'Хабарламалар',
  unread: (count: number) => `${count} оқылмаған`,
  signIn: 'Кіру',
  signOut: 'Шығу',
  youAreHere: 'Сіз осы жердесіз',
  number: (number: string) => `№\u00a0${number}`,
  contact: 'БЖЗҚ байланыс орталығы',
  more: 'Қосымша беттер',
  further: {
    help: 'Анықтама',
    status: 'Қызметтің жұмысы',
    accessibility: 'Сайттың қолжетімділігі',
    kinds: 'Өтініш түрлері',
    verify: 'Құжатты тексеру',
  },
  clock: 'Барлық уақыт Алматы уақытымен көрсетілген.',
  problem: {
    notFound: 'Бет табылмады',
    title: 'Бұл әрекет орындалмады',
    code: (id: string) => `1418 нөміріне хабарлассаңыз, мына кодты айтыңыз: ${id}`,
    toApplications: 'Өтініштеріме өту',
    toApplication: 'Осы өтінішке өту',
    toResult: 'Тіркелген нәтижені ашу',
    toSignIn: 'Кабинетке кіру',
  },
}
