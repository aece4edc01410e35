import type { Answer } from './useApi'

/** One thing that a page is about: fetched once the page runs, and again when asked. */
export function useLoaded<T>(what: 'session' | 'venue', key: () => string, ask: (id: string) => Promise<Answer<T>>) {
  const value = shallowRef<T | null>(null)
  const state = ref<'loading' | 'ready' | 'trouble'>('loading')

  async function load() {
    const id = key()
    state.value = 'loading'
    const answer = await ask(id)
    if (id !== key()) return
    switch (answer.kind) {
      case 'found':
        value.value = answer.value
        state.value = 'ready'
        return
      case 'missing':
        showError(createError({ statusCode: 404, data: { what } }))
        return
      default:
        state.value = 'trouble'
    }
  }

  watch(key, () => {
    value.value = null
    void load()
  })
  onMounted(load)
  return { value, state, load }
}
