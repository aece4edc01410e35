package ie.tradsessions.domain.venue;

import static ie.tradsessions.domain.venue.SampleHouse.ennis;
import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Data sets change what they said, and nothing that members corrected. */
class CorrectionsTest {
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");
    private static final Closure CLOSED_BY_A_MEMBER = new Closure(null, LocalDate.of(2026, 11, 24));

    /** What becomes of a venue, one after the other. */
    sealed interface Step {
        /** A data set tells of it. */
        record Imported(Venue told) implements Step {}

        record Corrected(Venue next) implements Step {}

        /** A member undoes the latest change. */
        record Undone() implements Step {}
    }

    @Property
    void what_members_corrected_stays_until_they_put_back_what_a_data_set_said(
            @ForAll("venues") Venue first, @ForAll("steps") List<Step> steps) {
        Venue now = first;
        List<VenueChange> newestFirst = new ArrayList<>();
        Map<VenueField, Object> saidByDataSets = valuesOf(first);
        for (Step step : steps) {
            Corrections corrections = Corrections.in(now, newestFirst);
            Venue before = now;
            switch (step) {
                case Step.Imported(Venue told) -> {
                    now = corrections.keptIn(told);
                    for (VenueField field : VenueField.values()) {
                        Venue expected = corrections.fields().contains(field) ? before : told;
                        assertThat(field.of(now)).as(field.name()).isEqualTo(field.of(expected));
                    }
                    EnumSet<VenueField> taken = EnumSet.allOf(VenueField.class);
                    taken.removeAll(corrections.fields());
                    taken.forEach(field -> saidByDataSets.put(field, field.of(told)));
                }
                case Step.Corrected(Venue next) -> now = next;
                case Step.Undone undone ->
                    now = newestFirst.isEmpty()
                            ? now
                            : newestFirst.getFirst().undoneIn(now).orElse(now);
            }
            if (!(step instanceof Step.Imported) && !now.equals(before)) {
                newestFirst.addFirst(change(newestFirst.size() + 2, before, now));
            }
            EnumSet<VenueField> different = EnumSet.noneOf(VenueField.class);
            for (VenueField field : VenueField.values()) {
                if (!Objects.equals(field.of(now), saidByDataSets.get(field))) {
                    different.add(field);
                }
            }
            assertThat(Corrections.in(now, newestFirst).fields()).isEqualTo(different);
        }
    }

    @Test
    void a_venue_that_nobody_corrected_is_as_the_data_set_tells() {
        Venue told = ennis().with(Set.of(VenueField.NAME), SampleHouse.bare("The Crane", SampleHouse.ENNIS));

        assertThat(Corrections.in(ennis(), List.of()).keptIn(told)).isEqualTo(told);
    }

    @Test
    void that_a_member_closed_a_venue_or_opened_it_again_is_a_correction() {
        Venue closedByDataSet = ennis().closed(new Closure(new Source("csv", "1"), LocalDate.of(2026, 1, 1)));
        Venue closedByMember = ennis().closed(CLOSED_BY_A_MEMBER);

        assertThat(Corrections.in(ennis(), List.of(change(2, closedByDataSet, ennis())))
                        .keptIn(closedByDataSet))
                .isEqualTo(ennis());
        assertThat(Corrections.in(closedByMember, List.of(change(2, ennis(), closedByMember)))
                        .keptIn(ennis()))
                .isEqualTo(closedByMember);
    }

    @Test
    void what_a_data_set_has_overwritten_before_is_no_correction_any_more() {
        Venue crane = ennis().with(Set.of(VenueField.NAME), SampleHouse.bare("The Crane", SampleHouse.ENNIS));
        Venue heron = ennis().with(Set.of(VenueField.NAME), SampleHouse.bare("The Heron", SampleHouse.ENNIS));

        assertThat(Corrections.in(heron, List.of(change(2, ennis(), crane))).fields())
                .isEmpty();
        assertThat(Corrections.in(crane, List.of(change(4, heron, crane), change(2, ennis(), crane)))
                        .fields())
                .containsExactly(VenueField.NAME);
    }

    @Test
    void where_the_rest_does_not_go_with_what_was_corrected_the_venue_stays() {
        Venue gaeltacht = venue("The Crane", null, County.CLARE, true);
        List<VenueChange> saidSo = List.of(change(2, venue("The Crane", null, County.CLARE, false), gaeltacht));

        assertThat(Corrections.in(gaeltacht, saidSo).keptIn(venue("The Heron", null, County.ANTRIM, false)))
                .isEqualTo(gaeltacht);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.<Step>oneOf(
                        venues().map(Step.Imported::new),
                        venues().map(Step.Corrected::new),
                        Arbitraries.of(new Step.Undone()))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Venue> venues() {
        return Combinators.combine(
                        Arbitraries.of("The Crane", "The Heron"),
                        Arbitraries.of("https://a.example/", "https://b.example/")
                                .injectNull(0.3),
                        Arbitraries.of(County.CLARE, County.ANTRIM),
                        Arbitraries.of(true, false))
                .as((name, website, county, closed) -> {
                    Venue venue = venue(name, website, county, false);
                    return closed ? venue.closed(CLOSED_BY_A_MEMBER) : venue;
                });
    }

    private static Map<VenueField, Object> valuesOf(Venue venue) {
        Map<VenueField, Object> values = new EnumMap<>(VenueField.class);
        for (VenueField field : VenueField.values()) {
            values.put(field, field.of(venue));
        }
        return values;
    }

    private static VenueChange change(long version, Venue before, Venue after) {
        return new VenueChange(ennis().id(), version, NIAMH, NOW, before, after);
    }

    private static Venue venue(String name, String website, County county, boolean gaeltacht) {
        boolean clare = county == County.CLARE;
        return new Venue(
                ennis().id(),
                name,
                null,
                List.of(),
                List.of(),
                new Place(null, null, county, null, clare ? Country.IRELAND : Country.UNITED_KINGDOM, gaeltacht),
                clare ? SampleHouse.ENNIS : new GeoPoint(54.6, -5.93),
                ZoneId.of(clare ? "Europe/Dublin" : "Europe/London"),
                website == null ? null : URI.create(website),
                null,
                List.of(),
                false,
                null);
    }
}
