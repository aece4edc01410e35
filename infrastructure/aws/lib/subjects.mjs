// Which rules (controls/*.guard) are about which template, and the parameters of each in every environment that it is for.
import { environments } from './environments.mjs'

export const subjects = {
  'application.yaml': { rules: ['table', 'functions', 'rights', 'api', 'sign-in', 'site'], environments },
}
