package ie.tradsessions.application.search;

import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.domain.search.FoldedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session outside the packed segment, with what is worked out of it when it is first asked for. Thread-safe. */
final class OverlaySession {
    private final ListedSession session;
    private final OverlayVenue venue;
    private final int etiquette;
    private final int weekdays;
    private final Lazy<List<String>> ownTerms;
    private final Lazy<SortKey> nameKey;
    private volatile @Nullable Start next;

    /** When the next night begins: the same for every second from one to another. */
    private record Start(long from, long second) {}

    OverlaySession(SessionEntry entry, Facts facts, OverlayVenue venue) {
        session = new ListedSession(entry, facts, venue.summary());
        this.venue = venue;
        etiquette = EtiquetteBits.of(facts.etiquette());
        weekdays = Weekdays.bits(facts.timetable().schedule().recurrence().weekdays());
        String name = facts.name();
        ownTerms = new Lazy<>(() -> name == null ? List.of() : SearchTerms.sorted(FoldedText.terms(name)));
        nameKey = new Lazy<>(
                () -> SortKey.byText(NameOrder.of(session.name()), session.id().value()));
    }

    ListedSession session() {
        return session;
    }

    OverlayVenue overlayVenue() {
        return venue;
    }

    VenueSummary venue() {
        return venue.summary();
    }

    /** As in {@link EtiquetteBits}. */
    int etiquette() {
        return etiquette;
    }

    /** As in {@link Weekdays}. */
    int weekdays() {
        return weekdays;
    }

    boolean hasEnded(Tonight tonight) {
        return session.hasEnded(tonight.in(venue().timeZone()));
    }

    /** Those of the session's own name, sorted. */
    List<String> ownTerms() {
        return ownTerms.get();
    }

    SortKey nameKey() {
        return nameKey.get();
    }

    SortKey nextKey(long second) {
        Start known = next;
        if (known == null || second < known.from || second > known.second) {
            known = new Start(second, session.nextStart(second));
            next = known;
        }
        return NextStarts.key(known.second, session.id().value());
    }
}
