type Texts = Record<string, unknown>

/**
 * Makes a `useI18n` with texts of its own, which come with the first page that needs them, not with the first page of all.
 *
 * @param base brings the texts that go with them
 */
export function i18nWith(texts: Texts, base = () => useI18n()) {
  const known = new WeakSet<object>()
  return () => {
    const i18n = base()
    if (!known.has(i18n)) {
      i18n.mergeLocaleMessage('en', texts)
      known.add(i18n)
    }
    return i18n
  }
}
