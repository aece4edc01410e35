package ie.tradsessions.adapters.dynamodb.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Tallies;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Season;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemsTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Venue VENUE = VenueBuilder.named("Tigh Choil\u00ed")
            .inIrish("Tigh Ch\u00f3il\u00ed")
            .alsoNamed("The Old House")
            .in("Ennis")
            .from(new Source("list", "1"))
            .build();
    private static final Session SESSION = SessionBuilder.at(VENUE)
            .with(THURSDAY, new OccurrenceStatus.Moved(VENUE.id(), LocalTime.of(20, 0), null))
            .build();

    @Test
    void an_entry_of_the_log_that_was_stored_without_names_has_none() {
        LogEntry entry = new LogEntry(
                2,
                MemberId.of("https://issuer.example/", "Moya"),
                new Subject.OfVenue(VENUE.id()),
                new Decided(new Decision.Keep(), "As the house rules say.", GeneratedSessions.NOW),
                null,
                null);
        Item stored = ModerationItems.item(entry);

        assertThat(stored.attributes()).doesNotContainKeys("name", "intoName");
        assertThat(ModerationItems.entry(stored)).isEqualTo(entry);
    }

    @Test
    void whatever_is_generated_is_read_as_it_was_written() {
        GeneratedSessions generated = GeneratedSessions.of(2_000, 7);

        assertThat(generated.venues()).allSatisfy(ItemsTest::assertRoundTrip);
        assertThat(generated.sessions()).allSatisfy(ItemsTest::assertRoundTrip);
        assertThat(generated.feedbacks()).allSatisfy(ItemsTest::assertRoundTrip);
    }

    @ParameterizedTest
    @CsvSource({
        "53.2734567890123, -9.05123456789012",
        "0.1, 0.30000000000000004",
        "-90, -180",
        "90, 179.99999999999997",
        "4.9E-324, -4.9E-324",
        "1.0E-131, 2.2250738585072014E-308"
    })
    void a_position_is_kept_to_the_last_bit(double latitude, double longitude) {
        Venue venue = VenueBuilder.named("Here")
                .in("Ennis")
                .at(new GeoPoint(latitude, longitude))
                .build();

        GeoPoint read = read(VENUE.id(), VenueItem.attributes(venue)).location();

        assertThat(read).isEqualTo(venue.location());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void every_kind_of_schedule_is_read_as_it_was_written(Schedule schedule) {
        assertRoundTrip(SessionBuilder.at(VENUE).by(Timetable.of(schedule)).build());
    }

    static List<Schedule> schedules() {
        LocalTime start = LocalTime.of(21, 30);
        return List.of(
                Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)), start),
                Schedule.of(new Recurrence.EveryNWeeks(52, THURSDAY, DayOfWeek.SUNDAY), LocalTime.MIDNIGHT),
                new Schedule(
                        new Recurrence.NthWeekdayOfMonth(Set.of(Ordinal.FIRST, Ordinal.LAST), DayOfWeek.FRIDAY),
                        start,
                        LocalTime.of(0, 5),
                        new Season(Month.OCTOBER, Month.JUNE)),
                Schedule.of(
                        new Recurrence.Dates(List.of(THURSDAY, LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31))),
                        start.withSecond(1).withNano(1)),
                Schedule.of(new Recurrence.Irregular("when the tide is out, \u00e9irigh amach"), start));
    }

    @Test
    void every_status_of_a_night_is_read_as_it_was_written() {
        assertRoundTrip(SessionBuilder.at(VENUE)
                .by(new Recurrence.Irregular("now and then"))
                .with(THURSDAY, new OccurrenceStatus.Scheduled())
                .with(THURSDAY.plusDays(1), new OccurrenceStatus.Cancelled(null))
                .with(THURSDAY.plusDays(2), new OccurrenceStatus.Cancelled("funeral"))
                .with(THURSDAY.plusDays(3), new OccurrenceStatus.Moved(VENUE.id(), null, "match"))
                .with(THURSDAY.plusDays(4), new OccurrenceStatus.Moved(null, LocalTime.of(8, 0), null))
                .endedOn(THURSDAY.plusYears(1))
                .build());
    }

    @Test
    void a_standing_is_read_as_it_was_written() {
        assertRoundTrip(Feedback.none(SESSION.id()));
        assertRoundTrip(new Feedback(
                SESSION.id(),
                new TreeMap<>(Map.of(
                        THURSDAY,
                        new Confirmations(3, 1),
                        LocalDate.of(2199, 12, 31),
                        new Confirmations(0, Integer.MAX_VALUE),
                        THURSDAY.minusDays(1),
                        Confirmations.NONE)),
                new Feedback.LastWord(new Author.Named("M\u00e1ire"), Instant.parse("2026-11-24T17:05:05.123456789Z")),
                Tallies.of(List.of(1, 2, 3, 4, Integer.MAX_VALUE))));
    }

    @Test
    void ratings_from_before_there_were_reviews_count_no_more_and_the_nights_stay() {
        Feedback feedback = FeedbackItem.feedback(
                SESSION.id(),
                Map.of(
                        "nights",
                        AttributeValue.fromM(Map.of(THURSDAY.toString(), AttributeValue.fromS("3/1"))),
                        "ratings",
                        AttributeValue.fromL(Stream.of("0", "0", "1", "3", "8")
                                .map(AttributeValue::fromS)
                                .toList()),
                        "lastWordBy",
                        AttributeValue.fromS("Paddy"),
                        "lastWordAt",
                        AttributeValue.fromS("2026-11-24T17:05:05Z")));

        assertThat(feedback)
                .isEqualTo(new Feedback(
                        SESSION.id(),
                        new TreeMap<>(Map.of(THURSDAY, new Confirmations(3, 1))),
                        new Feedback.LastWord(new Author.Named("Paddy"), Instant.parse("2026-11-24T17:05:05Z")),
                        Tally.NONE));
    }

    @Test
    void an_item_reads_like_a_document() {
        assertThat(SessionItem.attributes(SESSION))
                .containsEntry("venue", AttributeValue.fromS(VENUE.id().value()))
                .containsEntry("pace", AttributeValue.fromS("STEADY"))
                .containsEntry(
                        "schedule",
                        AttributeValue.fromM(Map.of(
                                "kind", AttributeValue.fromS("WEEKLY"),
                                "days", AttributeValue.fromL(List.of(AttributeValue.fromS("THURSDAY"))),
                                "start", AttributeValue.fromS("21:30"))))
                .doesNotContainKeys("name", "endedOn", "sample");
    }

    @Test
    void a_session_that_was_stored_before_members_kept_sessions_is_kept_by_nobody() {
        Map<String, AttributeValue> former = SessionItem.attributes(SESSION);
        assertThat(former)
                .doesNotContainKeys("organiser", "takenDown", "handOver", "sharedByMember", "sharedByFormerMember");

        Session read = SessionItem.session(SESSION.id(), former);

        assertThat(read.organiser()).isNull();
        assertThat(read.isTakenDown()).isFalse();
        assertThat(read.handOver()).isNull();
        assertThat(read.shared().by()).isInstanceOf(Author.Named.class);
    }

    /** As it stands in tables today: a later program has to read it too. */
    @Test
    void what_members_decided_of_a_session_stands_in_its_item() {
        AttributeValue yes = AttributeValue.fromBool(true);
        Map<String, AttributeValue> kept = new HashMap<>(SessionItem.attributes(SESSION));
        kept.remove("sharedBy");
        kept.put("sharedByMember", AttributeValue.fromS("m".repeat(16)));
        kept.put("organiser", AttributeValue.fromS("n".repeat(16)));
        kept.put(
                "takenDown",
                AttributeValue.fromM(Map.of("at", AttributeValue.fromS("2026-11-24T20:00:00Z"), "byModerator", yes)));
        kept.put(
                "handOver",
                AttributeValue.fromM(Map.of(
                        "code", AttributeValue.fromS("h".repeat(43)),
                        "until", AttributeValue.fromS("2026-12-08T20:00:00Z"))));

        Session read = SessionItem.session(SESSION.id(), kept);

        assertThat(SessionItem.attributes(read)).isEqualTo(kept);
        assertThat(read.shared().isBy(new MemberId("m".repeat(16)))).isTrue();
        assertThat(read.isOrganisedBy(new MemberId("n".repeat(16)))).isTrue();
        assertThat(read.takenDown()).isEqualTo(new Takedown(Instant.parse("2026-11-24T20:00:00Z"), true));
    }

    @Test
    void what_is_kept_of_a_member_stands_in_three_items() {
        MemberId member = new MemberId("m".repeat(16));
        Item profile = new Item(
                new Key("M#" + member, "profile"),
                Map.of(
                        "v", AttributeValue.fromN("3"),
                        "displayName", AttributeValue.fromS("Siobh\u00e1n"),
                        "homeCounty", AttributeValue.fromS("CLARE"),
                        "since", AttributeValue.fromS("2026-11-24T20:00:00Z"),
                        "calendarKey", AttributeValue.fromS("k".repeat(43))));
        Item favourites = new Item(
                new Key("M#" + member, "favourites"),
                Map.of(
                        "v", AttributeValue.fromN("2"),
                        "sessions", AttributeValue.fromL(List.of(AttributeValue.fromS("s".repeat(16))))));
        Item activity = new Item(
                new Key("M#" + member, "activity"),
                Map.of(
                        "v", AttributeValue.fromN("5"),
                        "organised", AttributeValue.fromL(List.of(AttributeValue.fromS("s".repeat(16)))),
                        "hourly", AttributeValue.fromM(Map.of("7", AttributeValue.fromN("1"))),
                        "requests",
                                AttributeValue.fromL(
                                        List.of(AttributeValue.fromS("key body 1795550400 " + "s".repeat(16))))));

        MemberFile file = MemberItems.file(member, List.of(profile, favourites, activity));

        assertThat(file.profileVersion()).isEqualTo(3);
        assertThat(MemberItems.item(file.profile(), 3)).isEqualTo(profile);
        assertThat(MemberItems.item(file.favourites().value(), 2)).isEqualTo(favourites);
        assertThat(MemberItems.item(file.activity().value(), 5)).isEqualTo(activity);
    }

    @Test
    void a_venue_in_a_county_that_is_no_more_is_in_the_one_that_its_position_says() {
        Venue read = read(VENUE.id(), with(VenueItem.attributes(VENUE), "county", "THOMOND"));

        assertThat(read.place().county()).isEqualTo(County.CLARE);
        assertThat(read.place().region()).isEqualTo("THOMOND");
        assertThat(read.name()).isEqualTo(VENUE.name());
        assertThat(VenueItem.attributes(read))
                .containsEntry("county", AttributeValue.fromS("CLARE"))
                .containsEntry("region", AttributeValue.fromS("THOMOND"));
    }

    @Test
    void a_venue_in_a_county_that_is_no_more_stays_in_its_country() {
        Map<String, AttributeValue> attributes =
                with(with(VenueItem.attributes(VENUE), "county", "ORIEL"), "country", Country.UNITED_KINGDOM.code());

        Place place = read(VENUE.id(), attributes).place();

        assertThat(place.county()).isNotNull();
        assertThat(place.county().inNorthernIreland()).isTrue();
        assertThat(place.country()).isEqualTo(Country.UNITED_KINGDOM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "GMT+1", "UTC", "Z"})
    void a_venue_in_ireland_has_the_zone_of_ireland_whatever_an_earlier_program_took(String stored) {
        Venue read = read(VENUE.id(), with(VenueItem.attributes(VENUE), "timeZone", stored));

        assertThat(read).isEqualTo(VENUE);
    }

    @Test
    void a_venue_abroad_whose_zone_cannot_be_told_is_named() {
        Venue tokyo = VenueBuilder.named("Quigley's").in("T\u014dky\u014d").build();

        assertThatThrownBy(() -> read(tokyo.id(), with(VenueItem.attributes(tokyo), "timeZone", "GMT+9")))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("GMT+9");
    }

    @Test
    void a_date_outside_the_season_that_an_earlier_program_took_is_left_out_as_it_was_never_shown() {
        LocalDate winter = LocalDate.of(2026, 12, 4);
        LocalDate summer = LocalDate.of(2026, 7, 3);
        Season season = new Season(Month.JUNE, Month.AUGUST);
        LocalTime start = LocalTime.of(21, 0);
        Session stored = SessionBuilder.at(VENUE)
                .by(Timetable.of(new Schedule(new Recurrence.Dates(List.of(summer)), start, null, season)))
                .build();
        Map<String, AttributeValue> schedule =
                new HashMap<>(SessionItem.attributes(stored).get("schedule").m());
        schedule.put(
                "dates",
                AttributeValue.fromL(
                        List.of(AttributeValue.fromS(summer.toString()), AttributeValue.fromS(winter.toString()))));
        Map<String, AttributeValue> attributes = new HashMap<>(SessionItem.attributes(stored));
        attributes.put("schedule", AttributeValue.fromM(schedule));

        assertThat(SessionItem.session(stored.id(), attributes)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "country, XX",
        "timeZone, Europe/Atlantis",
        "formerNames, The Harp",
        "closed, yes",
        "latitude, north",
        "longitude, 181",
        "website, a b"
    })
    void what_a_venue_cannot_have_is_named(String attribute, String value) {
        assertThatThrownBy(() -> read(VENUE.id(), with(VenueItem.attributes(VENUE), attribute, value)))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("venue " + VENUE.id())
                .hasMessageContaining(attribute.substring(0, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "pace, BREAKNECK",
        "focus, Tunes",
        "admission, ''",
        "leadership, ANARCHY",
        "sharedAt, yesterday",
        "endedOn, 2026-02-30",
        "venue, here",
        "schedule, weekly"
    })
    void what_a_session_cannot_have_is_named(String attribute, String value) {
        assertThatThrownBy(() ->
                        SessionItem.session(SESSION.id(), with(SessionItem.attributes(SESSION), attribute, value)))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("session " + SESSION.id())
                .hasMessageContaining(attribute)
                .hasMessageContaining(value);
    }

    @Test
    void a_schedule_of_an_unknown_kind_is_named_with_its_place_in_the_item() {
        AttributeValue schedule = AttributeValue.fromM(
                Map.of("kind", AttributeValue.fromS("FULL_MOON"), "start", AttributeValue.fromS("21:30")));
        Map<String, AttributeValue> attributes = new HashMap<>(SessionItem.attributes(SESSION));
        attributes.put("schedule", schedule);

        assertThatThrownBy(() -> SessionItem.session(SESSION.id(), attributes))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("schedule.kind")
                .hasMessageContaining("FULL_MOON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3/", "-1/2", "a/b", "1/2/3", ""})
    void a_tally_that_is_none_is_named(String confirmations) {
        Map<String, AttributeValue> attributes =
                Map.of("nights", AttributeValue.fromM(Map.of("2026-11-26", AttributeValue.fromS(confirmations))));

        assertThatThrownBy(() -> FeedbackItem.feedback(SESSION.id(), attributes))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining("feedback of session " + SESSION.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "country", "latitude", "timeZone"})
    void what_is_missing_is_named(String attribute) {
        Map<String, AttributeValue> attributes = new HashMap<>(VenueItem.attributes(VENUE));
        attributes.remove(attribute);

        assertThatThrownBy(() -> read(VENUE.id(), attributes))
                .isInstanceOf(CorruptItem.class)
                .hasMessageContaining(attribute);
    }

    private static void assertRoundTrip(Venue venue) {
        assertThat(read(venue.id(), VenueItem.attributes(venue))).isEqualTo(venue);
    }

    private static void assertRoundTrip(Session session) {
        assertThat(SessionItem.session(session.id(), SessionItem.attributes(session)))
                .isEqualTo(session);
    }

    private static void assertRoundTrip(Feedback feedback) {
        assertThat(FeedbackItem.feedback(feedback.session(), FeedbackItem.attributes(feedback)))
                .isEqualTo(feedback);
    }

    private static Venue read(VenueId id, Map<String, AttributeValue> attributes) {
        return VenueItem.venue(id, attributes);
    }

    private static Map<String, AttributeValue> with(Map<String, AttributeValue> attributes, String name, String value) {
        Map<String, AttributeValue> changed = new HashMap<>(attributes);
        changed.put(name, AttributeValue.fromS(value));
        return changed;
    }
}
