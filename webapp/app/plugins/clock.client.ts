const MINUTE = 60_000

/** Keeps the moment that pages show true, from the first quiet moment on. */
export default defineNuxtPlugin((nuxtApp) => {
  const { now } = useNow()
  const tick = () => {
    if (document.visibilityState === 'visible') now.value = Date.now()
  }
  nuxtApp.hook('app:suspense:resolve', () => {
    tick()
    setInterval(tick, MINUTE)
    document.addEventListener('visibilitychange', tick)
  })
})
