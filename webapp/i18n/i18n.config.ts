import en from './locales/en.json'

// Bundled, not fetched: the first page needs its messages at once.
export default defineI18nConfig(() => ({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en },
  // A missing message fails builds and tests; in production the rest of the page still works.
  ...(import.meta.client && !import.meta.dev ? {} : { missing: (_locale: string, key: string) => { throw new Error(`No message for "${key}"`) } }),
}))
