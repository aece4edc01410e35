package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.application.search.SessionEntry.Opinions;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an index knows apart from its packed segment: what came after that was made, tombstones, venues that were merged
 * into others, and what waits for what it refers to. What stands here hides what stands in the segment under the same identifier. Immutable.
 */
final class Overlay {
    static final Overlay NONE = new Overlay(Map.of(), Map.of(), Map.of(), new BitSet(), new BitSet());

    /** @param venue null where it was deleted */
    record VenueEntry(@Nullable OverlayVenue venue, long version) {
        /** The venue, or null where no list of venues shows it: it was deleted, or merged into another. */
        @Nullable
        OverlayVenue listed() {
            return venue == null || venue.venue().isMerged() ? null : venue;
        }
    }

    private final Map<VenueId, VenueEntry> venues;
    private final Map<SessionId, SessionEntry> sessions;
    private final Map<SessionId, OverlaySession> listed;
    /** Rows of the segment. */
    private final BitSet hiddenVenues;

    private final BitSet hiddenSessions;

    private final Lazy<Map<VenueId, List<OverlaySession>>> byVenue = new Lazy<>(this::groupByVenue);

    private final Lazy<List<SessionEntry>> takenDown = new Lazy<>(this::findTakenDown);

    private Overlay(
            Map<VenueId, VenueEntry> venues,
            Map<SessionId, SessionEntry> sessions,
            Map<SessionId, OverlaySession> listed,
            BitSet hiddenVenues,
            BitSet hiddenSessions) {
        this.venues = venues;
        this.sessions = sessions;
        this.listed = listed;
        this.hiddenVenues = hiddenVenues;
        this.hiddenSessions = hiddenSessions;
    }

    Map<VenueId, VenueEntry> venues() {
        return venues;
    }

    Map<SessionId, SessionEntry> sessions() {
        return sessions;
    }

    /** Those sessions whose venues are known, and that are not taken down. */
    Map<SessionId, OverlaySession> listed() {
        return listed;
    }

    /** The listed sessions at a venue, be it here or in the segment. */
    List<OverlaySession> listedAt(VenueId venue) {
        return listed.isEmpty() ? List.of() : byVenue.get().getOrDefault(venue, List.of());
    }

    private Map<VenueId, List<OverlaySession>> groupByVenue() {
        Map<VenueId, List<OverlaySession>> groups = new HashMap<>();
        listed.values()
                .forEach(session -> groups.computeIfAbsent(session.venue().id(), id -> new ArrayList<>())
                        .add(session));
        return groups;
    }

    /** What is known of the sessions that were taken down. They never stand in the segment. */
    List<SessionEntry> takenDown() {
        return takenDown.get();
    }

    private List<SessionEntry> findTakenDown() {
        return sessions.values().stream()
                .filter(entry -> {
                    Facts facts = entry.facts();
                    return facts != null && facts.takenDown();
                })
                .sorted(Comparator.comparing(SessionEntry::id))
                .toList();
    }

    /** Whether a venue of the segment has another state here. */
    boolean hidesVenue(int row) {
        return hiddenVenues.get(row);
    }

    boolean hidesSession(int row) {
        return hiddenSessions.get(row);
    }

    /** How many venues and sessions would stand in a segment. */
    int size() {
        int known = 0;
        for (VenueEntry entry : venues.values()) {
            known += entry.venue == null ? 0 : 1;
        }
        return known + listed.size();
    }

    /** Puts newer states over an overlay of a segment. It changes only copies. */
    static final class Editor {
        private final Segment segment;
        private final Map<VenueId, VenueEntry> venues;
        private final Map<SessionId, SessionEntry> sessions;
        private final Map<SessionId, OverlaySession> listed;
        private final BitSet hiddenVenues;
        private final BitSet hiddenSessions;
        private final Set<VenueId> changedVenues = new HashSet<>();
        private final Set<SessionId> changedSessions = new HashSet<>();

        Editor(Segment segment, Overlay before) {
            this.segment = segment;
            venues = new HashMap<>(before.venues);
            sessions = new HashMap<>(before.sessions);
            listed = new HashMap<>(before.listed);
            hiddenVenues = (BitSet) before.hiddenVenues.clone();
            hiddenSessions = (BitSet) before.hiddenSessions.clone();
        }

        long versionOf(AggregateKey key) {
            return Overlay.versionOf(key, venues, sessions, segment);
        }

        void put(StoredAggregate stored) {
            switch (stored) {
                case StoredAggregate.OfVenue(var venue, var version) -> put(venue.id(), venue, version);
                case StoredAggregate.OfSession(var session, var version) ->
                    putSession(session.id(), Facts.of(session), version);
                case StoredAggregate.OfFeedback(var feedback, var version) ->
                    putFeedback(feedback.session(), Opinions.of(feedback), version);
                case StoredAggregate.Deleted(var key, var version) -> {
                    switch (key.kind()) {
                        case VENUE -> put(new VenueId(key.id()), null, version);
                        case SESSION -> putSession(new SessionId(key.id()), null, version);
                        case FEEDBACK -> putFeedback(new SessionId(key.id()), null, version);
                    }
                }
                case StoredAggregate.Unreadable unreadable -> {
                    // Another read of it may succeed; until then what is known stays.
                }
            }
        }

