/** Whether there is room beside the list; known only once the page runs. */
export function useWide() {
  const wide = ref(false)
  onMounted(() => {
    const room = window.matchMedia('(width >= 900px)')
    const look = () => {
      wide.value = room.matches
    }
    look()
    room.addEventListener('change', look)
    onBeforeUnmount(() => room.removeEventListener('change', look))
  })
  return wide
}
