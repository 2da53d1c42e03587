// Messages to a person, and the log of who looked.

export const notifications = {
  title: 'Сообщения',
}
