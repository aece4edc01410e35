package ie.tradsessions.adapters.lambda.http;

import ie.tradsessions.domain.search.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that is most like a mistyped one. */
final class ClosestName {
    /** A longer word is hardly a mistyped name, and comparing takes time. */
    private static final int MAX_LENGTH = 40;

    private ClosestName() {}

    static Optional<String> to(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream().min(Comparator.comparingInt(name -> distance(word, name)));
    }

    private static int distance(String one, String other) {
        return EditDistance.between(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
