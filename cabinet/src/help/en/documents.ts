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
            ['The application as filed', 'A copy of the application that you filed.'],
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
          p: 'From the page of an application you can download a certificate of one page. It gives the status and the deadline at the moment of issue, and a code to check it by. It is written in the language that you chose.',
        },
      ],
    },
    {
      id: 'check',
      title: 'How a document is checked',
      body: [
        {
          p: 'Whoever got the certificate from you types its code on the [verification page](/verify) or scans the QR code. The page says whether we issued the document; no signing in is needed.',
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
