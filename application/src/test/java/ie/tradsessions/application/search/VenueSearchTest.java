package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.search.SearchText;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an index answers about venues. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class VenueSearchTest extends IndexTest {
    private static final int ALL = 1_000_000;
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final VenueQuery ANY = new VenueQuery(null, null, null);

    VenueSearchTest(IndexForm form) {
        super(form);
    }

    @Test
    void every_question_is_answered_as_by_looking_at_every_venue() {
        GeneratedSessions generated = GeneratedSessions.of(250, 41).keptByMembers(41);
        store(generated);
        Random random = new Random(41);
        int answered = 0;
        for (int i = 0; i < 200; i++) {
            VenueQuery query = query(generated, random);
            List<VenueCard> expected = bruteForce(generated, query);

            Page<VenueCard> found = index().find(query, NOW, ALL, null);
            assertThat(found.items()).as("%s", query).isEqualTo(expected);
            assertThat(found.next()).isNull();
            assertThat(walk(3, after -> index().find(query, NOW, 3, after)))
                    .as("%s", query)
                    .isEqualTo(expected);
            answered += expected.isEmpty() ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(70);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void every_walk_through_the_pages_meets_every_venue_once_and_in_order(int limit) {
        GeneratedSessions generated = GeneratedSessions.of(120, 42).keptByMembers(42);
        store(generated);

        assertThat(walk(limit, after -> index().find(ANY, NOW, limit, after))).isEqualTo(bruteForce(generated, ANY));
    }

    @Test
    void while_data_change_whatever_stays_is_met_once_and_in_order() {
        GeneratedSessions generated = GeneratedSessions.of(120, 43).keptByMembers(43);
        store(generated);
        List<VenueId> before = bruteForce(generated, ANY).stream()
                .map(card -> card.venue().id())
                .toList();
        Set<VenueId> touched = new HashSet<>();
        Random random = new Random(43);

        List<VenueId> met = walk(4, after -> {
                    Page<VenueCard> page = index().find(ANY, NOW, 4, after);
                    Venue any = generated
                            .venues()
                            .get(random.nextInt(generated.venues().size()));
                    Venue changed = random.nextBoolean()
                            ? VenueBuilder.named("New " + random.nextLong()).build()
                            : VenueBuilder.named("Renamed " + random.nextLong())
                                    .as(any.id())
                                    .build();
                    touched.add(changed.id());
                    store(changed);
                    return page;
                })
                .stream()
                .map(card -> card.venue().id())
                .toList();

        assertThat(met.stream().filter(id -> !touched.contains(id)).toList())
                .isEqualTo(before.stream().filter(id -> !touched.contains(id)).toList())
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tigh Coili",
                "Tigh Choil\u00ed",
                "tigh coil\u00ed",
                "tigh coili\u0301",
                "the tigh ch",
                "coili gaillimh",
                "coili galway"
            })
    void a_pub_is_found_however_it_is_spelled_and_as_one_types(String text) {
        Venue here = VenueBuilder.named("Tigh Choil\u00ed").in("Galway").build();
        store(here, VenueBuilder.named("The Anchor").in("Cork").build());

        assertThat(find(new VenueQuery(text, null, null))).containsExactly(here.id());
    }

    @Test
    void a_venue_is_found_by_each_of_its_names_its_town_and_its_region() {
        Venue here = VenueBuilder.named("Brogan's")
                .inIrish("Tigh Bhr\u00f3g\u00e1in")
                .alsoNamed("The Old House")
                .in("Boston")
                .build();
        store(here);

        for (String text : List.of("brogan", "tigh brogain", "old house", "boston", "massach", "the house brogans")) {
            assertThat(find(new VenueQuery(text, null, null))).as(text).containsExactly(here.id());
        }
        assertThat(find(new VenueQuery("house cork", null, null))).isEmpty();
    }

    @Test
    void a_former_name_finds_a_venue_and_what_is_on_there_and_the_cards_say_that_it_is_former() {
        Venue here = VenueBuilder.named("The Fiddle")
                .formerlyNamed("The Harp", "O Brien's")
                .build();
        store(here, VenueBuilder.named("The Anchor").build());
        store(SessionBuilder.at(here).as("a").build());

        for (String text : List.of("harp", "o'brien", "fiddle")) {
            assertThat(index().find(new VenueQuery(text, null, null), NOW, ALL, null)
                            .items())
                    .as(text)
                    .singleElement()
                    .satisfies(card -> {
                        assertThat(card.venue().name()).isEqualTo("The Fiddle");
                        assertThat(card.venue().formerNames()).containsExactly("The Harp", "O Brien's");
                    });
            assertThat(index().find(SessionQuery.builder().text(text).build(), NOW, ALL, null)
                            .items())
                    .as(text)
                    .singleElement()
                    .satisfies(card -> assertThat(card.venue().formerNames()).containsExactly("The Harp", "O Brien's"));
        }
    }

    @Test
    void a_card_says_that_a_venue_is_closed_for_good() {
        Source source = new Source(Source.OPENSTREETMAP, "node/1");
        Venue here = VenueBuilder.named("The Fiddle")
                .from(source)
                .closedBy(source, LocalDate.of(2026, 11, 1))
                .build();
        store(here);

        assertThat(index().find(ANY, NOW, ALL, null).items())
                .singleElement()
                .satisfies(card -> assertThat(card.venue().closed()).isTrue());
        assertThat(index().venue(here.id()))
                .hasValueSatisfying(venue -> assertThat(venue.value()).isEqualTo(here));
    }

    @Test
    void a_venue_without_a_session_is_found_and_its_card_counts_those_that_go_on() {
        Venue venue = VenueBuilder.named("The Crane").in("Galway").build();
        store(venue);
        assertCounts(venue, 0);

        store(
                SessionBuilder.at(venue).as("a").build(),
                SessionBuilder.at(venue).as("b").build());
        assertCounts(venue, 2);

        store(SessionBuilder.at(venue)
                .as("b")
                .endedOn(LocalDate.of(2026, 11, 1))
                .build());
        assertCounts(venue, 1);

        Venue other = VenueBuilder.named("The Heron").in("Galway").build();
        store(other);
        store(SessionBuilder.at(other).as("a").build());
        assertCounts(venue, 0);
    }

    @Test
    void a_venue_that_is_renamed_and_moved_leaves_where_it_was() {
        Venue before = VenueBuilder.named("The Crane")
                .in("Galway")
                .from(new Source("list", "1"))
                .build();
        Venue after = VenueBuilder.named("The Heron")
                .as(before.id())
                .in("Doolin")
                .from(new Source("list", "2"))
                .build();
        store(before);
        store(after);

        assertThat(find(new VenueQuery("crane", null, null))).isEmpty();
        assertThat(find(new VenueQuery("heron", null, null))).containsExactly(after.id());
        assertThat(find(new VenueQuery(null, null, County.GALWAY))).isEmpty();
        assertThat(find(new VenueQuery(null, null, County.CLARE))).containsExactly(after.id());
        assertThat(index().within(before.location(), 5_000)).isEmpty();
        assertThat(index().within(after.location(), 5_000)).containsExactly(after);
        assertThat(index().from(new Source("list", "1"))).isEmpty();
        assertThat(index().from(new Source("list", "2"))).contains(after.id());
    }

    @Test
    void a_venue_is_found_from_each_of_its_sources() {
        Source one = new Source(Source.OPENSTREETMAP, "node/1");
        Source other = new Source("list", "node/1");
        Venue venue = VenueBuilder.named("The Crane").from(one, other).build();
        store(venue, VenueBuilder.named("The Heron").build());

        assertThat(index().from(one)).contains(venue.id());
        assertThat(index().from(other)).contains(venue.id());
        assertThat(index().from(new Source("list", "node/2"))).isEmpty();
        assertThat(index().from(new Source("list", "node/"))).isEmpty();
    }

    @Test
    void of_several_venues_from_one_source_it_is_the_first_by_identifier() {
        Source source = new Source("list", "1");
        List<Venue> venues = new ArrayList<>();
        for (String name : List.of("The Crane", "The Heron", "The Swan")) {
            Venue venue = VenueBuilder.named(name).from(source).build();
            venues.add(venue);
            store(venue);
        }
        venues.sort(Comparator.comparing(Venue::id));
        assertThat(index().from(source)).contains(venues.getFirst().id());

        store(VenueBuilder.named("The Lark").as(venues.getFirst().id()).build());

        assertThat(index().from(source)).contains(venues.get(1).id());
    }

    @Test
    void names_stand_in_the_order_of_their_letters_be_they_ever_so_rare() {
        List<Venue> venues = List.of(
                VenueBuilder.named("\ud801\udc37").build(),
                VenueBuilder.named("\ufa0e").build(),
                VenueBuilder.named("Z").build());
        store(venues.toArray(Venue[]::new));

        assertThat(find(ANY))
                .containsExactlyElementsOf(
                        venues.reversed().stream().map(Venue::id).toList());
    }

    @Test
    void names_that_are_alike_for_very_long_stand_in_the_order_of_identifiers() {
        // One letter of which eighteen are made when it is folded.
        String blessing = "\ufdfa".repeat(119);
        List<Venue> venues = new ArrayList<>();
        for (String end : List.of("a", "b", "c", "d")) {
            venues.add(VenueBuilder.named(blessing + end).build());
        }
        store(venues.toArray(Venue[]::new));

        assertThat(walk(1, after -> index().find(ANY, NOW, 1, after)))
                .extracting(card -> card.venue().id())
                .containsExactlyElementsOf(
                        venues.stream().map(Venue::id).sorted().toList());
    }

    @Test
    void venues_within_a_distance_are_exactly_those_of_brute_force_nearest_first() {
        List<Venue> venues = new ArrayList<>();
        Random random = new Random(44);
        for (GeoPoint corner : List.of(
                new GeoPoint(53.27, -9.05),
                new GeoPoint(-16.8, 180),
                new GeoPoint(90, 0),
                new GeoPoint(-89.999, 120),
                new GeoPoint(0, 0))) {
            for (int i = 0; i < 40; i++) {
                venues.add(VenueBuilder.named("Venue " + venues.size())
                        .in("Ennis")
                        .at(
                                Math.clamp(corner.latitude() + random.nextGaussian() * 0.01, -90, 90),
                                Math.clamp(corner.longitude() + random.nextGaussian() * 0.01, -180, 180))
                        .build());
            }
        }
        store(venues.toArray(Venue[]::new));
        for (Venue venue : venues) {
            GeoPoint point = venue.location();
            Venue any = venues.get(random.nextInt(venues.size()));
            for (double metres : new double[] {0, 1, 50, 500, 5_000, point.metresTo(any.location())}) {
                assertThat(index().within(point, metres))
                        .as("%s m around %s", metres, point)
                        .isEqualTo(venues.stream()
                                .filter(other -> other.location().metresTo(point) <= metres)
                                .sorted(Comparator.comparingDouble((Venue other) ->
                                                other.location().metresTo(point))
                                        .thenComparing(Venue::id))
                                .toList());
            }
        }
    }

    private void assertCounts(Venue venue, int sessions) {
        assertThat(index().find(new VenueQuery(venue.name(), null, null), NOW, 10, null)
                        .items())
                .containsExactly(new VenueCard(VenueSummary.of(venue), venue.irishName(), sessions, venue.sample()));
    }

    private List<VenueId> find(VenueQuery query) {
        return index().find(query, NOW, ALL, null).items().stream()
                .map(card -> card.venue().id())
                .toList();
    }

    private static VenueQuery query(GeneratedSessions generated, Random random) {
        Venue any = generated.venues().get(random.nextInt(generated.venues().size()));
        Town town = Town.OF_IRELAND.get(random.nextInt(Town.OF_IRELAND.size()));
        String text = switch (random.nextInt(6)) {
            case 0 -> any.name();
            case 1 -> any.name().substring(0, 1 + random.nextInt(any.name().length()));
            case 2 -> any.place().town();
            case 3 -> town.county().irishName();
            default -> null;
        };
        Nearby near = random.nextInt(3) > 0
                ? null
                : new Nearby(random.nextBoolean() ? any.location() : town.location(), 1 + random.nextInt(150));
        return new VenueQuery(text, near, random.nextInt(4) > 0 ? null : town.county());
    }

    private static List<VenueCard> bruteForce(GeneratedSessions generated, VenueQuery query) {
        Comparator<Venue> order = query.near() == null
                ? Comparator.comparing(venue -> FoldedText.fold(venue.name()))
                : Comparator.comparingDouble(venue -> query.near().point().metresTo(venue.location()));
        BruteForceDirectory directory = new BruteForceDirectory();
        directory.put(generated);
        Map<VenueId, Long> sessions = directory.find(SessionQuery.builder().build(), NOW).stream()
                .collect(Collectors.groupingBy(card -> card.venue().id(), Collectors.counting()));
        return generated.venues().stream()
                .filter(venue -> query.text() == null || says(venue, query.text()))
                .filter(venue -> query.county() == null
                        || query.county() == venue.place().county())
                .filter(venue -> query.near() == null
                        || query.near().point().metresTo(venue.location())
                                <= query.near().radiusMetres())
                .sorted(order.thenComparing(Venue::id))
                .map(venue -> new VenueCard(
                        VenueSummary.of(venue),
                        venue.irishName(),
                        sessions.getOrDefault(venue.id(), 0L).intValue(),
                        venue.sample()))
                .toList();
    }

    private static boolean says(Venue venue, String text) {
        Set<String> terms = new HashSet<>();
        List<String> told = new ArrayList<>(venue.names());
        told.add(String.valueOf(venue.place().town()));
        if (venue.place().region() != null) {
            told.add(venue.place().region());
        }
        County county = venue.place().county();
        if (county != null) {
            told.add(county.englishName());
            told.add(county.irishName());
            told.addAll(county.aliases());
        }
        told.forEach(name -> terms.addAll(FoldedText.terms(name)));
        return SearchText.of(text).isFound(word -> terms.stream().anyMatch(term -> term.startsWith(word)));
    }
}
