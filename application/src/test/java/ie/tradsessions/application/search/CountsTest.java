package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.Said;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Counts.Count;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an index counts. */
@ParameterizedClass
@EnumSource(IndexForm.class)
class CountsTest extends IndexTest {
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
    void counts_equal_a_recount() {
        GeneratedSessions generated = GeneratedSessions.of(300, 61);
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

    private static Count recount(GeneratedSessions generated, Predicate<Venue> where) {
        List<Venue> venues = generated.venues().stream().filter(where).toList();
        List<Session> sessions = generated.sessions().stream()
                .filter(session -> session.timetable().endedOn() == null)
                .filter(session -> venues.stream().anyMatch(venue -> venue.id().equals(session.venue())))
                .toList();
        Map<DayOfWeek, Integer> nights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            long those = sessions.stream()
                    .filter(session -> session.timetable()
                            .schedule()
                            .recurrence()
                            .weekdays()
                            .contains(day))
                    .count();
            if (those > 0) {
                nights.put(day, Math.toIntExact(those));
            }
        }
        return new Count(venues.size(), sessions.size(), nights);
    }

    private Counts counts() {
        return index().count();
    }

    private int sessionsIn(County county) {
        return counts().counties().getOrDefault(county, Count.NONE).sessions();
    }
}
