// Registering and recovering a password: why not, one clear sentence each, and what to do next.
import type { Problem } from './problems.ts'

export const REGISTRATION_PROBLEMS = {
  'registration-over': {
    status: 410,
    text: {
      kk: 'Тіркелуге берілген жарты сағат өтіп кетті немесе тіркелу басқа браузерде басталған. Енгізілген деректер сақталған жоқ. Қайтадан бастаңыз.',
      ru: 'Полчаса, отведённые на регистрацию, прошли, или она начата в другом браузере. Введённые данные не сохранены. Начните заново.',
      en: 'The half-hour for registering has passed, or it began in another browser. What was typed has not been kept. Please begin again.',
    },
  },
  'already-registered': {
    status: 409,
    text: {
      kk: 'Сіз бұрын тіркелгенсіз. Кабинетке кіріңіз немесе жаңа құпиясөз қойыңыз.',
      ru: 'Вы уже зарегистрированы. Войдите в кабинет или задайте новый пароль.',
      en: 'You are registered already. Sign in, or set a new password.',
    },
  },
  'not-registered': {
    status: 409,
    text: {
      kk: 'Сіз әлі тіркелмегенсіз, сондықтан құпиясөзіңіз жоқ. Алдымен тіркеліңіз: бұл бес минуттай уақыт алады.',
      ru: 'Вы ещё не зарегистрированы, поэтому пароля у вас нет. Сначала зарегистрируйтесь: это займёт около пяти минут.',
      en: 'You are not registered yet, so you have no password. Register first: it takes about five minutes.',
    },
  },
  'recovery-over': {
    status: 410,
    text: {
      kk: 'Құпиясөзді қалпына келтіру уақыты өтіп кетті немесе ол басқа браузерде басталған. Құпиясөз өзгертілген жоқ. Қайтадан бастаңыз.',
      ru: 'Время восстановления пароля прошло, или оно начато в другом браузере. Пароль не изменён. Начните заново.',
      en: 'The time to recover the password has passed, or it began in another browser. The password was not changed. Please begin again.',
    },
  },
  'too-many-requests': {
    status: 429,
    text: {
      kk: 'Осы желіден сұраулар тым көп келді. Біраз күтіп, қайталап көріңіз.',
      ru: 'Из этой сети пришло слишком много запросов. Немного подождите и попробуйте ещё раз.',
      en: 'Too many requests came from this network. Wait a little and try again.',
    },
  },
  'current-password-wrong': {
    status: 422,
    text: {
      kk: 'Қазіргі құпиясөз қате. Пернетақтаның тілін тексеріп, қайта енгізіңіз. Есіңізде болмаса, «Құпиясөзді ұмыттыңыз ба?» бетінен жаңартыңыз.',
      ru: 'Текущий пароль неверен. Проверьте язык клавиатуры и введите ещё раз. Если не помните его, задайте новый на странице «Забыли пароль?».',
      en: 'The current password is wrong. Check the language of the keyboard and type again. If you have forgotten it, set a new one through “Forgot your password?”.',
    },
  },
  'contact-unchanged': {
    status: 422,
    text: {
      kk: 'Бұл — бұрыннан расталған мекенжайыңыз немесе нөміріңіз. Жаңасын жазыңыз.',
      ru: 'Этот адрес или номер у вас уже подтверждён. Укажите новый.',
      en: 'You have this address or number already, and it is verified. Give a new one.',
    },
  },
  'sign-in-again': {
    status: 403,
    text: {
      kk: 'Қауіпсіздік үшін алдымен кабинетке ЭЦҚ немесе eGov Mobile арқылы қайта кіріңіз: сіз кіргелі біраз уақыт өтті.',
      ru: 'Для безопасности сначала войдите в кабинет заново с ЭЦП или через eGov Mobile: с вашего входа прошло время.',
      en: 'To be safe, sign in again with EDS or eGov Mobile first: some time has passed since you signed in.',
    },
  },
  'contacts-missing': {
    status: 409,
    text: {
      kk: 'Құпиясөз қою үшін алдымен поштаңызды және телефоныңызды растаңыз: құпиясөзді ұмытсаңыз, солар арқылы қалпына келтіресіз.',
      ru: 'Чтобы задать пароль, сначала подтвердите почту и телефон: через них вы восстановите пароль, если забудете его.',
      en: 'To set a password, verify your e-mail and phone first: with them you recover a forgotten password.',
    },
  },
  'contact-change-over': {
    status: 410,
    text: {
      kk: 'Кодты енгізу уақыты өтіп кетті немесе мекенжайды өзгерту басқа терезеде басталған. Ештеңе өзгерген жоқ. Қайтадан бастаңыз.',
      ru: 'Время для ввода кода прошло, или изменение начато в другом окне. Ничего не изменилось. Начните заново.',
      en: 'The time to type the code has passed, or the change began in another window. Nothing has changed. Please begin again.',
    },
  },
} as const satisfies Record<string, Problem>
