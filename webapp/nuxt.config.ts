// The address of the API while pages are generated, and in development.
const apiBase = process.env.NUXT_API_BASE || 'http://127.0.0.1:8080'

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  modules: ['@pinia/nuxt', '@nuxtjs/i18n'],
  devtools: { enabled: false },
  telemetry: false,
  components: [{ path: '~/components', pathPrefix: false }],
  css: [
    '~/assets/css/layers.css',
    '@fontsource-variable/besley/index.css',
    '~/assets/css/reset.css',
    '~/assets/css/tokens.css',
    '~/assets/css/counties.css',
    '~/assets/css/base.css',
  ],
  runtimeConfig: { apiBase },
  app: {
    head: {
      htmlAttrs: { lang: 'en-IE' },
      meta: [
        { name: 'viewport', content: 'width=device-width, initial-scale=1' },
        { name: 'color-scheme', content: 'light dark' },
        { name: 'theme-color', content: '#0d3d2f', media: '(prefers-color-scheme: light)' },
        { name: 'theme-color', content: '#0a2a21', media: '(prefers-color-scheme: dark)' },
      ],
      link: [{ rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' }],
    },
  },
  i18n: {
    strategy: 'no_prefix',
    defaultLocale: 'en',
    locales: [{ code: 'en', language: 'en-IE', name: 'English' }],
    detectBrowserLanguage: false,
    vueI18n: 'i18n.config.ts',
  },
  // modules/messages.ts compiles the messages.
  $production: { i18n: { bundle: { dropMessageCompiler: true, fullInstall: false } } },
  // A generated page loads its data again in the browser, so a second copy of the data, made for navigation,
  // would only be outdated.
  experimental: {
    payloadExtraction: false,
    appManifest: false,
    // An import map can only be written into the page, where the Content-Security-Policy allows no script.
    entryImportMap: false,
  },
  // A stylesheet of its own instead of inline styles, so that a strict style-src needs no exception.
  features: { inlineStyles: false },
  nitro: {
    prerender: { crawlLinks: false, failOnError: true },
    devProxy: { '/v1': { target: `${apiBase}/v1`, changeOrigin: true } },
  },
  vite: {
    vue: { features: { optionsAPI: false } },
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // One file for the libraries and texts of every page: it compresses better, and stays cached when our code changes.
              { name: 'base', test: /node_modules[\\/](?!axios)|i18n[\\/]locales/ },
              // The same for what the lists show: many small files compress badly, and the first script names each of them.
              { name: 'sessions', test: /app[\\/](?:components[\\/](?:county|search|session[\\/]S)|composables[\\/]use(?:NightCounts|PageHead)|stores[\\/]counties)/, minShareCount: 2 },
              // What every form says where it is refused, so that signing in does not load the next one with it.
              { name: 'refused', test: /app[\\/]composables[\\/](?:useRefusal|i18nWith)|i18n[\\/]refused/, minShareCount: 2 },
              // And for what the pages of sessions, venues and members share of reviews and confirmations.
              { name: 'feedback', test: /app[\\/]components[\\/](?:feedback|review)|composables[\\/]use(?:SessionI18n|NightNames|Voice)|utils[\\/]spokenNights|i18n[\\/]session/, minShareCount: 2 },
            ],
          },
        },
        treeshake: {
          // Nuxt imports these composables everywhere; the app does not use them.
          moduleSideEffects: [{ test: /nuxt\/dist\/app\/composables\/(?:asyncData|fetch|preview|cookie)\.js$/, sideEffects: false }],
        },
      },
    },
  },
  hooks: {
    // Most visitors only read: the browser must not fetch what signing in takes before somebody has signed in.
    'build:manifest': (manifest) => {
      for (const file of Object.values(manifest)) if (file.name === 'identity' || file.name === 'SiteMember') file.prefetch = false
    },
  },
  typescript: { strict: true },
})
