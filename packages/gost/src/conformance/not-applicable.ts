// Published answers of TK26CMS that this package cannot be held to, by their kind, each with its reason. Nothing else is left out.

export const NOT_APPLICABLE: ReadonlyMap<string, string> = new Map([
  [
    'TestEnvelopedKTRI',
    'EnvelopedData: key transport and GOST 28147-89 with a secret key; nothing in it is signed or digested',
  ],
  [
    'TestEnvelopedKARI',
    'EnvelopedData: key agreement and GOST 28147-89 with a secret key; nothing in it is signed or digested',
  ],
])
