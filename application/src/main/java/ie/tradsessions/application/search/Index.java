package ie.tradsessions.application.search;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All venues and sessions as they were at one moment, arranged so that each question looks at few of them: a packed
 * segment, and an overlay of what came after that was made. Immutable.
 */
public final class Index {
    /** Changes with the fields of a snapshot and with the rules by which terms, orders and places are worked out. */
    public static final int FORMAT = 6;

    private static final int MIN_LARGE_OVERLAY = 512;
    private static final int LARGE_OVERLAY_DIVISOR = 16;

    private final Segment segment;
    private final Overlay overlay;
    private volatile @Nullable Counted lastCount;

    /** What was counted in a minute of the epoch. Nights begin and end at full minutes, whatever the time zone. */
    private record Counted(long minute, Counts counts) {}

    private Index(Segment segment, Overlay overlay) {
        this.segment = segment;
        this.overlay = overlay;
    }

    public static Index empty() {
        return of(Packer.pack(Contents.NONE, Instant.EPOCH));
    }

    private static Index of(Sections sections) {
        Segment segment = Segment.of(sections);
        Overlay rest = sections.read(Section.Table.REST, Section.Kind.RECORDS, bytes -> Rest.read(bytes, segment));
        return new Index(segment, rest);
    }

    // From and to a snapshot

    /**
     * The index of a snapshot.
     *
     * @throws UnreadableSnapshot if the chunks are not those of a snapshot of {@link #FORMAT}
     */
    static Index ofChunks(List<byte[]> chunks) {
        return of(SnapshotCodec.read(chunks));
    }

    /** The chunks of a snapshot of this index, each at most {@link Snapshots#MAX_CHUNK_BYTES}. */
    List<byte[]> chunks(Instant now) {
        return SnapshotCodec.write(packed(now).all());
    }

    /** This index, packed into one segment. */
    Index compacted(Instant now) {
        return of(packed(now));
    }

    private Sections packed(Instant now) {
        return Packer.pack(contents(), now);
    }

    /** Everything that is known, read out of its packed form. */
    Contents contents() {
        return Contents.of(segment, overlay);
    }

    /** Whether so much stands apart from the packed segment that looking through it costs more than packing again. */
    boolean hasLargeOverlay() {
        int packed = segment.venues() + segment.sessions().size();
        return overlay.size() > Math.max(MIN_LARGE_OVERLAY, packed / LARGE_OVERLAY_DIVISOR);
    }

    // Following what is stored

    /** With those that are newer than what is here; this very index where none is. */
    Index with(Collection<? extends StoredAggregate> stored) {
        Overlay.Editor editor = null;
        for (StoredAggregate aggregate : stored) {
            boolean readable = !(aggregate instanceof StoredAggregate.Unreadable);
            if (editor == null) {
                if (readable && aggregate.version() > versionOf(aggregate.key())) {
                    editor = new Overlay.Editor(segment, overlay);
                    editor.put(aggregate);
                }
            } else if (readable && aggregate.version() > editor.versionOf(aggregate.key())) {
                editor.put(aggregate);
            }
        }
        return editor == null ? this : new Index(segment, editor.overlay());
    }

    /** The version of what is here, also of a tombstone; 0 where the key is not known. */
    public long versionOf(AggregateKey key) {
        return overlay.versionOf(key, segment);
    }

    /** The keys whose content or version differs from another index, in order. */
    List<AggregateKey> differencesFrom(Index other) {
        return contents().differencesFrom(other.contents());
    }

    // Questions about sessions

    /**
     * A page of the sessions that a query asks for and that have not ended.
     *
     * @param now the moment at which "ended" and "next" are judged, on the first page
     * @throws ie.tradsessions.domain.InvalidValue on the field {@code cursor} if no list in this order gave the token
     *     within the last day
     */
    public Page<SessionCard> find(SessionQuery query, Instant now, int limit, @Nullable PageToken after) {
        return new SessionSearch(segment.sessions(), overlay, query, now, limit, after).page(this::summary);
    }

    /** All sessions at a venue, those that have ended too, in the order of their identifiers. */
    public List<SessionCard> sessionsAt(VenueId id) {
        List<SessionCard> cards = new ArrayList<>();
        segment.eachSessionAt(id, row -> {
            if (!overlay.hidesSession(row)) {
                cards.add(segment.sessions().session(row).card(this::summary));
            }
        });
        overlay.listedAt(id).forEach(session -> cards.add(session.session().card(this::summary)));
        cards.sort(Comparator.comparing(SessionCard::id));
        return cards;
    }

    /** The sessions that were taken down at a venue, which no list shows, in the order of their identifiers. */
    public List<SessionCard> takenDownAt(VenueId id) {
        VenueSummary venue = summary(id);
        return overlay.takenDown().stream()
                .filter(entry -> {
                    Facts facts = entry.facts();
                    return facts != null && facts.venue().equals(id);
                })
                .flatMap(entry -> card(entry, venue).stream())
                .toList();
    }

    /** All sessions at a venue, those too that have ended or were taken down. */
    public List<SessionId> allSessionsAt(VenueId id) {
        return Stream.concat(sessionsAt(id).stream(), takenDownAt(id).stream())
                .map(SessionCard::id)
                .toList();
    }

