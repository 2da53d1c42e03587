// Documents, the certificate of status, and how they are checked (memo items S-65, S-68).
import type { HelpText } from '../content.ts'

export const documents: HelpText = {
  title: 'Documents and the certificate',
  description:
    'Which documents you can download, what a status certificate is, and how to check that a document is genuine.',
  lead: 'Documents are downloaded from the page of the application. They are PDF files: any computer or phone opens them, and they can be printed.',
  sections: [
    {
      id: 'which',
      title: 'Which documents there are',
      body: [
        {
          facts: [
            ['Receipt for documents', 'Confirms when, and under which number, UAPF accepted your application.'],
            [
              'The application as filed',
              'A copy of the application that you filed. If UAPF has not sent it, “The application as recorded” takes its place: the service makes it from UAPF’s record.',
            ],
            [
              'The signed statement of withdrawal and the signature',
              'These two files are there once you have withdrawn an application. Keep them together.',
            ],
          ],
        },
        { p: 'If a document cannot be downloaded, the same place says why.' },
      ],
    },
    {
      id: 'certificate',
      title: 'The status certificate',
      body: [
        {
          p: 'On the page of an application press “Get a certificate”. You get one page of PDF: the status and the deadline at that moment, and a code to check it by. It is in the language in which you read the site.',
        },
      ],
    },
    {
      id: 'check',
      title: 'How a document is checked',
      body: [
        {
          p: 'Whoever got the certificate from you types its code on the [verification page](/verify) or scans the QR code. No signing in is needed. They see only your initials, and the kind, number and status of the application; each check is noted on the page [“Who looked at my data”](/profile/history).',
        },
      ],
    },
    {
      id: 'deadline',
      title: 'Adding the deadline to a calendar',
      body: [
        {
          p: 'From the page of an application you can download the deadline as an .ics file and add it to the calendar of your phone or computer.',
        },
      ],
    },
  ],
}
