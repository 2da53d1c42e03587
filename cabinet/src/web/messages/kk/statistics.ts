// How long applications really take: figures of the last 30 days, published only where enough persons stand behind them.

export const statistics = {
  nineTenths: (days: string) =>
    `Соңғы 30 күнде шешілген осындай әр 10 өтініштің кемінде 9-ы ${days} ішінде немесе одан тез қаралды.`,
  half: (days: string) => `Кемінде жартысы ${days} ішінде немесе одан тез қаралды.`,
  inTime: (ofTen: number) => `Заңда көрсетілген мерзімде қаралғаны: 10-нан кемінде ${ofTen}.`,
  fewInTime: 'Заңда көрсетілген мерзімде қаралғаны 10-нан 1-ге жетпейді.',
  counted: (count: number) => `Есепке кемінде ${count} өтініш алынды: орындалғандары және бас тартылғандары.`,
  asOf: (moment: string) => `Есептелген уақыты: ${moment}.`,
  noPromise: 'Бұл өткен өтініштердің есебі, уәде емес.',
  notEnough: 'Осындай өтініштер іс жүзінде қанша уақытта қаралатынын айтуға соңғы 30 күн бойынша жеткілікті дерек жоқ.',
  more: 'Осы өтініш түрі туралы',
}