        void put(VenueId id, @Nullable Venue venue, long version) {
            int row = segment.find(id);
            if (row >= 0 && !hiddenVenues.get(row)) {
                hiddenVenues.set(row);
                takeOutSessionsAt(row);
            }
            venues.put(id, new VenueEntry(venue == null ? null : new OverlayVenue(venue), version));
            changedVenues.add(id);
        }

        void put(SessionEntry entry) {
            entry(entry.id());
            sessions.put(entry.id(), entry);
        }

        private void putSession(SessionId id, @Nullable Facts facts, long version) {
            sessions.put(id, entry(id).withSession(facts, version));
        }

        private void putFeedback(SessionId id, @Nullable Opinions opinions, long version) {
            sessions.put(id, entry(id).withFeedback(opinions, version));
        }

        /** What is known of a session, which is about to change. */
        private SessionEntry entry(SessionId id) {
            changedSessions.add(id);
            SessionEntry known = sessions.get(id);
            if (known != null) {
                return known;
            }
            int row = segment.find(id);
            if (row < 0) {
                return SessionEntry.unknown(id);
            }
            hiddenSessions.set(row);
            return segment.sessions().entry(row);
        }

        /** What filters and orders look at of a session depends on its venue. */
        private void takeOutSessionsAt(int venueRow) {
            if (venueRow >= segment.hosts().size()) {
                return;
            }
            IntLists rows = segment.sessions().rowsOfHosts();
            for (int i = rows.start(venueRow); i < rows.end(venueRow); i++) {
                int row = rows.value(i);
                if (!hiddenSessions.get(row)) {
                    SessionEntry entry = segment.sessions().entry(row);
                    hiddenSessions.set(row);
                    sessions.put(entry.id(), entry);
                    changedSessions.add(entry.id());
                }
            }
        }

        Overlay overlay() {
            if (!changedVenues.isEmpty()) {
                sessions.forEach((id, entry) -> {
                    Facts facts = entry.facts();
                    if (facts != null && changedVenues.contains(facts.venue())) {
                        changedSessions.add(id);
                    }
                });
            }
            Map<VenueId, OverlayVenue> ofSegment = new HashMap<>();
            for (SessionId id : changedSessions) {
                SessionEntry entry = sessions.getOrDefault(id, SessionEntry.unknown(id));
                Facts facts = entry.facts();
                OverlayVenue venue = facts == null ? null : venue(facts.venue(), ofSegment);
                if (facts == null || venue == null || facts.takenDown()) {
                    listed.remove(id);
                } else {
                    listed.put(id, new OverlaySession(entry, facts, venue));
                }
            }
            return new Overlay(venues, sessions, listed, hiddenVenues, hiddenSessions);
        }

        private @Nullable OverlayVenue venue(VenueId id, Map<VenueId, OverlayVenue> ofSegment) {
            VenueEntry entry = venues.get(id);
            if (entry != null) {
                return entry.venue;
            }
            OverlayVenue known = ofSegment.get(id);
            int row = known == null ? segment.find(id) : -1;
            if (row < 0) {
                return known;
            }
            OverlayVenue venue = new OverlayVenue(segment.venue(row).value());
            ofSegment.put(id, venue);
            return venue;
        }
    }

    // What is known of one key

    /** The version of what is known here or in the segment; 0 where nothing is. */
    long versionOf(AggregateKey key, Segment segment) {
        return versionOf(key, venues, sessions, segment);
    }

    private static long versionOf(
            AggregateKey key, Map<VenueId, VenueEntry> venues, Map<SessionId, SessionEntry> sessions, Segment segment) {
        return switch (key.kind()) {
            case VENUE -> {
                VenueEntry entry = venues.get(new VenueId(key.id()));
                if (entry != null) {
                    yield entry.version;
                }
                int row = segment.find(new VenueId(key.id()));
                yield row < 0 ? 0 : segment.venue(row).version();
            }
            case SESSION, FEEDBACK -> {
                SessionEntry entry = sessions.get(new SessionId(key.id()));
                if (entry == null) {
                    int row = segment.find(new SessionId(key.id()));
                    entry = row < 0 ? null : segment.sessions().entry(row);
                }
                yield entry == null ? 0 : entry.versionOf(key.kind());
            }
        };
    }

    @Nullable
    Versioned<Venue> venue(VenueId id) {
        VenueEntry entry = venues.get(id);
        OverlayVenue venue = entry == null ? null : entry.venue;
        return venue == null || entry == null ? null : new Versioned<>(venue.venue(), entry.version);
    }
}
