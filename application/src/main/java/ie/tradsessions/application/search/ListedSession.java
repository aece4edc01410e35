package ie.tradsessions.application.search;

import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.application.search.SessionEntry.Opinions;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.PastNights;
import ie.tradsessions.domain.feedback.Rank;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session whose venue is known, with what is worked out of it once. Immutable. */
final class ListedSession {
    private final SessionEntry entry;
    private final SessionCard card;
    private final Set<VenueId> movedTo;
    private final double rank;

    ListedSession(SessionEntry entry, Facts facts, VenueSummary venue) {
        this.entry = entry;
        Opinions opinions = entry.opinionsOrNone();
        LocalDate sharedOn = facts.sharedAt().atZone(venue.timeZone()).toLocalDate();
        SignsOfLife signs = opinions.testimony().signs(sharedOn, facts.timetable());
        card = new SessionCard(
                entry.id(),
                facts.name(),
                venue,
                facts.timetable(),
                facts.etiquette(),
                signs,
                PastNights.of(facts.timetable(), Night.of(facts.sharedAt(), venue.timeZone()), opinions.firstNight())
                        .since(),
                opinions.ratings(),
                Map.of(),
                facts.sample());
        movedTo = facts.timetable().changes().isEmpty()
                ? Set.of()
                : facts.timetable().venuesMovedTo();
        rank = Rank.of(opinions.ratings(), signs);
    }

    SessionEntry entry() {
        return entry;
    }

    SessionId id() {
        return card.id();
    }

    Timetable timetable() {
        return card.timetable();
    }

    VenueSummary venue() {
        return card.venue();
    }

    /** The session's own name or, where it has none, the venue's. */
    String name() {
        String own = card.name();
        return own != null ? own : card.venue().name();
    }

    SortKey rankKey() {
        return SortKey.byNumber(-rank, card.id().value());
    }

    boolean hasEnded(LocalDate today) {
        return card.venue().surelyClosed() || Freshness.hasEnded(card.timetable(), card.signs(), today);
    }

    /** When its next night begins at or after a second of the epoch, or {@link NextStarts#NEVER}. */
    long nextStart(long second) {
        return card.timetable()
                .nextToBegin(Instant.ofEpochSecond(second), card.venue().timeZone())
                .map(Instant::getEpochSecond)
                .orElse(NextStarts.NEVER);
    }

    /** @param venues tells what is known of other venues now; null where nothing is */
    SessionCard card(Function<VenueId, @Nullable VenueSummary> venues) {
        if (movedTo.isEmpty()) {
            return card;
        }
        Map<VenueId, VenueSummary> known = new HashMap<>();
        for (VenueId id : movedTo) {
            VenueSummary venue = venues.apply(id);
            if (venue != null) {
                known.put(id, venue);
            }
        }
        return new SessionCard(
                card.id(),
                card.name(),
                card.venue(),
                card.timetable(),
                card.etiquette(),
                card.signs(),
                card.knownSince(),
                card.ratings(),
                known,
                card.sample());
    }
}
