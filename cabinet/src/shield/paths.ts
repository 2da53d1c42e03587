// Where the shield is, below the language. The first is short: it stands in an SMS.

export const ALARM_PATH = '/n'
export const PROTECTION_PATH = '/protection'
