import en from './locales/en.json'

// Bundled, not fetched: the first page needs its words at once, and one request fewer.
export default defineI18nConfig(() => ({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  messages: { en },
  // Whoever builds or tests hears of a missing word; whoever reads gets the rest of the page.
  ...(import.meta.client && !import.meta.dev ? {} : { missing: (_locale: string, key: string) => { throw new Error(`No words for "${key}"`) } }),
}))
