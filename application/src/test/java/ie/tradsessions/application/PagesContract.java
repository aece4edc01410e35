package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ie.tradsessions.application.dataset.DataSet;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.place.Nearby;
import ie.tradsessions.application.session.GeneratedQueries;
import ie.tradsessions.application.session.SessionOrder;
import ie.tradsessions.application.session.SessionQuery;
import ie.tradsessions.application.venue.VenueQuery;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every port promises that answers page by page, of each of its {@link PageToken positions}. */
public abstract class PagesContract extends PortsContract {
    private static final int ALL = 1_000_000;
    private static final int MAX_EDITS = 10;
    private static final int SHORTER_THAN_ANY = 18;
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** A list that is answered page by page. */
    protected interface Pages {
        /** Identifiers stand for what is on the page. */
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
        return switch (random.nextInt(8)) {
            case 0 -> dataSet();
            case 1 -> venues(new VenueQuery(null, null, null));
            case 2 -> venues(new VenueQuery(any.name().substring(0, 1), null, null));
            case 3 -> venues(new VenueQuery(null, new Nearby(any.location(), 200), null));
            case 4 ->
                sessions(SessionQuery.builder()
                        .order(List.of(SessionOrder.RANK, SessionOrder.NAME, SessionOrder.NEXT)
                                .get(random.nextInt(3)))
                        .build());
            case 5 ->
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

    // Positions

    @Test
    void a_position_that_no_earlier_answer_gave_is_refused() {
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
                    "D NaN 0000000000000000 ",
                    "X NaN 0000000000000000 ",
                    "R 1.2.3 0000000000000000 ",
                    "R 1,5 0000000000000000 ",
                    "S" + "u".repeat(17),
                    "V\nV")) {
                assertRefused(list.getKey(), list.getValue(), forged);
            }
        }
    }

    @Test
    void a_position_of_another_list_is_refused() {
        store(GeneratedSessions.of(25, 4));
        Map<String, Pages> lists = lists();
        lists.forEach((name, list) -> lists.forEach((other, pages) -> {
            if (!name.equals(other)) {
                assertRefused(name + " at one of " + other, list, position(pages));
            }
        }));
    }

    @Test
    void a_position_that_is_cut_off_is_refused() {
        store(GeneratedSessions.of(25, 5));
        lists().forEach((name, list) -> {
            String position = position(list);
            // The beginning of a name may be a place in an order of names too.
            boolean byName = name.toLowerCase(Locale.ROOT).endsWith("by name");
            int most = byName ? Math.min(position.length(), SHORTER_THAN_ANY) : position.length();
            for (int length = 0; length < most; length++) {
                assertRefused(name, list, position.substring(0, length));
            }
        });
    }

    @Test
    void whatever_a_position_is_it_does_no_more_than_being_refused() {
        store(GeneratedSessions.of(25, 6));
        Random random = new Random(6);
        lists().forEach((name, list) -> {
            String position = position(list);
            for (int i = 0; i < 60; i++) {
                StringBuilder changed = new StringBuilder(position);
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

    private static void readOrBeRefused(Pages list, String position) {
        try {
            assertThat(list.read(3, new PageToken(position)).items()).hasSizeLessThanOrEqualTo(3);
        } catch (InvalidValue e) {
            assertThat(e.field()).isEqualTo("cursor");
        }
    }

    private static void assertRefused(String name, Pages list, String position) {
        try {
            list.read(3, new PageToken(position));
        } catch (InvalidValue e) {
            assertThat(e.field()).as("%s after '%s'", name, position).isEqualTo("cursor");
            return;
        }
        fail("%s goes on after '%s'", name, position);
    }

    private static String position(Pages list) {
        PageToken next = list.read(3, null).next();
        assertThat(next).isNotNull();
        return next.value();
    }

    /** One of each order of each port. */
    protected final Map<String, Pages> lists() {
        Nearby near = new Nearby(Town.named("Athlone").location(), 200);
        Map<String, Pages> lists = new LinkedHashMap<>();
        for (SessionOrder order : SessionOrder.values()) {
            lists.put(
                    "sessions by " + order,
                    sessions(SessionQuery.builder()
                            .near(order == SessionOrder.DISTANCE ? near : null)
                            .order(order)
                            .build()));
        }
        lists.put("venues by name", venues(new VenueQuery(null, null, null)));
        lists.put("venues by distance", venues(new VenueQuery(null, near, null)));
        lists.put("data set", dataSet());
        return lists;
    }

    private Pages sessions(SessionQuery query) {
        return (limit, after) -> ports().sessionDirectory()
                .find(query, NOW, limit, after)
                .map(card -> card.id().value());
    }

    private Pages venues(VenueQuery query) {
        return (limit, after) -> ports().venueDirectory()
                .find(query, limit, after)
                .map(card -> card.venue().id().value());
    }

    private Pages dataSet() {
        return (limit, after) -> ports().dataSet().read(limit, after).map(entry -> switch (entry) {
            case DataSet.Entry.VenueEntry(var venue) -> venue.id().value();
            case DataSet.Entry.SessionEntry(var session, var feedback) ->
                session.id().value();
        });
    }
}
