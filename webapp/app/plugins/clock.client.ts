const MINUTE_MS = 60_000

/** Keeps the current time of `useNow` up to date, once the first page is hydrated. */
export default defineNuxtPlugin((nuxtApp) => {
  const { now } = useNow()
  const update = () => {
    if (document.visibilityState === 'visible') now.value = Date.now()
  }
  nuxtApp.hook('app:suspense:resolve', () => {
    update()
    setInterval(update, MINUTE_MS)
    document.addEventListener('visibilitychange', update)
  })
})
