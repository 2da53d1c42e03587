// The end of a session, devices, recent sign-ins.

export const sessions = {
  title: 'Устройства',
}
