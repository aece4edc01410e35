/** After a list most visitors open a session, so the script of that page is loaded in advance. */
export default defineNuxtPlugin(() => {
  onNuxtReady(() => preloadRouteComponents('/sessions/any'))
})
