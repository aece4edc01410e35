/** Shows who is signed in. What that takes is loaded only by those who have signed in before, once their page is shown. */
export default defineNuxtPlugin(() => {
  const { signedIn } = useSignedIn()
  const identity = () => import('../stores/identity').then(({ useIdentity }) => useIdentity())
  onNuxtReady(async () => {
    signedIn.value = hasSignedIn()
    if (signedIn.value) await (await identity()).restore()
  })
  onSignedInElsewhere(async () => (await identity()).changedElsewhere())
})
