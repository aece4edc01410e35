import { addVitePlugin, defineNuxtModule } from 'nuxt/kit'

const NONE = '\0no-cookies'

/**
 * We set no cookies. @nuxtjs/i18n would keep a language in one, had we asked it to; what reads and
 * compares cookies is 3 KB of the first page, so a ref that remembers nothing stands in its place.
 */
export default defineNuxtModule({
  meta: { name: 'cookies' },
  setup() {
    addVitePlugin({
      name: 'cookies',
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
