/** Sign-in on one machine, by cognito-local. Its signing key is public, so it is for this machine only. */
@NullMarked
package ie.tradsessions.infrastructure.local.accounts;

import org.jspecify.annotations.NullMarked;
