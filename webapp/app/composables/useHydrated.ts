/** False while a generated page is taken over: until then it must look as it was generated. */
export function useHydrated() {
  const hydrated = ref(import.meta.client && !useNuxtApp().isHydrating)
  onMounted(() => {
    hydrated.value = true
  })
  return hydrated
}
