package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every list that an index answers page by page, and of each of its {@link PageToken tokens}. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class PageTokensTest extends IndexTest {
    private static final int ALL = 1_000_000;
    private static final int MAX_EDITS = 10;
    private static final int SHORTER_THAN_ANY = 18;
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    PageTokensTest(IndexForm form) {
        super(form);
    }

    /** A list that is answered page by page; identifiers stand for what is on the page. */
    private interface Pages {
        Page<String> read(int limit, PageToken after);
    }

    // While data change

    @Test
    void while_anything_changes_what_stays_in_its_place_is_met_once_and_in_order() {
        walkWhileAnythingChanges(15, 1);
    }

    @Test
    @Tag("long")
    void very_often_while_anything_changes_what_stays_in_its_place_is_met_once_and_in_order() {
        walkWhileAnythingChanges(200, 2);
    }

    private void walkWhileAnythingChanges(int walks, long seed) {
        Random random = new Random(seed);
        GeneratedSessions generated = GeneratedSessions.of(50, seed);
        store(generated);
        List<Venue> venues = new ArrayList<>(generated.venues());
        List<Session> sessions = new ArrayList<>(generated.sessions());
        int met = 0;
        for (int walk = 0; walk < walks; walk++) {
            Pages pages = any(venues, sessions, random);
            List<String> before = pages.read(ALL, null).items();
            Set<String> touched = new HashSet<>();
            int limit = 1 + random.nextInt(6);

            List<String> found = walk(limit, after -> {
                Page<String> page = pages.read(limit, after);
                if (touched.size() < MAX_EDITS) {
                    edit(venues, sessions, random, touched);
                }
                return page;
            });

            before = before.stream().filter(id -> !touched.contains(id)).toList();
            assertThat(found.stream().filter(id -> !touched.contains(id)).toList())
                    .as("walk %d of %d by %d", walk, seed, limit)
                    .isEqualTo(before);
            met += before.size();
        }
        assertThat(met).as("what stayed").isGreaterThan(5 * walks);
    }

    private Pages any(List<Venue> venues, List<Session> sessions, Random random) {
        Venue any = venues.get(random.nextInt(venues.size()));
        return switch (random.nextInt(7)) {
            case 0 -> venues(new VenueQuery(null, null, null));
            case 1 -> venues(new VenueQuery(any.name().substring(0, 1), null, null));
            case 2 -> venues(new VenueQuery(null, new Nearby(any.location(), 200), null));
            case 3 ->
                sessions(SessionQuery.builder()
                        .order(List.of(SessionOrder.RANK, SessionOrder.NAME, SessionOrder.NEXT)
                                .get(random.nextInt(3)))
                        .build());
            case 4 ->
                sessions(SessionQuery.builder()
                        .near(new Nearby(any.location(), 200))
                        .build());
            default ->
                sessions(new GeneratedQueries(new GeneratedSessions(venues, sessions, List.of()), random.nextLong())
                        .next());
        };
    }

    /** Whatever anybody may do; whatever of it may change its place is put among what is touched. */
    private void edit(List<Venue> venues, List<Session> sessions, Random random, Set<String> touched) {
        int which = random.nextInt(sessions.size());
        Session session = sessions.get(which);
        Venue venue = venues.get(random.nextInt(venues.size()));
        String word = "Edit " + random.nextInt(1_000_000);
        switch (random.nextInt(7)) {
            case 0 -> {
                Venue moved = VenueBuilder.named(word)
                        .as(venue.id())
                        .in(Town.OF_IRELAND
                                .get(random.nextInt(Town.OF_IRELAND.size()))
                                .name())
                        .build();
                venues.replaceAll(one -> one.id().equals(moved.id()) ? moved : one);
                touched.add(moved.id().value());
                sessions.stream()
                        .filter(one -> one.venue().equals(moved.id()))
                        .forEach(one -> touched.add(one.id().value()));
                store(moved);
            }
            case 1 -> {
                Venue added = VenueBuilder.named(word).build();
                venues.add(added);
                touched.add(added.id().value());
                store(added);
            }
            case 2 -> {
                Session added = SessionBuilder.at(venue).as(word).named(word).build();
                sessions.add(added);
                touched.add(added.id().value());
                store(added);
            }
            case 3 -> {
                touched.add(session.id().value());
                store(Said.of(session.id()).rated(5, 5, 1 + random.nextInt(5)).build());
            }
            default -> {
                SessionBuilder changed =
                        SessionBuilder.at(venue).as(session.id()).named(word);
                if (random.nextBoolean()) {
                    changed.endedOn(TODAY.minusDays(random.nextInt(5)));
                } else {
                    changed.with(TODAY.plusDays(2), new OccurrenceStatus.Moved(venue.id(), null, null));
                }
                sessions.set(which, changed.build());
                touched.add(session.id().value());
                store(sessions.get(which));
            }
        }
    }

    // While time passes

    @Test
    void all_pages_of_a_walk_show_what_is_true_when_it_begins() {
        store(GeneratedSessions.of(200, 8));
        for (SessionOrder order : List.of(SessionOrder.RANK, SessionOrder.NEXT, SessionOrder.NAME)) {
            SessionQuery query = SessionQuery.builder().order(order).build();
            Instant[] now = {NOW};

            assertThat(walk(7, after -> {
                        Page<SessionCard> page = index().find(query, now[0], 7, after);
                        now[0] = now[0].plus(Duration.ofMinutes(30));
                        return page;
                    }))
                    .as("%s", order)
                    .isEqualTo(index().find(query, NOW, ALL, null).items());
        }
    }

    @Test
    void a_night_that_has_begun_stands_in_its_place_for_whoever_began_to_read_before() {
        Venue venue = VenueBuilder.named("A").build();
        store(venue);
        for (String key : List.of("a", "b", "c", "d")) {
            store(SessionBuilder.at(venue)
                    .as(key)
                    .by(new Recurrence.Dates(List.of(TODAY)))
                    .build());
        }
        SessionQuery query = SessionQuery.builder().order(SessionOrder.NEXT).build();
        Instant before = Instant.parse("2026-11-24T21:29:00Z");
        List<SessionCard> all = index().find(query, before, 4, null).items();
        PageToken middle = index().find(query, before, 2, null).next();

        // Somebody else asks later, and then the first one goes on.
        index().find(query, before.plusSeconds(3_600), 4, null);

        assertThat(index().find(query, before.plusSeconds(3_600), 2, middle).items())
                .isEqualTo(all.subList(2, 4));
    }

    @Test
    void a_token_is_good_for_a_day() {
        store(GeneratedSessions.of(25, 9));
        SessionQuery query = SessionQuery.builder().build();
        PageToken token = index().find(query, NOW, 3, null).next();

        assertThat(index().find(query, NOW.plus(Duration.ofDays(1)), 3, token).items())
                .hasSize(3);
        assertRefused("a day old", after(query, NOW.plus(Duration.ofDays(1)).plusNanos(1)), token.value());
        assertThat(index().find(query, NOW.minus(Duration.ofMinutes(5)), 3, token)
                        .items())
                .hasSize(3);
        assertRefused("of the future", after(query, NOW.minus(Duration.ofMinutes(6))), token.value());
    }

    private Pages after(SessionQuery query, Instant now) {
        return (limit, after) ->
                index().find(query, now, limit, after).map(card -> card.id().value());
    }

    // Tokens

    @Test
    void a_token_that_no_earlier_answer_gave_is_refused() {
        store(GeneratedSessions.of(25, 3));
        for (Map.Entry<String, Pages> list : lists().entrySet()) {
            for (String forged : List.of(
                    "",
                    " ",
                    "x",
                    "0",
                    "R",
                    "N",
                    "\u0000",
                    "\uffff",
                    "\ud800",
                    "\udbff\udfff",
                    "R" + "z".repeat(2_000),
                    "N" + "z".repeat(2_000),
                    "V" + "\ud801\udc37".repeat(300) + "\u0001" + "0".repeat(16),
                    "N\udbff\udfff\u0001" + "0".repeat(16),
                    "D-1 " + "z".repeat(27),
                    "D99999999999 " + "z".repeat(27),
                    "D 1764000000.0 NaN 0000000000000000 ",
                    "D NaN 0000000000000000 ",
                    "X NaN 0000000000000000 ",
                    "R 1.2.3 0000000000000000 ",
                    "R 1,5 0000000000000000 ",
                    "R 999999999999.0 1.0 0000000000000000 ",
                    "R 9999999999999999999.0 1.0 0000000000000000 ",
                    "S" + "u".repeat(17),
                    "V\nV")) {
                assertRefused(list.getKey(), list.getValue(), forged);
            }
        }
    }

    @Test
    void a_token_of_another_list_is_refused() {
        store(GeneratedSessions.of(25, 4));
        Map<String, Pages> lists = lists();
        lists.forEach((name, list) -> lists.forEach((other, pages) -> {
            if (!name.equals(other)) {
                assertRefused(name + " at one of " + other, list, token(pages));
            }
        }));
    }

    @Test
    void a_token_that_is_cut_off_is_refused() {
        store(GeneratedSessions.of(25, 5));
        lists().forEach((name, list) -> {
            String token = token(list);
            // The beginning of a name may be a place in an order of names too.
            int most = name.endsWith("by name") ? Math.min(token.length(), SHORTER_THAN_ANY) : token.length();
            for (int length = 0; length < most; length++) {
                assertRefused(name, list, token.substring(0, length));
            }
        });
    }

    @Test
    void whatever_a_token_is_it_does_no_more_than_being_refused() {
        store(GeneratedSessions.of(25, 6));
        Random random = new Random(6);
        lists().forEach((name, list) -> {
            String token = token(list);
            for (int i = 0; i < 60; i++) {
                StringBuilder changed = new StringBuilder(token);
                for (int changes = random.nextInt(3); changes >= 0; changes--) {
                    changed.setCharAt(random.nextInt(changed.length()), letter(random));
                }
                if (random.nextInt(4) == 0) {
                    changed.insert(random.nextInt(changed.length()), letter(random));
                }
                readOrBeRefused(list, changed.toString());
            }
        });
    }

    private static char letter(Random random) {
        return random.nextInt(3) == 0 ? (char) random.nextInt(0x10000) : (char) random.nextInt(0x80);
    }

    private static void readOrBeRefused(Pages list, String token) {
        try {
            assertThat(list.read(3, new PageToken(token)).items()).hasSizeLessThanOrEqualTo(3);
        } catch (InvalidValue e) {
            assertThat(e.field()).isEqualTo("cursor");
        }
    }

    private static void assertRefused(String name, Pages list, String token) {
        try {
            list.read(3, new PageToken(token));
        } catch (InvalidValue e) {
            assertThat(e.field()).as("%s after '%s'", name, token).isEqualTo("cursor");
            return;
        }
        fail("%s goes on after '%s'", name, token);
    }

    private static String token(Pages list) {
        PageToken next = list.read(3, null).next();
        assertThat(next).isNotNull();
        return next.value();
    }

    /** One of each order. */
    private Map<String, Pages> lists() {
        Nearby near = new Nearby(Town.named("Athlone").location(), 200);
        Map<String, Pages> lists = new LinkedHashMap<>();
        lists.put("sessions by rank", sessions(SessionQuery.builder().build()));
        lists.put(
                "sessions by distance",
                sessions(SessionQuery.builder().near(near).build()));
        lists.put(
                "sessions by next night",
                sessions(SessionQuery.builder().order(SessionOrder.NEXT).build()));
        lists.put(
                "sessions by name",
                sessions(SessionQuery.builder().order(SessionOrder.NAME).build()));
        lists.put("venues by name", venues(new VenueQuery(null, null, null)));
        lists.put("venues by distance", venues(new VenueQuery(null, near, null)));
        return lists;
    }

    private Pages sessions(SessionQuery query) {
        return after(query, NOW);
    }

    private Pages venues(VenueQuery query) {
        return (limit, after) -> index().find(query, NOW, limit, after)
                .map(card -> card.venue().id().value());
    }
}
