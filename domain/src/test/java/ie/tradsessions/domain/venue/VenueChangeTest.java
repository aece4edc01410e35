package ie.tradsessions.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VenueChangeTest {
    private static final VenueId ID = new VenueId(Identifier.derivedFrom("venue"));
    private static final MemberId NIAMH = MemberId.of("https://issuer.example/", "Niamh");
    private static final Instant NOW = Instant.parse("2026-11-24T21:30:00Z");

    @Property
    void a_change_that_is_undone_leaves_the_venue_as_it_was(
            @ForAll("venues") Venue before, @ForAll("venues") Venue after) {
        VenueChange change = change(2, before, after);

        assertThat(change.undoneIn(after)).contains(before);
        assertThat(change.fields()).isEqualTo(VenueField.differing(before, after));
    }

    @Property
    void undoing_leaves_alone_what_others_changed_since_or_does_nothing(
            @ForAll("venues") Venue before, @ForAll("venues") Venue after, @ForAll("venues") Venue now) {
        VenueChange change = change(2, before, after);

        change.undoneIn(now).ifPresent(undone -> {
            // A name that comes back is no other name any more; none is lost.
            if (!change.fields().contains(VenueField.OTHER_NAMES)) {
                assertThat(undone.names()).containsAll(now.otherNames());
            }
            for (VenueField field : EnumSet.complementOf(EnumSet.of(VenueField.NAME_IRISH, VenueField.OTHER_NAMES))) {
                Venue expected = change.fields().contains(field) ? before : now;
                assertThat(field.of(undone)).as(field.name()).isEqualTo(field.of(expected));
            }
        });
    }

    @Property
    void undoing_what_was_undone_makes_the_change_again(@ForAll("venues") Venue before, @ForAll("venues") Venue after) {
        Venue undone = change(2, before, after).undoneIn(after).orElseThrow();

        assertThat(change(3, after, undone).undoneIn(undone)).contains(after);
    }

    @Test
    void a_field_that_was_changed_again_since_is_not_put_back() {
        Venue before = venue("The Crane", null, "1 Main Street", null);
        Venue after = venue("The Heron", null, "1 Main Street", null);

        assertThat(change(2, before, after).undoneIn(venue("The Anchor", null, "1 Main Street", null)))
                .isEmpty();
        assertThat(change(2, before, after).undoneIn(venue("The Heron", null, "2 Main Street", null)))
                .contains(venue("The Crane", null, "2 Main Street", null));
    }

    @Test
    void that_a_venue_has_closed_can_be_undone() {
        Venue before = venue("The Crane", null, null, null);
        Venue after = before.closed(new Closure(null, LocalDate.of(2026, 11, 24)));

        VenueChange change = change(2, before, after);

        assertThat(change.fields()).isEqualTo(Set.of(VenueField.CLOSED));
        assertThat(change.undoneIn(after)).contains(before);
    }

    @Provide
    Arbitrary<Venue> venues() {
        return Combinators.combine(
                        Arbitraries.of("The Crane", "The Heron", "An Corr"),
                        Arbitraries.of("An Corr", "Tigh Choilí").injectNull(0.5),
                        Arbitraries.of("1 Main Street", "2 Main Street").injectNull(0.3),
                        Arbitraries.of("https://a.example/", "https://b.example/")
                                .injectNull(0.5),
                        Arbitraries.of("The Anchor", "The Heron").list().ofMaxSize(2),
                        Arbitraries.of(County.CLARE, County.ANTRIM),
                        Arbitraries.of(true, false))
                .as((name, irish, street, website, others, county, closed) -> {
                    Venue venue = venue(name, irish, street, website, others, county);
                    return closed ? venue.closed(new Closure(null, LocalDate.of(2026, 11, 24))) : venue;
                });
    }

    private static VenueChange change(long version, Venue before, Venue after) {
        return new VenueChange(ID, version, NIAMH, NOW, before, after);
    }

    private static Venue venue(String name, String irish, String street, String website) {
        return venue(name, irish, street, website, List.of(), County.CLARE);
    }

    private static Venue venue(
            String name, String irish, String street, String website, List<String> others, County county) {
        Place town = Place.in(county, "Town");
        return new Venue(
                ID,
                name,
                irish,
                others,
                List.of(),
                new Place(street, town.town(), county, null, town.country(), false),
                county == County.CLARE ? new GeoPoint(52.8436, -8.9864) : new GeoPoint(54.6, -5.93),
                county == County.CLARE ? ZoneId.of("Europe/Dublin") : ZoneId.of("Europe/London"),
                website == null ? null : URI.create(website),
                null,
                List.of(),
                false,
                null);
    }
}