    /** @param takenDown whether no list shows it */
    public record Known(SessionCard card, boolean takenDown) {}

    /** A session whose venue is known, also one that has ended or was taken down. */
    public Optional<Known> session(SessionId id) {
        SessionEntry entry = overlay.sessions().get(id);
        if (entry == null) {
            int row = segment.find(id);
            return row < 0
                    ? Optional.empty()
                    : Optional.of(new Known(segment.sessions().session(row).card(this::summary), false));
        }
        Facts facts = entry.facts();
        return facts == null
                ? Optional.empty()
                : card(entry, summary(facts.venue())).map(card -> new Known(card, facts.takenDown()));
    }

    private Optional<SessionCard> card(SessionEntry entry, @Nullable VenueSummary venue) {
        Facts facts = entry.facts();
        return facts == null || venue == null
                ? Optional.empty()
                : Optional.of(new ListedSession(entry, facts, venue).card(this::summary));
    }

    /** What is known of a venue that is not deleted. */
    private @Nullable VenueSummary summary(VenueId id) {
        Overlay.VenueEntry entry = overlay.venues().get(id);
        if (entry != null) {
            OverlayVenue venue = entry.venue();
            return venue == null ? null : venue.summary();
        }
        int row = segment.find(id);
        return row < 0 ? null : segment.summary(row);
    }

    // Questions about venues

    /**
     * A page of the venues that a query asks for: the nearest first where something near is asked for, else by name.
     *
     * @param now the moment at which it is judged how many of their sessions have not ended
     * @throws ie.tradsessions.domain.InvalidValue on the field {@code cursor} if no list in this order gave the token
     */
    public Page<VenueCard> find(VenueQuery query, Instant now, int limit, @Nullable PageToken after) {
        Tonight tonight = new Tonight(now);
        return new VenueSearch(segment, overlay, venue -> countSessionsAt(venue, tonight), query, limit, after).page();
    }

    private int countSessionsAt(VenueSummary venue, Tonight tonight) {
        SessionRow.Packed session = SessionRow.Packed.of(segment.sessions());
        int[] count = new int[1];
        segment.eachSessionAt(venue.id(), row -> {
            if (!overlay.hidesSession(row) && !session.at(row).hasEnded(tonight)) {
                count[0]++;
            }
        });
        for (OverlaySession listed : overlay.listedAt(venue.id())) {
            count[0] += listed.hasEnded(tonight) ? 0 : 1;
        }
        return count[0];
    }

    /** The venues at most so far from a point, the nearest first and those at one distance by identifier. */
    public List<Venue> within(GeoPoint point, double metres) {
        List<Venue> venues = new ArrayList<>();
        BoundingBox box = BoundingBox.around(point, metres);
        for (VenueTable table : segment.venueTables()) {
            int first = segment.firstRow(table);
            table.positions().each(box, row -> {
                boolean here = !overlay.hidesVenue(first + row)
                        && table.positions().get(row).metresTo(point) <= metres;
                if (here) {
                    venues.add(table.venue(row).value());
                }
            });
        }
        overlay.venues().values().forEach(entry -> {
            OverlayVenue known = entry.listed();
            if (known != null && known.venue().location().metresTo(point) <= metres) {
                venues.add(known.venue());
            }
        });
        venues.sort(Comparator.comparingDouble((Venue venue) -> venue.location().metresTo(point))
                .thenComparing(Venue::id));
        return venues;
    }

    /** The venue that came from a source; of several the first by identifier. */
    public Optional<VenueId> from(Source source) {
        List<VenueId> venues = new ArrayList<>();
        segment.sources().each(source, row -> {
            if (!overlay.hidesVenue(row)) {
                venues.add(segment.venueId(row));
            }
        });
        overlay.venues().values().forEach(entry -> {
            OverlayVenue known = entry.listed();
            if (known != null && known.venue().sources().contains(source)) {
                venues.add(known.venue().id());
            }
        });
        return venues.stream().min(Comparator.naturalOrder());
    }

    /** A venue that is known and not deleted, also one that was merged into another: that is in no list. */
    public Optional<Versioned<Venue>> venue(VenueId id) {
        if (overlay.venues().containsKey(id)) {
            return Optional.ofNullable(overlay.venue(id));
        }
        int row = segment.find(id);
        return row < 0 ? Optional.empty() : Optional.of(segment.venue(row));
    }

    // Questions about all of them

    /** @param now the moment at which it is judged which sessions have ended */
    public Counts count(Instant now) {
        long minute = Math.floorDiv(now.getEpochSecond(), 60);
        Counted last = lastCount;
        if (last == null || last.minute != minute) {
            last = new Counted(minute, Counting.count(segment, overlay, new Tonight(now)));
            lastCount = last;
        }
        return last.counts;
    }

    /** Identifiers of venues behind a given one, in order. */
    public List<VenueId> venuesAfter(@Nullable VenueId after, int limit) {
        return Enumeration.venues(segment, overlay, after, limit);
    }

    /**
     * Identifiers of sessions behind a given one, in order; also of those that have ended, were taken down or whose venue
     * is missing.
     */
    public List<SessionId> sessionsAfter(@Nullable SessionId after, int limit) {
        return Enumeration.sessions(segment, overlay, after, limit);
    }
}
