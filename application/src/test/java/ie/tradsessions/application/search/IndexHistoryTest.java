package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever came in whatever order and however often: what counts is what came in the latest version. */
class IndexHistoryTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final int ALL = 1_000_000;

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void any_history_leads_to_the_index_of_what_is_stored_in_the_end(@ForAll long seed) {
        anyHistoryLeadsToTheIndexOfWhatIsStoredInTheEnd(seed);
    }

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    @Tag("long")
    void very_many_histories_lead_to_the_index_of_what_is_stored_in_the_end(@ForAll long seed) {
        anyHistoryLeadsToTheIndexOfWhatIsStoredInTheEnd(seed);
    }

    private static void anyHistoryLeadsToTheIndexOfWhatIsStoredInTheEnd(long seed) {
        Random random = new Random(seed);
        List<StoredAggregate> history = history(random);
        Map<AggregateKey, StoredAggregate> latest = new HashMap<>();
        history.forEach(stored ->
                latest.merge(stored.key(), stored, (one, other) -> one.version() >= other.version() ? one : other));
        Index expected = Index.empty().with(latest.values());

        Index index = Index.empty();
        List<StoredAggregate> read = new ArrayList<>(history);
        // Some entries of a journal are read twice.
        history.stream().filter(stored -> random.nextInt(4) == 0).forEach(read::add);
        Collections.shuffle(read, random);
        for (int from = 0; from < read.size(); ) {
            int to = Math.min(read.size(), from + 1 + random.nextInt(8));
            index = index.with(read.subList(from, to));
            from = to;
            index = switch (random.nextInt(6)) {
                case 0 -> index.compacted(NOW);
                case 1 -> Index.ofChunks(index.chunks(NOW));
                default -> index;
            };
        }

        assertThat(index.differencesFrom(expected)).isEmpty();
        assertThat(index.with(read)).isSameAs(index);
        assertAnswersAlike(index, expected, random);
        assertShowsNothingThatWasTakenDown(index, latest.values());
        assertThat(index.chunks(NOW)).usingRecursiveComparison().isEqualTo(expected.chunks(NOW));
    }

    /** Each aggregate in several versions; some are deleted in one of them. */
    private static List<StoredAggregate> history(Random random) {
        GeneratedSessions generated = GeneratedSessions.of(8, random.nextInt(1_000));
        List<StoredAggregate> history = new ArrayList<>();
        for (Venue venue : generated.venues()) {
            Venue other = one(generated.venues(), random);
            addVersions(
                    history,
                    random,
                    new StoredAggregate.OfVenue(venue, 1),
                    new StoredAggregate.OfVenue(movedTo(venue, other), 1));
        }
        for (Session session : generated.sessions()) {
            Session other = one(generated.sessions(), random);
            addVersions(
                    history,
                    random,
                    new StoredAggregate.OfSession(session, 1),
                    new StoredAggregate.OfSession(
                            new Session(
                                    session.id(),
                                    other.venue(),
                                    other.name(),
                                    other.timetable(),
                                    other.etiquette(),
                                    session.instruments(),
                                    null,
                                    other.shared(),
                                    true,
                                    null),
                            1));
        }
        generated
                .feedbacks()
                .forEach(feedback -> addVersions(
                        history,
                        random,
                        new StoredAggregate.OfFeedback(feedback, 1),
                        new StoredAggregate.OfFeedback(feedback, 1)));
        return history;
    }

    private static Venue movedTo(Venue venue, Venue other) {
        return new Venue(
                venue.id(),
                other.name(),
                null,
                List.of(),
                List.of(),
                other.place(),
                other.location(),
                other.timeZone(),
                null,
                null,
                venue.sources(),
                true,
                null);
    }

    private static void addVersions(
            List<StoredAggregate> history, Random random, StoredAggregate one, StoredAggregate other) {
        int versions = random.nextInt(4);
        for (int version = 1; version <= versions; version++) {
            history.add(
                    random.nextInt(5) == 0
                            ? new StoredAggregate.Deleted(one.key(), version)
                            : keptByMembers(IndexTest.inVersion(random.nextBoolean() ? one : other, version), random));
        }
    }

    /**
     * Organisers come and go, sessions are taken down and listed again, and venues merged and separated: what is in a
     * version need not be in the next.
     */
    private static StoredAggregate keptByMembers(StoredAggregate stored, Random random) {
        return switch (stored) {
            case StoredAggregate.OfSession(var session, var version) ->
                new StoredAggregate.OfSession(GeneratedSessions.keptByMembers(session, random), version);
            case StoredAggregate.OfVenue(var venue, var version) ->
                new StoredAggregate.OfVenue(GeneratedSessions.keptByModerators(venue, random), version);
            default -> stored;
        };
    }

    private static void assertAnswersAlike(Index index, Index expected, Random random) {
        List<Venue> venues = expected.venuesAfter(null, ALL).stream()
                .map(id -> expected.venue(id).orElseThrow().value())
                .toList();
        assertThat(index.venuesAfter(null, ALL)).isEqualTo(expected.venuesAfter(null, ALL));
        assertThat(index.sessionsAfter(null, ALL)).isEqualTo(expected.sessionsAfter(null, ALL));
        assertThat(index.count(NOW)).isEqualTo(expected.count(NOW));
        for (Venue venue : venues) {
            assertThat(index.venue(venue.id())).isEqualTo(expected.venue(venue.id()));
            assertThat(index.sessionsAt(venue.id())).isEqualTo(expected.sessionsAt(venue.id()));
            assertThat(index.within(venue.location(), 2_000)).isEqualTo(expected.within(venue.location(), 2_000));
            venue.sources().forEach(source -> assertThat(index.from(source)).isEqualTo(expected.from(source)));
        }
        if (venues.isEmpty()) {
            return;
        }
        GeneratedQueries queries =
                new GeneratedQueries(new GeneratedSessions(venues, List.of(), List.of()), random.nextLong());
        for (int i = 0; i < 12; i++) {
            SessionQuery query = queries.next();
            assertThat(index.find(query, NOW, ALL, null))
                    .as("%s", query)
                    .isEqualTo(expected.find(query, NOW, ALL, null));
            VenueQuery venueQuery = new VenueQuery(query.text(), query.near(), query.county());
            assertThat(index.find(venueQuery, NOW, ALL, null))
                    .as("%s", venueQuery)
                    .isEqualTo(expected.find(venueQuery, NOW, ALL, null));
        }
    }

    /** In no list, on no page of a venue, in no count: whatever was told before or after. */
    static void assertShowsNothingThatWasTakenDown(Index index, Collection<StoredAggregate> stored) {
        Set<SessionId> takenDown = new HashSet<>();
        Set<VenueId> merged = new HashSet<>();
        for (StoredAggregate one : stored) {
            if (one instanceof StoredAggregate.OfVenue(Venue venue, long version) && venue.isMerged()) {
                merged.add(venue.id());
            }
            if (one instanceof StoredAggregate.OfSession(Session session, long version) && session.isTakenDown()) {
                takenDown.add(session.id());
            }
        }
        List<SessionCard> listed =
                index.find(SessionQuery.builder().build(), NOW, ALL, null).items();
        assertThat(listed)
                .extracting(SessionCard::id)
                .filteredOn(takenDown::contains)
                .isEmpty();
        for (VenueId venue : index.venuesAfter(null, ALL)) {
            assertThat(index.sessionsAt(venue))
                    .extracting(SessionCard::id)
                    .filteredOn(takenDown::contains)
                    .isEmpty();
            assertThat(takenDown)
                    .containsAll(index.takenDownAt(venue).stream()
                            .map(SessionCard::id)
                            .toList());
        }
        Counts counts = index.count(NOW);
        assertThat(Stream.concat(counts.counties().values().stream(), counts.countries().values().stream())
                        .mapToInt(Counts.Count::sessions)
                        .sum())
                .isEqualTo(listed.size());
        assertThat(index.find(new VenueQuery(null, null, null), NOW, ALL, null).items().stream()
                        .mapToInt(VenueCard::sessions)
                        .sum())
                .as("at the venues that are listed: sessions leave one that was merged one after another")
                .isEqualTo((int) listed.stream()
                        .filter(card -> !merged.contains(card.venue().id()))
                        .count());
    }

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
