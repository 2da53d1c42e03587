// Signing in, and every other page where one proves who one is or types a password.
import { signChallenges } from './challenge.ts'
import { rememberIin } from './remember-iin.ts'
import { revealPasswords } from './reveal.ts'

signChallenges()
revealPasswords()
rememberIin()
