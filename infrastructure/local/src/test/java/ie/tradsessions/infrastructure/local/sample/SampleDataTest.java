package ie.tradsessions.infrastructure.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStorage;
import ie.tradsessions.adapters.inmemory.InMemoryStore;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.dataset.CheckReviews;
import ie.tradsessions.application.dataset.ExportDataSet;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.member.SaveProfile;
import ie.tradsessions.application.member.WelcomeMember;
import ie.tradsessions.application.moderation.ReportSubject;
import ie.tradsessions.application.opinion.TransferReviews;
import ie.tradsessions.application.session.ImportSample;
import ie.tradsessions.application.session.TransferSession;
import ie.tradsessions.application.venue.ImportVenue;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.infrastructure.local.importing.SilentProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static final Instant TONIGHT = Instant.parse("2026-11-24T21:30:00Z");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final MemberId GRAINNE = MemberId.of("https://issuer.example/", "Gráinne");
    private static final Map<String, MemberId> PEOPLE = Map.of("Gráinne", GRAINNE);

    private record Loaded(List<Venue> venues, List<ExportDataSet.Entry.SessionEntry> sessions) {
        List<Session> allSessions() {
            return sessions.stream()
                    .map(ExportDataSet.Entry.SessionEntry::session)
                    .toList();
        }
    }

    private static Loaded loadedAt(Instant now) {
        return loadedInto(new InMemoryStore(), now);
    }

    private static Loaded loadedInto(InMemoryStore store, Instant now) {
        IndexedStorage stored = IndexedStorage.of((clock, saved) -> InMemoryStorage.of(store, clock, saved), () -> now);
        new SampleData(
                        new ImportVenue(
                                stored.venues(), stored.venueHistory(), stored.index(), CountyBoundaries.bundled()),
                        new ImportSample(
                                new TransferSession(
                                        stored.sessions(), stored.feedbacks(), stored.knownVenues(), stored.index()),
                                new TransferReviews(
                                        stored.feedbacks(),
                                        stored.storage().reviews(),
                                        stored.storage().voices(),
                                        stored.changes()),
                                stored.feedbacks(),
                                stored.members(),
                                stored.changes()),
                        stored.knownVenues(),
                        PEOPLE,
                        new WelcomeMember(
                                stored.members(), new SaveProfile(stored.requests(() -> now), stored.names(() -> now))),
                        new ReportSubject(
                                stored.requests(() -> now),
                                stored.storage().cases(),
                                stored.sessions(),
                                stored.knownVenues(),
                                stored.storage().reviews()),
                        () -> now)
                .load(new SilentProgress());
        List<ExportDataSet.Entry> all = new ExportDataSet(
                        stored.index(),
                        stored.storage().dataSet(),
                        stored.storage().reviews())
                .export(new ExportDataSet.Query(ExportDataSet.MAX_LIMIT, null))
                .items();
        return new Loaded(
                all.stream()
                        .filter(ExportDataSet.Entry.VenueEntry.class::isInstance)
                        .map(entry -> ((ExportDataSet.Entry.VenueEntry) entry).venue())
                        .toList(),
                all.stream()
                        .filter(ExportDataSet.Entry.SessionEntry.class::isInstance)
                        .map(ExportDataSet.Entry.SessionEntry.class::cast)
                        .toList());
    }

    @Test
    void what_an_invented_member_shares_that_member_organises() {
        InMemoryStore store = new InMemoryStore();
        loadedInto(store, TONIGHT);
        Loaded loaded = loadedInto(store, TONIGHT.plus(Duration.ofHours(1)));

        List<SessionId> organised = loaded.allSessions().stream()
                .filter(session -> session.isOrganisedBy(GRAINNE))
                .filter(session -> session.shared().isBy(GRAINNE))
                .map(Session::id)
                .toList();
        assertThat(organised).isNotEmpty();
        assertThat(InMemoryStorage.of(store, () -> TONIGHT, saved -> {})
                        .members()
                        .of(GRAINNE, ReadConsistency.STRONG)
                        .activity()
                        .value()
                        .contributions()
                        .organised())
                .containsExactlyElementsOf(organised);
        assertThat(loaded.allSessions())
                .filteredOn(session -> session.organiser() == null)
                .allSatisfy(session -> assertThat(session.shared().by()).isInstanceOf(Author.Named.class));
    }

    @Test
    void every_county_has_a_session() {
        Loaded loaded = loadedAt(TONIGHT);
        Set<County> counties = EnumSet.noneOf(County.class);
        Map<String, Venue> byId = new HashMap<>();
        loaded.venues().forEach(venue -> byId.put(venue.id().value(), venue));
        loaded.allSessions().stream()
                .map(session -> byId.get(session.venue().value()).place().county())
                .filter(java.util.Objects::nonNull)
                .forEach(counties::add);

        assertThat(counties).containsExactlyInAnyOrder(County.values());
    }

    @Test
    void the_county_that_a_sample_states_is_the_one_it_lies_in() {
        assertThat(loadedAt(TONIGHT).venues())
                .filteredOn(venue -> venue.place().county() != null)
                .allSatisfy(venue -> assertThat(CountyBoundaries.bundled().countyOf(venue.location()))
                        .as(venue.name())
                        .contains(venue.place().county()));
    }

    @Test
    void every_kind_of_schedule_of_night_and_of_freshness_is_there() {
        Loaded loaded = loadedAt(TONIGHT);
        Set<Class<?>> recurrences = loaded.allSessions().stream()
                .map(session -> session.timetable().schedule().recurrence().getClass())
                .collect(Collectors.toSet());
        Set<Class<?>> changes = loaded.allSessions().stream()
                .flatMap(session -> session.timetable().changes().values().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
        Set<Freshness> freshness = loaded.sessions().stream()
                .map(entry -> freshnessOf(entry.session(), entry.feedback()))
                .collect(Collectors.toSet());

        assertThat(recurrences)
                .containsExactlyInAnyOrder(
                        Recurrence.Weekly.class,
                        Recurrence.EveryNWeeks.class,
                        Recurrence.NthWeekdayOfMonth.class,
                        Recurrence.Dates.class,
                        Recurrence.Irregular.class);
        assertThat(changes).contains(OccurrenceStatus.Cancelled.class, OccurrenceStatus.Moved.class);
        assertThat(freshness).contains(Freshness.CONFIRMED, Freshness.AGEING, Freshness.STALE);
    }

    private static Freshness freshnessOf(Session session, Feedback feedback) {
        LocalDate sharedOn = LocalDate.ofInstant(session.shared().at(), DUBLIN);
        return Freshness.of(
                session.timetable(), feedback.signs(sharedOn, session.timetable()), Night.of(TONIGHT, DUBLIN));
    }

    @Test
    void most_of_them_have_reviews_and_their_summary_is_that_of_these() {
        InMemoryStore store = new InMemoryStore();
        Loaded loaded = loadedInto(store, TONIGHT);

        assertThat(loaded.sessions())
                .filteredOn(entry -> entry.feedback().ratings().count() > 0)
                .hasSizeGreaterThan(loaded.sessions().size() / 2);
        assertThat(new CheckReviews(InMemoryStorage.of(store, () -> TONIGHT, saved -> {})).check())
                .satisfies(checked -> assertThat(checked.reviews()).isGreaterThan(200))
                .satisfies(checked -> assertThat(checked.foundNothing()).isTrue());
    }

    @Test
    void a_moderator_has_something_to_decide() {
        InMemoryStore store = new InMemoryStore();
        loadedInto(store, TONIGHT);
        loadedInto(store, TONIGHT);

        assertThat(InMemoryStorage.of(store, () -> TONIGHT, saved -> {}).cases().open(10))
                .hasSize(3)
                .allSatisfy(open -> assertThat(open.value().reports()).hasSize(1));
    }

    @Test
    void somebody_asks_whether_the_next_night_is_on() {
        InMemoryStore store = new InMemoryStore();
        Loaded loaded = loadedInto(store, TONIGHT);

        assertThat(loaded.sessions())
                .extracting(entry -> entry.feedback().question())
                .filteredOn(question -> question != null)
                .hasSizeBetween(2, 6)
                .allSatisfy(question -> assertThat(question.answer()).isNull());
    }

    @Test
    void all_of_them_say_that_they_are_samples() {
        Loaded loaded = loadedAt(TONIGHT);

        assertThat(loaded.venues()).isNotEmpty().allMatch(Venue::sample);
        assertThat(loaded.allSessions()).isNotEmpty().allMatch(Session::sample);
    }

    @Test
    void loading_them_again_changes_nothing() {
        InMemoryStore store = new InMemoryStore();

        assertThat(loadedInto(store, TONIGHT)).isEqualTo(loadedInto(store, TONIGHT));
    }

    private static Instant evening(LocalDate day) {
        return day.atTime(LocalTime.of(20, 0)).atZone(DUBLIN).toInstant();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2026, 11, 24).toEpochDay(),
                        LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property(tries = 60)
    void they_are_alive_on_any_day(@ForAll("days") LocalDate day) {
        Loaded loaded = loadedAt(evening(day));

        long confirmed = loaded.sessions().stream()
                .filter(entry ->
                        entry.feedback().nights().values().stream().anyMatch(confirmations -> confirmations.on() > 0))
                .count();
        assertThat(loaded.sessions()).hasSameSizeAs(loadedAt(TONIGHT).sessions());
        assertThat(confirmed).isGreaterThan(loaded.sessions().size() / 2);
        // Where it is tomorrow already, tonight's night is past.
        assertThat(loaded.sessions())
                .allSatisfy(
                        entry -> assertThat(entry.feedback().nights().keySet()).noneMatch(day::isBefore));
    }
}
