package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Island;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index answers about sessions. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class SessionSearchTest extends IndexTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final int ALL = 1_000_000;

    private final BruteForceDirectory model = new BruteForceDirectory();

    SessionSearchTest(IndexForm form) {
        super(form);
    }

    // Every question against brute force

    @Test
    void every_question_is_answered_as_by_looking_at_every_session() {
        everyQuestionIsAnsweredAsByLookingAtEverySession(300, 500, 11);
    }

    @Test
    @Tag("long")
    void very_many_questions_are_answered_as_by_looking_at_every_session() {
        everyQuestionIsAnsweredAsByLookingAtEverySession(1_500, 6_000, 12);
    }

    private void everyQuestionIsAnsweredAsByLookingAtEverySession(int sessions, int questions, long seed) {
        GeneratedSessions generated = storeGenerated(sessions, seed);
        GeneratedQueries queries = new GeneratedQueries(generated, seed);
        int answered = 0;
        for (int i = 0; i < questions; i++) {
            SessionQuery query = queries.next();
            List<SessionCard> expected = model.find(query, NOW);
            Page<SessionCard> found = index().find(query, NOW, ALL, null);

            assertThat(found.items()).as("%s", query).isEqualTo(expected);
            assertThat(found.next()).isNull();
            answered += expected.isEmpty() ? 0 : 1;
        }
        // Else the questions were not worth asking.
        assertThat(answered).isGreaterThan(questions / 3);
    }

    @Test
    void time_passes_and_what_has_ended_by_then_is_no_longer_listed() {
        storeGenerated(150, 13);
        Instant now = NOW.minusSeconds(30L * 86_400);
        for (int day = 0; day < 120; day += 3) {
            for (SessionOrder order : List.of(SessionOrder.RANK, SessionOrder.NEXT)) {
                SessionQuery query = SessionQuery.builder().order(order).build();
                Instant then = now.plusSeconds(day * 86_400L + day * 3_600L);

                assertThat(find(query, then)).isEqualTo(model.find(query, then));
            }
        }
    }

    @Test
    void the_page_of_a_venue_shows_what_is_there_and_not_what_was_taken_down() {
        GeneratedSessions generated = storeGenerated(300, 16);
        int unlisted = 0;
        for (Venue venue : generated.venues()) {
            List<SessionCard> takenDown = index().takenDownAt(venue.id());
            assertThat(index().sessionsAt(venue.id())).isEqualTo(model.at(venue.id()));
            assertThat(takenDown)
                    .extracting(SessionCard::id)
                    .containsExactlyElementsOf(generated.sessions().stream()
                            .filter(session -> session.venue().equals(venue.id()) && session.isTakenDown())
                            .map(Session::id)
                            .sorted()
                            .toList());
            unlisted += takenDown.size();
        }
        assertThat(unlisted).isGreaterThan(20);
    }

    // Each condition alone

    @Test
    void no_condition_finds_all() {
        storeGenerated(60, 14);

        assertThat(find(SessionQuery.builder().build()))
                .isEqualTo(model.find(SessionQuery.builder().build(), NOW))
                .hasSizeGreaterThan(40);
    }

    @Test
    void a_county_finds_what_is_in_it() {
        Session here = storeAt(VenueBuilder.named("A").in("Doolin"));
        storeAt(VenueBuilder.named("B").in("Galway"));
        storeAt(VenueBuilder.named("C").in("London"));

        assertFinds(SessionQuery.builder().county(County.CLARE), here);
    }

    @Test
    void a_country_finds_what_is_in_it_on_both_sides_of_the_border() {
        Session belfast = storeAt(VenueBuilder.named("A").in("Belfast"));
        Session galway = storeAt(VenueBuilder.named("B").in("Galway"));
        Session boston = storeAt(VenueBuilder.named("C").in("Boston"));

        assertFinds(SessionQuery.builder().country(Country.UNITED_KINGDOM), belfast);
        assertFinds(SessionQuery.builder().country(Country.IRELAND), galway);
        assertFinds(SessionQuery.builder().country(new Country("US")), boston);
        assertFinds(SessionQuery.builder().country(new Country("NO")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D\u00fan Laoghaire", "dun laoghaire", "DU\u0301N  LAOGHAIRE"})
    void a_town_is_found_in_any_spelling(String town) {
        Session here = storeAt(VenueBuilder.named("A").in("D\u00fan Laoghaire"));
        storeAt(VenueBuilder.named("D\u00fan Laoghaire Arms").in("Howth"));

        assertFinds(SessionQuery.builder().town(town), here);
    }

    @Test
    void a_town_is_not_found_by_its_beginning() {
        storeAt(VenueBuilder.named("A").in("Ennistymon"));

        assertFinds(SessionQuery.builder().town("Ennis"));
    }

    @Test
    void weekdays_are_those_of_the_schedule_and_any_of_them_will_do() {
        Session thursdays = storeAt(VenueBuilder.named("A"));
        Session twice = store(VenueBuilder.named("B"), DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        Session irregular = storeSession(VenueBuilder.named("C"), new Recurrence.Irregular("when the boats are in"));
        Session lastFriday = storeSession(
                VenueBuilder.named("D"), new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.LAST), DayOfWeek.FRIDAY));

        assertFindsInAnyOrder(SessionQuery.builder().days(Set.of(DayOfWeek.FRIDAY)), twice, lastFriday);
        assertFindsInAnyOrder(
                SessionQuery.builder().days(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)), thursdays, twice);
        assertFindsInAnyOrder(SessionQuery.builder().days(Set.of(DayOfWeek.SUNDAY)));
        assertFindsInAnyOrder(SessionQuery.builder(), thursdays, twice, irregular, lastFriday);
    }

    @Test
    void a_date_finds_what_has_a_night_on_it_cancelled_or_not() {
        Session on = storeAt(VenueBuilder.named("A"));
        Session cancelled = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("B")))
                .with(THURSDAY, new OccurrenceStatus.Cancelled(null)));
        Session announced = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("C")))
                .by(new Recurrence.Irregular("now and then"))
                .with(THURSDAY, new OccurrenceStatus.Scheduled()));
        storeSession(VenueBuilder.named("D"), new Recurrence.EveryNWeeks(2, THURSDAY.plusWeeks(1), DayOfWeek.THURSDAY));
        storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("E"))).endedOn(THURSDAY));

        assertFindsInAnyOrder(SessionQuery.builder().on(THURSDAY), on, cancelled, announced);
        assertFindsInAnyOrder(SessionQuery.builder().on(THURSDAY.plusDays(1)));
    }

    @Test
    void what_begins_in_the_small_hours_is_found_by_the_night_before() {
        Session late = storeSession(
                SessionBuilder.at(storeVenue(VenueBuilder.named("A"))).from(0, 30));

        assertFinds(SessionQuery.builder().on(THURSDAY), late);
        assertFinds(SessionQuery.builder().days(Set.of(DayOfWeek.THURSDAY)), late);
        assertFinds(SessionQuery.builder().on(THURSDAY.plusDays(1)));
    }

    @Test
    void tonight_is_judged_at_each_venue() {
        Session galway = storeAt(VenueBuilder.named("A").in("Galway"));
        Session boston = storeAt(VenueBuilder.named("B").in("Boston"));
        Session sanFrancisco = storeAt(VenueBuilder.named("C").in("San Francisco"));
        SessionQuery tonight =
                SessionQuery.builder().night(new WhichNight.Tonight()).build();

        // In Galway it is Friday at four, in Boston Thursday before midnight, in San Francisco Thursday evening.
        assertThat(idsAt(tonight, THURSDAY.plusDays(1).atTime(4, 0)))
                .containsExactlyInAnyOrder(boston.id(), sanFrancisco.id());
        assertThat(idsAt(tonight, THURSDAY.plusDays(1).atTime(3, 59)))
                .containsExactlyInAnyOrder(galway.id(), boston.id(), sanFrancisco.id());
        assertThat(idsAt(tonight, THURSDAY.plusDays(1).atTime(9, 0))).containsExactly(sanFrancisco.id());
        assertThat(idsAt(tonight, THURSDAY.plusDays(1).atTime(12, 0))).isEmpty();
        assertThat(idsAt(tonight, THURSDAY.atTime(3, 0))).isEmpty();
    }

    private List<SessionId> idsAt(SessionQuery query, LocalDateTime now) {
        return index().find(query, now.toInstant(ZoneOffset.UTC), ALL, null).items().stream()
                .map(SessionCard::id)
                .toList();
    }

    @Test
    void the_island_is_all_thirty_two_counties_and_nothing_beside_them() {
        Session galway = storeAt(VenueBuilder.named("A").in("Galway"));
        Session belfast = storeAt(VenueBuilder.named("B").in("Belfast"));
        storeAt(VenueBuilder.named("C").in("Glasgow"));
        storeAt(VenueBuilder.named("D").in("London"));

        assertFindsInAnyOrder(SessionQuery.builder().island(Island.IRELAND), galway, belfast);
    }

    @Test
    void pace_admission_and_focus_find_any_of_what_is_named() {
        Session slow = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("A")))
                .pace(Pace.SLOW)
                .admission(Admission.ASK_FIRST)
                .focus(Focus.SONGS));
        Session fast = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("B")))
                .pace(Pace.FULL)
                .admission(Admission.INVITE_ONLY)
                .focus(Focus.MIXED));
        storeAt(VenueBuilder.named("C"));

        assertFinds(SessionQuery.builder().paces(Set.of(Pace.SLOW)), slow);
        assertFindsInAnyOrder(SessionQuery.builder().paces(Set.of(Pace.SLOW, Pace.FULL)), slow, fast);
        assertFinds(SessionQuery.builder().admissions(Set.of(Admission.INVITE_ONLY)), fast);
        assertFindsInAnyOrder(
                SessionQuery.builder().admissions(Set.of(Admission.ASK_FIRST, Admission.INVITE_ONLY)), slow, fast);
        assertFinds(SessionQuery.builder().focuses(Set.of(Focus.SONGS)), slow);
        assertFindsInAnyOrder(SessionQuery.builder().focuses(Set.of(Focus.SONGS, Focus.MIXED)), slow, fast);
        assertFinds(SessionQuery.builder().paces(Set.of(Pace.SLOW)).focuses(Set.of(Focus.MIXED)));
    }

    // Where

    @Test
    void near_me_answers_exactly_what_brute_force_answers_all_over_the_earth() {
        List<GeoPoint> points = new ArrayList<>();
        Random random = new Random(21);
        for (double latitude : new double[] {-90, -89.9999, -89, -60, -17, 0, 53, 78, 89, 89.9999, 90}) {
            for (double longitude : new double[] {-180, -179.9999, -179, -90, -8, 0, 8, 90, 179, 179.9999}) {
                points.add(new GeoPoint(latitude, longitude));
                points.add(new GeoPoint(
                        Math.clamp(latitude + random.nextGaussian() * 0.3, -90, 90),
                        Math.clamp(longitude + random.nextGaussian() * 0.3, -180, 180)));
            }
        }
        for (int i = 0; i < points.size(); i++) {
            storeSession(SessionBuilder.at(
                    storeVenue(VenueBuilder.named("Venue " + i).in("Ennis").at(points.get(i)))));
        }
        for (GeoPoint point : points) {
            for (double radius : new double[] {0.01, 1, 25, 111.2, 200}) {
                SessionQuery query =
                        SessionQuery.builder().near(new Nearby(point, radius)).build();

                assertThat(find(query)).as("%s", query.near()).isEqualTo(model.find(query, NOW));
            }
        }
    }

    @Test
    void the_edge_of_a_circle_belongs_to_it() {
        GeoPoint home = Town.named("Ennis").location();
        Session there = storeAt(VenueBuilder.named("A").in("Doolin"));
        double kilometres = home.metresTo(Town.named("Doolin").location()) / 1000;

        assertFinds(SessionQuery.builder().near(new Nearby(home, Math.nextUp(kilometres))), there);
        assertFinds(SessionQuery.builder().near(new Nearby(home, kilometres - 1e-6)));
    }

    @Test
    void neighbours_across_the_180th_meridian_are_near() {
        Session east = storeAt(VenueBuilder.named("A").in("Suva").at(-16.8, 179.95));
        Session west = storeAt(VenueBuilder.named("B").in("Suva").at(-16.8, -179.9));

        assertFinds(SessionQuery.builder().near(new Nearby(new GeoPoint(-16.8, 179.99), 25)), east, west);
        assertFinds(SessionQuery.builder().near(new Nearby(new GeoPoint(-16.8, -179.99), 25)), east, west);
        assertFinds(SessionQuery.builder().near(new Nearby(new GeoPoint(-16.8, 180), 25)), east, west);
    }

    @Test
    void everybody_around_a_pole_is_near() {
        Session here = storeAt(VenueBuilder.named("A").in("McMurdo").at(-89.9, 10));
        Session beyond = storeAt(VenueBuilder.named("B").in("McMurdo").at(-89.95, -170));

        assertFinds(SessionQuery.builder().near(new Nearby(new GeoPoint(-90, 77), 25)), beyond, here);
        assertFinds(SessionQuery.builder().near(new Nearby(new GeoPoint(-89.9, 11), 25)), here, beyond);
    }

    @Test
    void a_box_holds_its_south_west_corner_and_not_its_north_east_one() {
        Session corner = storeAt(VenueBuilder.named("A").at(53, -9));
        storeAt(VenueBuilder.named("B").at(54, -8));
        storeAt(VenueBuilder.named("C").at(53, -8));
        storeAt(VenueBuilder.named("D").at(54, -9));

        assertFinds(SessionQuery.builder().box(new BoundingBox(-9, 53, -8, 54)), corner);
    }

    @Test
    void boxes_side_by_side_show_every_session_once() {
        storeGenerated(200, 22);
        List<SessionCard> cards = new ArrayList<>();
        for (double west = -180; west < 180; west += 45) {
            for (double south = -90; south < 90; south += 45) {
                cards.addAll(find(SessionQuery.builder()
                        .box(new BoundingBox(west, south, west + 45, south + 45))
                        .build()));
            }
        }

        assertThat(cards)
                .containsExactlyInAnyOrderElementsOf(find(SessionQuery.builder().build()));
    }

    // Text

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tigh Coili",
                "Tigh Choil\u00ed",
                "tigh coil\u00ed",
                "tigh coili\u0301",
                "TIGH COIL\u00cd",
                "the tigh coili",
                "coili tigh",
                "coili",
                "t",
                "tig",
                "tig coili",
                "t\u00ed choil\u00ed",
                "tigh ch",
                "tigh choil",
                "coili galway",
                "Gaillimh coili",
                "na Gaillimhe",
                "galway",
                "gal"
            })
    void a_pub_is_found_however_it_is_spelled_and_as_one_types(String text) {
        Session here = storeAt(VenueBuilder.named("Tigh Choil\u00ed").in("Galway"));
        storeAt(VenueBuilder.named("An Anchor").in("Cork"));

        assertFinds(SessionQuery.builder().text(text), here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Donoghue's",
                "O\u2019Donoghue\u2019s",
                "O`Donoghue`s",
                "odonoghues",
                "donoghue",
                "Donoghue\u2019s",
                "o'd",
                "O Donoghue",
                "the o'donoghue's"
            })
    void an_apostrophe_is_typed_in_any_way_or_not_at_all(String text) {
        Session straight = storeAt(VenueBuilder.named("O'Donoghue's").in("Dublin"));
        Session curly = storeAt(VenueBuilder.named("O\u2019Donoghue\u2019s Bar").in("Cork"));

        assertFindsInAnyOrder(SessionQuery.builder().text(text), straight, curly);
    }

    @ParameterizedTest
    @CsvSource({"The Crane, crane", "The Crane, the crane", "Crane, the crane", "Crane, The C", "The Crane, the"})
    void the_article_makes_no_difference(String name, String text) {
        Session here = storeAt(VenueBuilder.named(name).in("Galway"));

        assertFinds(SessionQuery.builder().text(text), here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brogan",
                "tigh brogain",
                "old house",
                "miltown",
                "Clare",
                "An Cl\u00e1r",
                "clar",
                "late session",
                "brogan miltown clare late"
            })
    void a_session_is_found_by_its_name_every_name_of_its_venue_the_town_and_the_county(String text) {
        Venue venue = storeVenue(VenueBuilder.named("Brogan's")
                .inIrish("Tigh Bhr\u00f3g\u00e1in")
                .alsoNamed("The Old House")
                .in("Miltown Malbay"));
        Session here = storeSession(SessionBuilder.at(venue).named("The Late Session"));
        storeAt(VenueBuilder.named("The Anchor").in("Cork"));

        assertFinds(SessionQuery.builder().text(text), here);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "Derry, Londonderry",
                "Derry, doire",
                "Laois, Queen's County",
                "Kerry, Ciarra\u00ed",
                "Donegal, d\u00fan na ngall"
            })
    void a_county_is_found_in_both_languages_and_by_what_people_also_call_it(String county, String text) {
        Session here =
                storeAt(VenueBuilder.named("A").in(Place.in(County.named(county).orElseThrow(), null)));

        assertFinds(SessionQuery.builder().text(text), here);
    }

    @Test
    void every_word_must_begin_a_word() {
        storeAt(VenueBuilder.named("The Crane").in("Galway"));

        assertFinds(SessionQuery.builder().text("crane cork"));
        assertFinds(SessionQuery.builder().text("rane"));
        assertFinds(SessionQuery.builder().text("cranes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "!!!", "'"})
    void a_text_in_which_there_is_nothing_to_search_for_is_refused(String text) {
        storeAt(VenueBuilder.named("The Crane"));

        assertThatThrownBy(() -> find(SessionQuery.builder().text(text).build()))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("q"));
        assertThatThrownBy(() -> find(SessionQuery.builder().town(text).build()))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("town"));
    }

    // In what order

    @Test
    void the_better_rated_stands_first_and_of_equals_the_lower_identifier() {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sessions.add(storeAt(VenueBuilder.named("Venue " + i)));
        }
        store(Said.of(sessions.get(4).id()).rated(5, 5, 5).build());
        store(Said.of(sessions.get(2).id()).rated(5).build());
        store(Said.of(sessions.get(1).id()).rated(1, 1).build());

        List<SessionId> equal = List.of(0, 3, 5).stream()
                .map(i -> sessions.get(i).id())
                .sorted()
                .toList();
        assertThat(ids(SessionQuery.builder().order(SessionOrder.RANK)))
                .containsExactly(
                        sessions.get(4).id(),
                        sessions.get(2).id(),
                        equal.get(0),
                        equal.get(1),
                        equal.get(2),
                        sessions.get(1).id());
    }

    @Test
    void what_was_on_lately_stands_before_what_nobody_has_seen() {
        Instant longAgo = NOW.minusSeconds(400L * 86_400);
        List<SessionId> sessions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sessions.add(storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("Venue " + i)))
                            .sharedAt(longAgo))
                    .id());
        }
        // The last by identifier, which would stand last among equals.
        SessionId seen = Collections.max(sessions);
        store(Said.of(seen).on(THURSDAY.minusWeeks(1)).build());

        assertThat(ids(SessionQuery.builder().order(SessionOrder.RANK)))
                .startsWith(seen)
                .hasSize(5);
    }

    @Test
    void the_next_to_begin_stands_first_across_time_zones() {
        // Thursday 21:30 begins in Suva before Ennis, and in Ennis before Boston.
        Session ennis = storeAt(VenueBuilder.named("A").in("Ennis"));
        Session boston = storeAt(VenueBuilder.named("B").in("Boston"));
        Session suva = storeAt(VenueBuilder.named("C").in("Suva"));
        Session tonight = store(VenueBuilder.named("D"), DayOfWeek.TUESDAY);
        Session unknown = storeSession(VenueBuilder.named("E"), new Recurrence.Irregular("now and then"));

        assertFinds(SessionQuery.builder().order(SessionOrder.NEXT), tonight, suva, ennis, boston, unknown);
    }

    @Test
    void a_cancelled_night_is_not_the_next() {
        Session cancelled = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("A")))
                .with(THURSDAY, new OccurrenceStatus.Cancelled(null)));
        Session friday = store(VenueBuilder.named("B"), DayOfWeek.FRIDAY);
        Session early = storeSession(SessionBuilder.at(storeVenue(VenueBuilder.named("C")))
                .with(THURSDAY, new OccurrenceStatus.Moved(null, LocalTime.of(19, 0), null)));
        Session usual = storeAt(VenueBuilder.named("D"));

        assertFinds(SessionQuery.builder().order(SessionOrder.NEXT), early, usual, friday, cancelled);
    }

    @Test
    void names_stand_in_order_without_articles_and_fadas() {
        Session own = storeSession(
                SessionBuilder.at(storeVenue(VenueBuilder.named("Zulu"))).named("The Bees' Session"));
        Session article = storeAt(VenueBuilder.named("The Anchor"));
        Session fada = storeAt(VenueBuilder.named("\u00c1rus"));
        Session plain = storeAt(VenueBuilder.named("cobbler"));

        assertFinds(SessionQuery.builder().order(SessionOrder.NAME), article, fada, own, plain);
    }

    // Page by page

    @ParameterizedTest
    @EnumSource(SessionOrder.class)
    void every_walk_through_the_pages_meets_every_session_once_and_in_order(SessionOrder order) {
        storeGenerated(120, 31);
        SessionQuery query = ordered(order);
        List<SessionCard> atOnce = model.find(query, NOW);

        for (int limit : new int[] {1, 2, 7, atOnce.size() - 1, atOnce.size(), atOnce.size() + 1}) {
            assertThat(walk(limit, after -> index().find(query, NOW, limit, after)))
                    .as("by %d", limit)
                    .isEqualTo(atOnce);
        }
    }

    @Test
    void a_walk_through_what_is_filtered_meets_it_once_and_in_order() {
        GeneratedSessions generated = storeGenerated(150, 32);
        GeneratedQueries queries = new GeneratedQueries(generated, 32);
        for (int i = 0; i < 150; i++) {
            SessionQuery query = queries.next();

            assertThat(walk(3, after -> index().find(query, NOW, 3, after)))
                    .as("%s", query)
                    .isEqualTo(model.find(query, NOW));
        }
    }

    @ParameterizedTest
    @EnumSource(SessionOrder.class)
    void equals_in_the_order_are_not_lost_between_pages(SessionOrder order) {
        Venue venue = storeVenue(VenueBuilder.named("The Anchor").in("Galway"));
        for (int i = 0; i < 20; i++) {
            storeSession(SessionBuilder.at(venue).as("twin " + i));
        }
        SessionQuery query = SessionQuery.builder()
                .near(new Nearby(venue.location(), 1))
                .order(order)
                .build();

        assertThat(walk(3, after -> index().find(query, NOW, 3, after)))
                .isEqualTo(model.find(query, NOW))
                .hasSize(20);
    }

    @ParameterizedTest
    @EnumSource(SessionOrder.class)
    void while_data_change_whatever_stays_is_met_once_and_in_order(SessionOrder order) {
        GeneratedSessions generated = storeGenerated(150, 33);
        SessionQuery query = ordered(order);
        List<SessionId> before =
                model.find(query, NOW).stream().map(SessionCard::id).toList();
        Set<SessionId> touched = new HashSet<>();
        Random random = new Random(33);

        List<SessionId> met = walk(4, after -> {
                    Page<SessionCard> page = index().find(query, NOW, 4, after);
                    disturb(generated, random, touched);
                    return page;
                })
                .stream()
                .map(SessionCard::id)
                .toList();

        List<SessionId> untouched =
                before.stream().filter(id -> !touched.contains(id)).toList();
        assertThat(untouched).hasSizeGreaterThan(40);
        assertThat(met.stream().filter(id -> !touched.contains(id)).toList()).isEqualTo(untouched);
    }

    /** Shares, ends, rates and renames some sessions, wherever they stand in the list. */
    private void disturb(GeneratedSessions generated, Random random, Set<SessionId> touched) {
        Session any =
                generated.sessions().get(random.nextInt(generated.sessions().size()));
        Venue venue = generated.venues().get(random.nextInt(generated.venues().size()));
        String key = "disturbing " + touched.size() + " " + random.nextLong();
        Session changed = switch (random.nextInt(4)) {
            case 0 -> SessionBuilder.at(venue).as(key).build();
            case 1 -> SessionBuilder.at(any.venue()).as(any.id()).endedOn(TODAY).build();
            case 2 -> SessionBuilder.at(venue).as(any.id()).named(key).build();
            default -> any;
        };
        touched.add(changed.id());
        if (changed.equals(any)) {
            store(Said.of(any.id()).rated(5, 5, 5, 5, 5).build());
        } else {
            store(changed);
        }
    }

    // What is listed

    @Test
    void what_has_ended_is_not_listed() {
        Session goesOn = storeAt(VenueBuilder.named("A"));
        Session ended = storeSession(
                SessionBuilder.at(storeVenue(VenueBuilder.named("B"))).endedOn(TODAY));
        Session over = storeAt(VenueBuilder.named("C"));
        store(Said.of(over.id())
                .notOn(THURSDAY.minusWeeks(1))
                .notOn(THURSDAY.minusWeeks(2))
                .notOn(THURSDAY.minusWeeks(3))
                .build());
        storeSession(VenueBuilder.named("D"), new Recurrence.Dates(List.of(TODAY.minusDays(1))));
        Session endsLater = storeSession(
                SessionBuilder.at(storeVenue(VenueBuilder.named("E"))).endedOn(THURSDAY.plusDays(1)));

        assertFindsInAnyOrder(SessionQuery.builder(), goesOn, endsLater);

        store(SessionBuilder.at(ended.venue()).as(ended.id()).build());
        store(Said.of(over.id()).on(THURSDAY.minusWeeks(1)).build());

        assertFindsInAnyOrder(SessionQuery.builder(), goesOn, endsLater, ended, over);
    }

    @Test
    void a_session_of_today_is_listed_until_four_in_the_morning_at_its_venue() {
        Session today = storeSession(VenueBuilder.named("A").in("Boston"), new Recurrence.Dates(List.of(TODAY)));
        SessionQuery query = SessionQuery.builder().build();

        assertThat(find(query, Instant.parse("2026-11-25T08:59:59Z")))
                .extracting(SessionCard::id)
                .containsExactly(today.id());
        assertThat(find(query, Instant.parse("2026-11-25T09:00:00Z"))).isEmpty();
    }

    @Test
    void a_card_shows_what_is_stored() {
        Venue elsewhere = storeVenue(VenueBuilder.named("Elsewhere").in("Doolin"));
        Session session = storeSession(SessionBuilder.at(
                        storeVenue(VenueBuilder.named("Tigh Choil\u00ed").in("Galway")))
                .named("The Late Session")
                .with(THURSDAY, new OccurrenceStatus.Moved(elsewhere.id(), null, "wedding")));
        var feedback =
                Said.of(session.id()).on(THURSDAY.minusWeeks(1)).rated(4, 5).build();
        store(feedback);
        model.put(feedback);

        assertThat(find(SessionQuery.builder().build())).containsExactly(model.card(session));
    }

    @Test
    void a_venue_that_is_renamed_and_moved_shows_so_on_every_card_and_leaves_where_it_was() {
        VenueBuilder before = VenueBuilder.named("The Crane").in("Galway");
        Session here = storeAt(before);
        Session guest = storeSession(SessionBuilder.at(
                        storeVenue(VenueBuilder.named("The Anchor").in("Cork")))
                .with(THURSDAY, new OccurrenceStatus.Moved(before.build().id(), null, null)));
        GeoPoint there = Town.named("Doolin").location();
        Venue after =
                VenueBuilder.named("The Heron").as(here.venue()).in("Doolin").build();

        store(after);
        model.put(after);

        assertFinds(SessionQuery.builder().text("crane"));
        assertFinds(SessionQuery.builder().text("heron"), here);
        assertFinds(SessionQuery.builder().county(County.GALWAY));
        assertFinds(SessionQuery.builder().town("Galway"));
        assertFinds(SessionQuery.builder().county(County.CLARE), here);
        assertFinds(SessionQuery.builder().near(new Nearby(Town.named("Galway").location(), 5)));
        assertFinds(SessionQuery.builder().near(new Nearby(there, 5)), here);
        assertThat(find(SessionQuery.builder().order(SessionOrder.NAME).build()))
                .containsExactly(model.card(guest), model.card(here));
    }

    @Test
    void a_session_that_is_changed_leaves_all_the_places_where_it_stood() {
        Venue galway = storeVenue(VenueBuilder.named("The Crane").in("Galway"));
        Venue boston = storeVenue(VenueBuilder.named("The Heron").in("Boston"));
        Session before = storeSession(SessionBuilder.at(galway).as("moving").named("The Late Session"));
        Session after = storeSession(SessionBuilder.at(boston)
                .as(before.id())
                .named("The Early Session")
                .on(DayOfWeek.SUNDAY)
                .pace(Pace.SLOW)
                .admission(Admission.ASK_FIRST)
                .focus(Focus.SONGS));
        Supplier<SessionQuery.Builder> any = SessionQuery::builder;

        for (SessionQuery.Builder formerly : List.of(
                any.get().county(County.GALWAY),
                any.get().country(Country.IRELAND),
                any.get().town("Galway"),
                any.get().text("late"),
                any.get().text("crane"),
                any.get().days(Set.of(DayOfWeek.THURSDAY)),
                any.get().on(THURSDAY),
                any.get().paces(Set.of(Pace.STEADY)),
                any.get().admissions(Set.of(Admission.OPEN)),
                any.get().focuses(Set.of(Focus.TUNES)),
                any.get().near(new Nearby(galway.location(), 50)))) {
            assertFinds(formerly);
        }
        for (SessionQuery.Builder now : List.of(
                any.get(),
                any.get().country(new Country("US")),
                any.get().text("early heron massachusetts"),
                any.get().days(Set.of(DayOfWeek.SUNDAY)),
                any.get().paces(Set.of(Pace.SLOW)),
                any.get().near(new Nearby(boston.location(), 50)))) {
            assertFinds(now, after);
        }
    }

    @Test
    void what_is_said_of_a_session_shows_on_its_card_and_in_its_rank() {
        Session one = storeAt(VenueBuilder.named("A"));
        Session other = storeAt(VenueBuilder.named("B"));
        for (Session best : List.of(one, other, one)) {
            Session worst = best.equals(one) ? other : one;
            var praise = Said.of(best.id()).rated(5, 5, 5).build();
            var blame = Said.of(worst.id()).rated(1, 1).build();
            store(praise, blame);
            model.put(praise);
            model.put(blame);

            assertThat(find(SessionQuery.builder().build())).containsExactly(model.card(best), model.card(worst));
        }
    }

    // The words of these tests

    private GeneratedSessions storeGenerated(int count, long seed) {
        GeneratedSessions generated = GeneratedSessions.of(count, seed).keptByMembers(seed);
        store(generated);
        model.put(generated);
        return generated;
    }

    private Venue storeVenue(VenueBuilder builder) {
        Venue venue = builder.build();
        store(venue);
        model.put(venue);
        return venue;
    }

    private Session storeSession(SessionBuilder builder) {
        Session session = builder.build();
        store(session);
        model.put(session);
        return session;
    }

    private Session storeAt(VenueBuilder venue) {
        return storeSession(SessionBuilder.at(storeVenue(venue)));
    }

    private Session storeSession(VenueBuilder venue, Recurrence recurrence) {
        return storeSession(SessionBuilder.at(storeVenue(venue)).by(recurrence));
    }

    private Session store(VenueBuilder venue, DayOfWeek... days) {
        return storeSession(SessionBuilder.at(storeVenue(venue)).on(days));
    }

    private static SessionQuery ordered(SessionOrder order) {
        Nearby near = new Nearby(Town.named("Athlone").location(), 200);
        return SessionQuery.builder()
                .near(order == SessionOrder.DISTANCE ? near : null)
                .order(order)
                .build();
    }

    private List<SessionCard> find(SessionQuery query) {
        return find(query, NOW);
    }

    private List<SessionCard> find(SessionQuery query, Instant now) {
        return index().find(query, now, ALL, (PageToken) null).items();
    }

    private List<SessionId> ids(SessionQuery.Builder query) {
        return find(query.build()).stream().map(SessionCard::id).toList();
    }

    private void assertFinds(SessionQuery.Builder query, Session... sessions) {
        assertThat(ids(query))
                .isEqualTo(List.of(sessions).stream().map(Session::id).toList());
    }

    private void assertFindsInAnyOrder(SessionQuery.Builder query, Session... sessions) {
        assertThat(ids(query))
                .containsExactlyInAnyOrderElementsOf(
                        List.of(sessions).stream().map(Session::id).toList());
    }
}
