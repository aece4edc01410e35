/** Whether there is room for a second column. False until the page is mounted, since a page is generated without a screen. */
export function useWideScreen() {
  const wide = ref(false)
  onMounted(() => {
    const query = window.matchMedia('(width >= 900px)')
    const update = () => {
      wide.value = query.matches
    }
    update()
    query.addEventListener('change', update)
    onBeforeUnmount(() => query.removeEventListener('change', update))
  })
  return wide
}
