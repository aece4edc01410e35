package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Takedown;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an index counts. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class CountsTest extends IndexTest {
    private static final Instant NOW = GeneratedSessions.NOW;
    private static final Country US = new Country("US");

    private final Venue doolin = VenueBuilder.named("A").in("Doolin").build();
    private final Venue belfast = VenueBuilder.named("B").in("Belfast").build();
    private final Venue boston = VenueBuilder.named("C").in("Boston").build();
    private final Venue london = VenueBuilder.named("D").in("London").build();

    CountsTest(IndexForm form) {
        super(form);
    }

    @Test
    void where_nothing_is_nothing_is_counted() {
        assertThat(counts()).isEqualTo(new Counts(Map.of(), Map.of()));
    }

    @Test
    void venues_count_for_their_county_or_abroad_for_their_country() {
        store(doolin, belfast, boston, london);

        Count one = new Count(1, 0, Map.of());
        assertThat(counts())
                .isEqualTo(new Counts(
                        Map.of(County.CLARE, one, County.ANTRIM, one), Map.of(US, one, Country.UNITED_KINGDOM, one)));
    }

    @Test
    void sessions_count_once_and_on_each_of_their_weekdays() {
        store(doolin);
        store(
                SessionBuilder.at(doolin)
                        .as("a")
                        .on(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)
                        .build(),
                SessionBuilder.at(doolin).as("b").build());

        assertThat(counts().counties().get(County.CLARE))
                .isEqualTo(new Count(1, 2, Map.of(DayOfWeek.MONDAY, 1, DayOfWeek.THURSDAY, 2)));
    }

    @Test
    void a_session_that_its_organiser_has_ended_is_not_counted() {
        store(doolin);
        store(SessionBuilder.at(doolin).endedOn(LocalDate.of(2026, 1, 1)).build());

        assertThat(counts().counties().get(County.CLARE)).isEqualTo(new Count(1, 0, Map.of()));
    }

    @Test
    void a_session_that_was_taken_down_is_not_counted_until_it_is_listed_again() {
        Session session = SessionBuilder.at(doolin).build();
        store(doolin);
        store(session);
        store(session.takenDown(new Takedown(NOW, false)));
        assertThat(counts().counties().get(County.CLARE)).isEqualTo(new Count(1, 0, Map.of()));
        assertThat(venueCard(NOW).sessions()).isZero();

        store(session);
        assertThat(sessionsIn(County.CLARE)).isEqualTo(1);
        assertThat(venueCard(NOW).sessions()).isEqualTo(1);
    }

    @Test
    void counts_follow_every_change() {
        store(doolin, boston);
        store(SessionBuilder.at(doolin).as("a").build());
        assertThat(sessionsIn(County.CLARE)).isEqualTo(1);

        store(SessionBuilder.at(boston).as("a").on(DayOfWeek.SUNDAY).build());
        assertThat(sessionsIn(County.CLARE)).isZero();
        assertThat(counts().countries().get(US)).isEqualTo(new Count(1, 1, Map.of(DayOfWeek.SUNDAY, 1)));

        store(VenueBuilder.named("C").as(boston.id()).in("Belfast").build());
        assertThat(counts().countries()).isEmpty();
        assertThat(sessionsIn(County.ANTRIM)).isEqualTo(1);

        store(Said.of(SessionBuilder.idOf("a")).rated(5).build());
        assertThat(sessionsIn(County.ANTRIM)).isEqualTo(1);

        store(london);
        assertThat(counts().countries().get(Country.UNITED_KINGDOM)).isEqualTo(new Count(1, 0, Map.of()));
    }

    @Test
    void a_session_that_has_run_out_of_dates_counts_nowhere_from_the_morning_after_its_last_night() {
        LocalDate last = LocalDate.of(2026, 11, 20);
        Instant lastMinute = LocalDate.of(2026, 11, 21).atTime(3, 59).toInstant(ZoneOffset.UTC);
        store(doolin);
        store(SessionBuilder.at(doolin)
                .as("a")
                .by(new Recurrence.Dates(List.of(last.minusWeeks(1), last)))
                .build());

        assertThat(index().count(lastMinute).counties().get(County.CLARE).sessions())
                .isEqualTo(1);
        assertThat(venueCard(lastMinute).sessions()).isEqualTo(1);
        assertThat(index().count(lastMinute.plusSeconds(60)).counties().get(County.CLARE))
                .isEqualTo(new Count(1, 0, Map.of()));
        assertThat(venueCard(lastMinute.plusSeconds(60)).sessions()).isZero();
    }

    private VenueCard venueCard(Instant now) {
        return index().find(new VenueQuery("a", null, null), now, 2, null)
                .items()
                .getFirst();
    }

    @Test
    void counts_are_of_what_lists_show() {
        GeneratedSessions generated = GeneratedSessions.of(300, 61).keptByMembers(61);
        store(generated);

        Map<County, Count> counties = new EnumMap<>(County.class);
        for (County county : County.values()) {
            Count count = recount(generated, venue -> venue.place().county() == county);
            if (count.venues() > 0) {
                counties.put(county, count);
            }
        }
        Map<Country, Count> countries = new HashMap<>();
        for (Venue venue : generated.venues()) {
            Country country = venue.place().country();
            Count count = recount(
                    generated,
                    other -> other.place().county() == null
                            && other.place().country().equals(country));
            if (count.venues() > 0) {
                countries.put(country, count);
            }
        }
        assertThat(counts()).isEqualTo(new Counts(counties, countries));
    }

    private Count recount(GeneratedSessions generated, Predicate<Venue> where) {
        Set<VenueId> venues =
                generated.venues().stream().filter(where).map(Venue::id).collect(Collectors.toSet());
        Map<DayOfWeek, Integer> nights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            int those = listed(SessionQuery.builder().days(Set.of(day)), venues);
            if (those > 0) {
                nights.put(day, those);
            }
        }
        return new Count(venues.size(), listed(SessionQuery.builder(), venues), nights);
    }

    private int listed(SessionQuery.Builder query, Set<VenueId> at) {
        return Math.toIntExact(index().find(query.build(), NOW, Integer.MAX_VALUE - 1, null).items().stream()
                .filter(card -> at.contains(card.venue().id()))
                .count());
    }

    private Counts counts() {
        return index().count(NOW);
    }

    private int sessionsIn(County county) {
        return counts().counties().getOrDefault(county, Count.NONE).sessions();
    }
}
