// The whole in short sentences and big steps.
import type { HelpText } from '../content.ts'

export const easy: HelpText = {
  title: 'In easy language',
  description: 'How to see the application that you filed with the pension fund: short sentences, simple steps.',
  lead: 'This page is short and simple.',
  sections: [
    {
      id: 'what',
      title: 'What is this site for?',
      body: [
        {
          p: 'You filed an application with the Unified Accumulative Pension Fund. Here we call it “the fund”. On this site you see your application. Has the fund accepted it? Has the fund done it? When will it be done? It is all here.',
        },
      ],
    },
    {
      id: 'need',
      title: 'What do you need?',
      body: [
        { list: ['A phone or a computer.', 'The app eGov Mobile on your phone helps a lot.'] },
        { p: 'No app? [How to install it](/help/egov-mobile#install). Ask your children or grandchildren to help.' },
      ],
    },
    {
      id: 'look',
      title: 'How do you see your application?',
      body: [
        {
          steps: [
            '[Open the sign-in page](/sign-in).',
            'Press the button “Sign in with eGov Mobile”.',
            'A square picture appears on the screen. It is called a QR code.',
            'Open eGov Mobile on your phone. Press “eGov QR”.',
            'Point the phone at the square picture.',
            'The screen shows two digits. The phone shows two digits too. Are they the same? If so, sign.',
            'Now [open the list of applications](/applications). Press the one you want.',
          ],
        },
        { p: 'Is this site open on your phone? Then you need no picture. Press the button “Open eGov Mobile”.' },
      ],
    },
    {
      id: 'words',
      title: 'What do the words mean?',
      body: [
        {
          facts: [
            ['Accepted for processing', 'The fund has your application. Now you wait.'],
            ['Executed', 'The fund has done everything. You need do nothing.'],
            ['Refused', 'The fund did not do it. The same page says why.'],
            ['Withdrawn', 'You took this application back.'],
            ['Status being clarified', 'The fund has not answered yet. Look again later.'],
          ],
        },
      ],
    },
    {
      id: 'withdraw',
      title: 'If you want to take an application back',
      body: [
        {
          p: 'You can do this until the fund has done it. Only some applications can go back. If the page has the button, yours can. Nobody asks why.',
        },
        {
          steps: [
            'You need a computer and your electronic key. The key is your signature.',
            'Start the program NCALayer on the computer.',
            'Open your application.',
            'Press the button “Withdraw application”.',
            'Read the paper that opens.',
            'Tick “I agree”.',
            'Sign with your key.',
          ],
        },
        { note: 'Once you have signed, you cannot undo it. Take your time.' },
        { p: 'The full explanation: [How to withdraw an application](/help/withdraw).' },
      ],
    },
    {
      id: 'careful',
      title: 'Be careful',
      body: [
        {
          list: [
            'Tell nobody your password.',
            'Tell nobody the code that came to your phone.',
            'Give nobody your key.',
            'People of the fund never ask for them. Whoever asks is a fraudster.',
          ],
        },
      ],
    },
    {
      id: 'help',
      title: 'Do you need help?',
      body: [{ p: 'Call [1418](call). Give the number of your application.' }],
    },
  ],
}
