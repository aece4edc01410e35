import { lengthOf, type FieldMessage } from './forms'

const MAX_NAME = 60
const MIN_PASSWORD = 12
const MAX_PASSWORD = 256
const MAX_ABOUT = 500

type Wrong = FieldMessage | undefined

/** What is wrong with what a member typed, or nothing. The server has the last word. */
export const accountRules = {
  name(text: string): Wrong {
    if (!text.trim()) return { key: 'account.nameMissing' }
    return lengthOf(text.trim()) > MAX_NAME ? { key: 'account.nameTooLong', values: { max: MAX_NAME } } : undefined
  },
  email(text: string): Wrong {
    if (!text.trim()) return { key: 'account.emailMissing' }
    // Whether it exists, only a message to it tells.
    return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()) ? undefined : { key: 'account.emailWrong' }
  },
  password(text: string): Wrong {
    return text ? undefined : { key: 'account.passwordMissing' }
  },
  /** Of a password that is to be new. */
  newPassword(text: string): Wrong {
    const { length } = text
    if (length && (length < MIN_PASSWORD || length > MAX_PASSWORD)) return { key: 'account.passwordLength', values: { min: MIN_PASSWORD, max: MAX_PASSWORD } }
    return accountRules.password(text)
  },
  repeated(text: string, password: string): Wrong {
    return text === password ? undefined : { key: 'account.passwordsDiffer' }
  },
  code(text: string): Wrong {
    return /^(?:\s*\d){6}\s*$/.test(text) ? undefined : { key: 'account.codeWrong' }
  },
  about(text: string): Wrong {
    return lengthOf(text.trim()) > MAX_ABOUT ? { key: 'profile.aboutTooLong', values: { max: MAX_ABOUT } } : undefined
  },
}
