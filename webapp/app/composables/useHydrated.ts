/** False while Vue hydrates a generated page: until then the page must look exactly as it was generated. */
export function useHydrated() {
  const hydrated = ref(import.meta.client && !useNuxtApp().isHydrating)
  onMounted(() => {
    hydrated.value = true
  })
  return hydrated
}
