import { addVitePlugin, defineNuxtModule } from 'nuxt/kit'

const NONE = '\0no-cookies'

/**
 * Replaces Nuxt's cookie composables with empty ones. @nuxtjs/i18n imports them to remember a language,
 * which we do not use; they would add 3 KB to the first page.
 */
export default defineNuxtModule({
  meta: { name: 'no-cookies' },
  setup() {
    addVitePlugin({
      name: 'no-cookies',
      enforce: 'pre',
      resolveId: {
        filter: { id: /composables\/cookie(?:\.js)?$|^\.\/cookie\.js$/ },
        handler: (id: string, importer?: string) => (id.includes('composables') || importer?.includes('nuxt/dist/app') ? NONE : undefined),
      },
      load: {
        filter: { id: /no-cookies$/ },
        handler: () => ({ code: `import { ref } from 'vue'\nexport const useCookie = () => ref(null)\nexport const refreshCookie = () => {}`, moduleType: 'js' as const }),
      },
    }, { server: false })
  },
})
