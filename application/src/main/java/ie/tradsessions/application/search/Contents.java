package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.AggregateKey.Kind;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an index knows, read out of its packed form: to pack it again, or to compare it.
 *
 * @param deletedVenues the versions of the tombstones
 * @param sessions those that are deleted or wait for something too
 */
record Contents(
        Map<VenueId, Versioned<Venue>> venues,
        Map<VenueId, Long> deletedVenues,
        Map<SessionId, SessionEntry> sessions) {
    static final Contents NONE = new Contents(Map.of(), Map.of(), Map.of());

    static Contents of(Segment segment, Overlay overlay) {
        Map<VenueId, Versioned<Venue>> venues = new HashMap<>();
        Map<VenueId, Long> deletedVenues = new HashMap<>();
        for (int row = 0; row < segment.venues(); row++) {
            if (!overlay.hidesVenue(row)) {
                Versioned<Venue> venue = segment.venue(row);
                venues.put(venue.value().id(), venue);
            }
        }
        overlay.venues().forEach((id, entry) -> {
            OverlayVenue venue = entry.venue();
            if (venue == null) {
                deletedVenues.put(id, entry.version());
            } else {
                venues.put(id, new Versioned<>(venue.venue(), entry.version()));
            }
        });
        Map<SessionId, SessionEntry> sessions = new HashMap<>(overlay.sessions());
        for (int row = 0; row < segment.sessions().size(); row++) {
            if (!overlay.hidesSession(row)) {
                SessionEntry entry = segment.sessions().entry(row);
                sessions.put(entry.id(), entry);
            }
        }
        return new Contents(venues, deletedVenues, sessions);
    }

    /** The keys whose content or version differs, in order. */
    List<AggregateKey> differencesFrom(Contents other) {
        List<AggregateKey> keys = new ArrayList<>();
        for (VenueId id : union(venues.keySet(), other.venues.keySet())) {
            if (!Objects.equals(venues.get(id), other.venues.get(id))) {
                keys.add(AggregateKey.of(id));
            }
        }
        for (VenueId id : union(deletedVenues.keySet(), other.deletedVenues.keySet())) {
            if (!Objects.equals(deletedVenues.get(id), other.deletedVenues.get(id))) {
                keys.add(AggregateKey.of(id));
            }
        }
        for (SessionId id : union(sessions.keySet(), other.sessions.keySet())) {
            SessionEntry one = sessions.getOrDefault(id, SessionEntry.unknown(id));
            SessionEntry another = other.sessions.getOrDefault(id, SessionEntry.unknown(id));
            if (differ(one.facts(), one.version(), another.facts(), another.version())) {
                keys.add(new AggregateKey(Kind.SESSION, id.value()));
            }
            if (differ(one.opinions(), one.feedbackVersion(), another.opinions(), another.feedbackVersion())) {
                keys.add(new AggregateKey(Kind.FEEDBACK, id.value()));
            }
        }
        return keys.stream().distinct().sorted().toList();
    }

    private static boolean differ(@Nullable Object one, long version, @Nullable Object other, long otherVersion) {
        return version != otherVersion || !Objects.equals(one, other);
    }

    private static <K> Set<K> union(Set<K> some, Set<K> others) {
        Set<K> union = new HashSet<>(some);
        union.addAll(others);
        return Collections.unmodifiableSet(union);
    }
}
