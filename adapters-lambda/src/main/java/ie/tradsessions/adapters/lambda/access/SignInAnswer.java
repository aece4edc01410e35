package ie.tradsessions.adapters.lambda.access;

/** What a sign-in provider answers: what was asked of it, or why not. */
public sealed interface SignInAnswer<T> {
    record Given<T>(T value) implements SignInAnswer<T> {}

    record Refused<T>(SignInRefusal refusal) implements SignInAnswer<T> {}
}
