import type { ApiResult } from './useApi'

export type PageItem<T>
  = | { state: 'loading' }
    | { state: 'ready', item: T }
    | { state: 'failed' }

/** Loads the one session or venue that a page is about, in the browser; anything unknown becomes a 404 page. */
export function usePageItem<T>(what: 'session' | 'venue', id: () => string, request: (id: string) => Promise<ApiResult<T>>) {
  const result = shallowRef<PageItem<T>>({ state: 'loading' })
  const item = computed(() => (result.value.state === 'ready' ? result.value.item : null))

  async function load() {
    const requested = id()
    result.value = { state: 'loading' }
    const answer = await request(requested)
    if (requested !== id()) return
    switch (answer.kind) {
      case 'ok':
        result.value = { state: 'ready', item: answer.value }
        return
      case 'notFound':
        showError(createError({ statusCode: 404, data: { what } }))
        return
      default:
        result.value = { state: 'failed' }
    }
  }

  /** Shows a newer state of it, which the member who changed it got as the answer. */
  function replace(newer: T) {
    result.value = { state: 'ready', item: newer }
  }

  watch(id, load)
  onMounted(load)
  return { result, item, load, replace }
}
