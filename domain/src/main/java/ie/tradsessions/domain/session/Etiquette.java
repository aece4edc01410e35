package ie.tradsessions.domain.session;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a player should know before taking out an instrument. */
public record Etiquette(Admission admission, Leadership leadership, Pace pace, Focus focus, Set<Dance> dances) {
    public Etiquette {
        dances = inOrder(Dance.class, dances);
    }

    /** An unmodifiable copy in the order in which the constants stand. */
    static <E extends Enum<E>> Set<E> inOrder(Class<E> type, Set<E> some) {
        EnumSet<E> ordered = EnumSet.noneOf(type);
        ordered.addAll(some);
        return Collections.unmodifiableSet(ordered);
    }
}
