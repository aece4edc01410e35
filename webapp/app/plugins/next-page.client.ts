/** Most who look at a list open a session next: its script comes while they look, once all else is there. */
export default defineNuxtPlugin(() => {
  onNuxtReady(() => preloadRouteComponents('/sessions/next'))
})
