import type { CodeSent } from '../types/member'

/**
 * An account that waits for its code. In memory only, so that the password is kept nowhere: after a reload the member
 * signs in once more.
 */
export const useSignUp = defineStore('signUp', () => {
  const displayName = ref('')
  const email = ref('')
  const password = ref('')
  const sent = ref<CodeSent | null>(null)

  function clear() {
    displayName.value = ''
    email.value = ''
    password.value = ''
    sent.value = null
  }

  return { displayName, email, password, sent, clear }
})
