package ie.tradsessions.adapters.dynamodb.twins;

import java.util.List;

/** Makes one number many small decisions. */
final class Choice {
    private int rest;

    Choice(int number) {
        rest = number;
    }

    int below(int most) {
        int chosen = rest % most;
        rest /= most;
        return chosen;
    }

    boolean oneIn(int many) {
        // What is unusual belongs to great numbers, so that shrinking takes it away.
        return below(many) == many - 1;
    }

    <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }
}
