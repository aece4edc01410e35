import { addressOf, searchFrom, type Search } from '../utils/search'

/** What is looked for; it lives in the address, so a search can be sent and gone back to. */
export function useSearch() {
  const route = useRoute()
  const hydrated = useHydrated()
  const { tonight } = useNow()
  const search = computed<Search>(() => searchFrom(hydrated.value ? route.query : {}, tonight.value))

  function change(to: Partial<Search>, { replace = false } = {}) {
    return navigateTo({ path: route.path, query: addressOf({ ...search.value, ...to }) }, { replace })
  }

  return { search, change, hydrated }
}
