import en from '../../i18n/account/en.json'

/** `useI18n` with the texts of accounts, profiles and all forms, which come with the first page that needs them, not with the first page of all. */
export function useAccountI18n() {
  const i18n = useI18n()
  if (!i18n.te('account.name')) i18n.mergeLocaleMessage('en', en)
  return i18n
}
