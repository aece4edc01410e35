import { parseSearch, toRouteQuery, type Search } from '../utils/search'

/** The current search. It is kept in the address, so that it can be shared, and so that "back" works. */
export function useSearch() {
  const route = useRoute()
  const hydrated = useHydrated()
  const { tonight } = useNow()
  const search = computed<Search>(() => parseSearch(hydrated.value ? route.query : {}, tonight.value))

  function updateSearch(change: Partial<Search>, { replace = false } = {}) {
    return navigateTo({ path: route.path, query: toRouteQuery({ ...search.value, ...change }) }, { replace })
  }

  return { search, updateSearch }
}
