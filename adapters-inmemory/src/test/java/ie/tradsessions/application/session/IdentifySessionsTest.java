package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.session.IdentifySessions.Described;
import ie.tradsessions.application.session.IdentifySessions.Identity;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Origin;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionDescription;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdentifySessionsTest {
    private static final Venue HERE = VenueBuilder.named("Here").in("Ennis").build();
    private static final Venue THERE = VenueBuilder.named("There").in("Doolin").build();
    private static final LocalTime NINE = LocalTime.of(21, 0);
    private static final LocalDate THURSDAY = LocalDate.of(2027, 1, 7);

    /** What a line of a file says, as far as it matters here. */
    record Row(
            String key, VenueId venue, Recurrence recurrence, LocalTime start, String name, String craic, Pace pace) {
        static Row of(Recurrence recurrence) {
            return new Row(null, HERE.id(), recurrence, NINE, null, null, Pace.STEADY);
        }

        static Row on(DayOfWeek... days) {
            return of(new Recurrence.Weekly(Set.of(days)));
        }

        Row key(String value) {
            return new Row(value, venue, recurrence, start, name, craic, pace);
        }

        Row at(VenueId value) {
            return new Row(key, value, recurrence, start, name, craic, pace);
        }

        Row by(Recurrence value) {
            return new Row(key, venue, value, start, name, craic, pace);
        }

        Row from(int hour) {
            return new Row(key, venue, recurrence, LocalTime.of(hour, 0), name, craic, pace);
        }

        Row named(String value) {
            return new Row(key, venue, recurrence, start, value, craic, pace);
        }

        Row craic(String value) {
            return new Row(key, venue, recurrence, start, name, value, pace);
        }

        Row pace(Pace value) {
            return new Row(key, venue, recurrence, start, name, craic, value);
        }

        Described described() {
            return new Described(
                    key,
                    venue,
                    new SessionDescription(
                            name,
                            new Etiquette(Admission.OPEN, Leadership.UNLED, pace, Focus.TUNES, Set.of()),
                            Set.of(),
                            craic),
                    Schedule.of(recurrence, start));
        }

        List<Object> dates() {
            return List.of(venue, recurrence.canonical(), start);
        }
    }

    /** A store into which files are imported. */
    private static final class Store {
        private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
        private final IdentifySessions identifySessions = new IdentifySessions(ports.sessions(), ports.index());
        private final ImportSession importSession = new ImportSession(
                new TransferSession(ports.sessions(), ports.feedbacks(), ports.knownVenues(), ports.index()),
                ports.sessions(),
                ports.knownVenues(),
                () -> GeneratedSessions.NOW);

        Store() {
            ports.venues().save(HERE, SaveOutcome.NEW);
            ports.venues().save(THERE, SaveOutcome.NEW);
        }

        List<Identity> importing(List<Row> rows) {
            List<Described> described = rows.stream().map(Row::described).toList();
            List<Identity> identities = identifySessions.identify(new IdentifySessions.Query("csv", described));
            for (int i = 0; i < rows.size(); i++) {
                if (identities.get(i) instanceof Identity.Of(SessionId id)) {
                    Described record = described.get(i);
                    importSession.importSession(new ImportSession.Command(
                            id,
                            new Origin("csv", record.key()),
                            record.venue(),
                            record.description(),
                            record.schedule(),
                            new ImportSession.Attribution(null, null, "file.csv")));
                }
            }
            return identities;
        }

        List<Identity> importing(Row... rows) {
            return importing(List.of(rows));
        }

        Map<SessionId, Session> sessions() {
            return Stream.of(HERE, THERE)
                    .flatMap(venue -> ports.index().current().sessionsAt(venue.id()).stream())
                    .map(card -> ports.sessions()
                            .find(card.id())
                            .map(Versioned::value)
                            .orElseThrow())
                    .collect(Collectors.toMap(Session::id, session -> session));
        }
    }

    private final Store store = new Store();

    @Test
    void an_edited_row_stays_the_session_that_it_was() {
        List<Row> before = List.of(
                Row.of(dates("2026-12-04", "2026-12-18")),
                Row.of(new Recurrence.EveryNWeeks(2, THURSDAY, DayOfWeek.THURSDAY)),
                Row.of(new Recurrence.Irregular("When the boats are in")),
                Row.of(new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST), DayOfWeek.FRIDAY)));
        List<Row> after = List.of(
                Row.of(dates("2026-12-04", "2026-12-18", "2027-01-08")),
                Row.of(new Recurrence.EveryNWeeks(2, THURSDAY.plusWeeks(2), DayOfWeek.THURSDAY)),
                Row.of(new Recurrence.Irregular("When the boats are in.")),
                Row.of(new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST, Ordinal.THIRD), DayOfWeek.FRIDAY)));

        assertThat(store.importing(after)).hasSize(4).isEqualTo(new Store().importing(after));
        Store edited = new Store();
        assertThat(edited.importing(before)).isEqualTo(edited.importing(after));
        assertThat(edited.sessions()).hasSize(4);
    }

    @Test
    void mondays_and_thursdays_stay_two_and_the_row_that_was_edited_is_the_one_that_is_left() {
        Identity monday = store.importing(Row.on(DayOfWeek.MONDAY), Row.on(DayOfWeek.THURSDAY))
                .getFirst();

        List<Identity> again = store.importing(Row.on(DayOfWeek.THURSDAY), Row.on(DayOfWeek.WEDNESDAY));

        assertThat(again.getLast()).isEqualTo(monday);
        assertThat(store.sessions()).hasSize(2);
    }

    @Test
    void a_row_that_is_added_leaves_the_others_what_they_are() {
        Identity monday = store.importing(Row.on(DayOfWeek.MONDAY)).getFirst();

        List<Identity> again = store.importing(Row.on(DayOfWeek.THURSDAY), Row.on(DayOfWeek.MONDAY));

        assertThat(again.getLast()).isEqualTo(monday);
        assertThat(again.getFirst()).isNotEqualTo(monday);
        assertThat(store.sessions()).hasSize(2);
    }

    @Test
    void where_several_rows_were_edited_each_is_the_one_with_which_it_has_most_in_common() {
        Row slow = Row.on(DayOfWeek.MONDAY, DayOfWeek.TUESDAY).craic("Slow.").pace(Pace.SLOW);
        Row fast = Row.on(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY).craic("Fast.").pace(Pace.FULL);
        List<Identity> before = store.importing(slow, fast);

        List<Identity> after = store.importing(
                fast.by(weekly(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)), slow.by(weekly(DayOfWeek.TUESDAY)));

        assertThat(after).isEqualTo(before.reversed());
    }

    @Test
    void another_night_under_another_name_is_another_session() {
        Identity slow =
                store.importing(Row.on(DayOfWeek.MONDAY).named("Slow session")).getFirst();

        assertThat(store.importing(Row.on(DayOfWeek.THURSDAY).named("Singers’ club")))
                .doesNotContain(slow);
        assertThat(store.sessions()).hasSize(2);
    }

    @Test
    void a_row_that_could_be_any_of_several_sessions_is_a_new_one() {
        store.importing(Row.on(DayOfWeek.MONDAY), Row.on(DayOfWeek.THURSDAY));

        store.importing(Row.on(DayOfWeek.SUNDAY));

        assertThat(store.sessions()).hasSize(3);
    }

    @Test
    void another_venue_kind_or_start_is_another_session() {
        store.importing(Row.on(DayOfWeek.MONDAY));

        store.importing(Row.on(DayOfWeek.MONDAY).from(20));
        store.importing(Row.on(DayOfWeek.MONDAY).at(THERE.id()));
        store.importing(Row.of(new Recurrence.EveryNWeeks(2, THURSDAY, DayOfWeek.MONDAY)));

        assertThat(store.sessions()).hasSize(4);
    }

    @Test
    void a_key_says_which_session_it_is_whatever_else_was_edited() {
        Identity session = store.importing(Row.on(DayOfWeek.MONDAY).key("s1")).getFirst();

        assertThat(store.importing(
                        Row.of(dates("2026-12-04")).at(THERE.id()).from(15).key("s1")))
                .containsExactly(session);
        assertThat(store.sessions()).hasSize(1);
    }

    @Test
    void a_key_that_is_added_later_stays_with_the_session_and_names_it_from_then_on() {
        Identity session = store.importing(Row.on(DayOfWeek.MONDAY)).getFirst();

        assertThat(store.importing(Row.on(DayOfWeek.MONDAY).key("s1"))).containsExactly(session);
        assertThat(store.importing(Row.on(DayOfWeek.FRIDAY).from(15).key("s1"))).containsExactly(session);
        assertThat(store.importing(Row.on(DayOfWeek.FRIDAY).from(15).key("s2"))).doesNotContain(session);
    }

    @Test
    void a_key_that_is_left_out_later_leaves_the_session_what_it_is() {
        Identity session = store.importing(Row.on(DayOfWeek.MONDAY).key("s1")).getFirst();

        assertThat(store.importing(Row.on(DayOfWeek.MONDAY))).containsExactly(session);
        assertThat(store.importing(Row.on(DayOfWeek.MONDAY).key("s1"))).containsExactly(session);
    }

    @Test
    void a_key_twice_and_one_night_twice_without_a_key_are_mistakes() {
        assertThat(store.importing(
                        Row.on(DayOfWeek.MONDAY).key("a"),
                        Row.on(DayOfWeek.FRIDAY).key("a")))
                .element(1)
                .isEqualTo(new Identity.SameKey());
        assertThat(store.importing(
                        Row.on(DayOfWeek.SUNDAY), Row.on(DayOfWeek.SUNDAY).craic("Loud.")))
                .element(1)
                .isEqualTo(new Identity.KeyNeeded());
    }

    @Test
    void a_session_that_a_member_shared_here_is_never_taken_over() {
        Session shared =
                SessionBuilder.at(HERE).on(DayOfWeek.MONDAY).from(21, 0).build();
        store.ports.sessions().save(shared, SaveOutcome.NEW);

        store.importing(Row.on(DayOfWeek.MONDAY));
        store.importing(Row.on(DayOfWeek.TUESDAY));

        assertThat(store.sessions()).hasSize(2).containsEntry(shared.id(), shared);
    }

    @Test
    void a_session_that_was_imported_before_origins_were_kept_is_known_by_its_identifier() {
        Schedule mondays = Schedule.of(weekly(DayOfWeek.MONDAY), NINE);
        SessionId id = SessionKey.derivedFrom("csv", HERE.id(), mondays).toId();
        Session earlier =
                SessionBuilder.at(HERE).as(id).on(DayOfWeek.MONDAY).from(21, 0).build();
        store.ports.sessions().save(earlier, SaveOutcome.NEW);

        assertThat(store.importing(Row.on(DayOfWeek.TUESDAY))).containsExactly(new Identity.Of(id));
        assertThat(store.importing(Row.on(DayOfWeek.FRIDAY))).containsExactly(new Identity.Of(id));
    }

    @Test
    void a_row_is_the_session_that_it_was_after_somebody_moved_that_here() {
        Identity session = store.importing(Row.on(DayOfWeek.MONDAY)).getFirst();
        Session imported = store.sessions().values().iterator().next();
        Schedule earlier = Schedule.of(weekly(DayOfWeek.MONDAY), LocalTime.of(18, 0));
        store.ports.sessions().save(imported.withTimetable(imported.timetable().with(earlier)), 1);

        assertThat(store.importing(Row.on(DayOfWeek.MONDAY))).containsExactly(session);
    }

    @Test
    void a_session_that_has_ended_is_not_begun_again_by_a_row_that_is_only_like_it() {
        store.importing(Row.on(DayOfWeek.MONDAY));
        Session imported = store.sessions().values().iterator().next();
        store.ports.sessions().save(imported.withTimetable(imported.timetable().withEnd(THURSDAY)), 1);

        store.importing(Row.on(DayOfWeek.THURSDAY));

        assertThat(store.sessions()).hasSize(2);
    }

    @Test
    void a_new_row_gets_an_identifier_of_its_own_where_an_edited_session_still_has_its_own() {
        Identity first = store.importing(Row.on(DayOfWeek.MONDAY)).getFirst();
        store.importing(Row.on(DayOfWeek.THURSDAY));

        List<Identity> both = store.importing(Row.on(DayOfWeek.MONDAY), Row.on(DayOfWeek.THURSDAY));

        assertThat(both.getLast()).isEqualTo(first);
        assertThat(both.getFirst()).isNotEqualTo(first);
        assertThat(store.importing(Row.on(DayOfWeek.THURSDAY), Row.on(DayOfWeek.MONDAY)))
                .isEqualTo(both.reversed());
        assertThat(store.sessions()).hasSize(2);
    }

    @Property
    void importing_the_rows_again_in_any_order_changes_nothing(@ForAll("files") List<Row> rows, @ForAll Random random) {
        Store imported = new Store();
        imported.importing(rows);
        Map<SessionId, Session> before = imported.sessions();
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        imported.importing(shuffled);

        assertThat(imported.sessions()).isEqualTo(before);
    }

    @Property
    void editing_one_row_in_one_field_leaves_every_row_the_session_that_it_was(
            @ForAll("distinctRows") List<Row> rows,
            @ForAll("edits") Edit edit,
            @ForAll int which,
            @ForAll Random random) {
        Store imported = new Store();
        Set<SessionId> before = new HashSet<>(ids(imported.importing(rows)));
        List<Row> edited = new ArrayList<>(rows);
        int at = Math.floorMod(which, rows.size());
        edited.set(at, edit.of(rows.get(at)));
        Collections.shuffle(edited, random);

        imported.importing(edited);

        assertThat(imported.sessions().keySet()).isEqualTo(before);
    }

    @Property
    void adding_a_row_leaves_every_other_row_the_session_that_it_was(
            @ForAll("distinctRows") List<Row> rows, @ForAll("rows") Row added, @ForAll int where) {
        Store imported = new Store();
        List<Identity> before = imported.importing(rows);
        if (rows.stream().anyMatch(row -> row.dates().equals(added.dates()))) {
            return;
        }
        List<Row> more = new ArrayList<>(rows);
        int at = Math.floorMod(where, rows.size() + 1);
        more.add(at, added);

        List<Identity> after = new ArrayList<>(imported.importing(more));
        Identity itsOwn = after.remove(at);

        assertThat(after).isEqualTo(before);
        assertThat(before).doesNotContain(itsOwn);
    }

    interface Edit {
        Row of(Row row);
    }

    @Provide
    Arbitrary<Edit> edits() {
        return Arbitraries.oneOf(
                Arbitraries.of("Slow", "Late", null).map(name -> row -> row.named(name)),
                Arbitraries.of("Loud.", "Lively.", null).map(craic -> row -> row.craic(craic)),
                Arbitraries.of(Pace.class).map(pace -> row -> row.pace(pace)),
                Arbitraries.just(row -> row.key(row.key() == null ? "k" : null)),
                recurrences().map(rule -> row -> row.recurrence().getClass() == rule.getClass() ? row.by(rule) : row));
    }

    @Provide
    Arbitrary<List<Row>> files() {
        return rows().list().ofMaxSize(8);
    }

    /** No two at one venue on the same dates. */
    @Provide
    Arbitrary<List<Row>> distinctRows() {
        return rows().list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements(Row::dates)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(i -> i % 3 == 2 ? rows.get(i).key("key " + i) : rows.get(i))
                        .toList());
    }

    @Provide
    Arbitrary<Row> rows() {
        return Combinators.combine(
                        Arbitraries.of(HERE.id(), THERE.id()),
                        recurrences(),
                        Arbitraries.of(NINE, LocalTime.of(20, 0)),
                        Arbitraries.of("Slow", "Late").injectNull(0.5),
                        Arbitraries.of("Loud.", "Quiet.").injectNull(0.5))
                .as((venue, recurrence, start, name, craic) ->
                        new Row(null, venue, recurrence, start, name, craic, Pace.STEADY));
    }

    private static Arbitrary<Recurrence> recurrences() {
        Arbitrary<DayOfWeek> days = Arbitraries.of(DayOfWeek.class);
        return Arbitraries.oneOf(
                days.set().ofMinSize(1).ofMaxSize(3).map(Recurrence.Weekly::new),
                Combinators.combine(Arbitraries.of(2, 3), Arbitraries.integers().between(0, 40), days)
                        .as((weeks, day, on) -> new Recurrence.EveryNWeeks(weeks, THURSDAY.plusDays(day), on)),
                Combinators.combine(
                                Arbitraries.of(Ordinal.class).set().ofMinSize(1).ofMaxSize(2), days)
                        .as(Recurrence.NthWeekdayOfMonth::new),
                Arbitraries.integers()
                        .between(0, 20)
                        .map(THURSDAY::plusDays)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4)
                        .map(Recurrence.Dates::new),
                Arbitraries.of("When the boats are in", "When the boats are in.", "Ask at the bar", "⁂")
                        .map(Recurrence.Irregular::new));
    }

    private static List<SessionId> ids(List<Identity> identities) {
        return identities.stream()
                .flatMap(identity -> identity instanceof Identity.Of(SessionId id) ? Stream.of(id) : Stream.of())
                .toList();
    }

    private static Recurrence weekly(DayOfWeek... days) {
        return new Recurrence.Weekly(Set.of(days));
    }

    private static Recurrence dates(String... dates) {
        return new Recurrence.Dates(Stream.of(dates).map(LocalDate::parse).toList());
    }
}
