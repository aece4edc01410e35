export const MAX_NAME = 60
const MIN_PASSWORD = 12
const MAX_PASSWORD = 256

/** What is wrong with what a member typed, in words, or nothing. The server has the last word. */
export function useAccountRules() {
  const { t } = useAccountI18n()

  return {
    name(text: string): string {
      if (!text.trim()) return t('account.nameMissing')
      return [...text.trim()].length > MAX_NAME ? t('account.nameTooLong', { max: MAX_NAME }) : ''
    },
    email(text: string): string {
      if (!text.trim()) return t('account.emailMissing')
      // Whether it exists, only a message to it tells.
      return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()) ? '' : t('account.emailWrong')
    },
    /** Of a password that is to be new. */
    newPassword(text: string): string {
      if (!text) return t('account.passwordMissing')
      const { length } = text
      return length < MIN_PASSWORD || length > MAX_PASSWORD ? t('account.passwordLength', { min: MIN_PASSWORD, max: MAX_PASSWORD }) : ''
    },
    password(text: string): string {
      return text ? '' : t('account.passwordMissing')
    },
    repeated(text: string, password: string): string {
      return text === password ? '' : t('account.passwordsDiffer')
    },
    code(text: string): string {
      return /^\s*\d{6}\s*$/.test(text) ? '' : t('account.codeWrong')
    },
  }
}
