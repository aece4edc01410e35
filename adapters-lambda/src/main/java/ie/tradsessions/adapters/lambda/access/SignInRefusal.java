package ie.tradsessions.adapters.lambda.access;

import java.time.Duration;

/** Why a sign-in provider does not do what it was asked. */
public sealed interface SignInRefusal {
    /** There is no such account, or it has another password: nobody is told which. */
    record WrongCredentials() implements SignInRefusal {}

    /** The password is right, and does not suffice. */
    sealed interface MoreNeeded extends SignInRefusal {}

    /** The e-mail is not confirmed yet. */
    record NotConfirmed() implements MoreNeeded {}

    /** The account has an authenticator app as its second factor, and its code was not given. */
    record SecondFactor() implements MoreNeeded {}

    /** The provider asks for what can only be told to its own page, such as another password than the one of an invitation. */
    record ProviderPage() implements MoreNeeded {}

    record AccountExists() implements SignInRefusal {}

    /** The code is not the one that was sent, or that the authenticator app shows, or has been used, or is too old. */
    record WrongCode() implements SignInRefusal {}

    /** The provider wants another password than this. */
    record UnsuitablePassword() implements SignInRefusal {}

    /** The provider does not take this as an e-mail. */
    record UnsuitableEmail() implements SignInRefusal {}

    /** The token that says who asks is no longer good: it has expired, or was revoked. */
    record SignedOut() implements SignInRefusal {}

    record TooManyAttempts(Duration retryAfter) implements SignInRefusal {}
}
