package ie.tradsessions.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.search.Nearby;
import ie.tradsessions.application.search.SessionOrder;
import ie.tradsessions.application.search.SessionQuery;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.place.BoundingBox;
import ie.tradsessions.domain.session.Occurrence;
import ie.tradsessions.domain.session.OccurrenceStatus;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindSessionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final Venue venue = VenueBuilder.named("The Crane").in("Galway").build();

    @Test
    void a_listing_shows_the_nights_of_seven_days_with_tonight() {
        store(SessionBuilder.at(venue).on(DayOfWeek.TUESDAY, DayOfWeek.MONDAY));

        Listing listing = only(GeneratedSessions.NOW);

        assertThat(listing.nights()).extracting(Occurrence::date).containsExactly(TODAY, TODAY.plusDays(6));
        assertThat(listing.freshness()).isEqualTo(Freshness.CONFIRMED);
        assertThat(listing.distanceMetres()).isNull();
    }

    @Test
    void a_listing_without_a_night_in_seven_days_shows_the_first_after_them() {
        store(SessionBuilder.at(venue).by(new Recurrence.EveryNWeeks(4, THURSDAY.minusWeeks(1), DayOfWeek.THURSDAY)));

        assertThat(only(GeneratedSessions.NOW).nights())
                .extracting(Occurrence::date)
                .containsExactly(THURSDAY.plusWeeks(3));
    }

    @Test
    void a_listing_shows_a_cancelled_night_with_its_reason() {
        store(SessionBuilder.at(venue).with(THURSDAY, new OccurrenceStatus.Cancelled("funeral")));

        assertThat(only(GeneratedSessions.NOW).nights())
                .extracting(Occurrence::status)
                .containsExactly(new OccurrenceStatus.Cancelled("funeral"));
    }

    @Test
    void after_midnight_it_is_still_tonight_until_four() {
        store(SessionBuilder.at(venue));

        assertThat(only(Instant.parse("2026-11-27T03:59:00Z"))
                        .nights()
                        .getFirst()
                        .date())
                .isEqualTo(THURSDAY);
        assertThat(only(Instant.parse("2026-11-27T04:00:00Z"))
                        .nights()
                        .getFirst()
                        .date())
                .isEqualTo(THURSDAY.plusWeeks(1));
    }

    @Test
    void freshness_is_that_of_the_moment() {
        store(SessionBuilder.at(venue).sharedAt(GeneratedSessions.NOW));

        assertThat(only(GeneratedSessions.NOW).freshness()).isEqualTo(Freshness.CONFIRMED);
        assertThat(only(Instant.parse("2027-02-01T12:00:00Z")).freshness()).isEqualTo(Freshness.AGEING);
        assertThat(only(Instant.parse("2028-02-01T12:00:00Z")).freshness()).isEqualTo(Freshness.STALE);
    }

    @Test
    void who_asks_for_what_is_near_is_told_how_far_it_is() {
        store(SessionBuilder.at(venue));
        var spiddal = Town.named("An Spid\u00e9al").location();
        SessionQuery query = SessionQuery.builder()
                .near(new Nearby(spiddal, Nearby.DEFAULT_KM))
                .build();

        Listing listing = find(query, GeneratedSessions.NOW, 20, null).items().getFirst();

        assertThat(listing.distanceMetres()).isEqualTo(spiddal.metresTo(venue.location()));
        assertThat(query.order()).isEqualTo(SessionOrder.DISTANCE);
    }

    @Test
    void pages_follow_one_another() {
        ports.store(GeneratedSessions.of(45, 91));
        SessionQuery query = SessionQuery.builder().build();
        List<Listing> walked = new ArrayList<>();
        PageToken after = null;
        do {
            Page<Listing> page = find(query, GeneratedSessions.NOW, 20, after);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(walked)
                .isEqualTo(find(query, GeneratedSessions.NOW, 100, null).items());
    }

    @Test
    void an_area_shows_the_same_to_everybody_in_it() {
        store(SessionBuilder.at(venue));
        ViewArea viewArea = new ViewArea(ports.index(), InstantSource.fixed(GeneratedSessions.NOW));

        Page<Listing> galway =
                viewArea.view(new ViewArea.Query(new BoundingBox(-9.5, 53, -9, 53.5), ViewArea.DEFAULT_LIMIT, null));
        Page<Listing> clare =
                viewArea.view(new ViewArea.Query(new BoundingBox(-9.5, 52.5, -9, 53), ViewArea.DEFAULT_LIMIT, null));

        assertThat(galway.items())
                .extracting(listing -> listing.card().venue().id())
                .containsExactly(venue.id());
        assertThat(galway.items().getFirst().distanceMetres()).isNull();
        assertThat(clare.items()).isEmpty();
    }

    @Test
    void a_page_holds_one_to_a_hundred_and_an_area_up_to_five_hundred() {
        SessionQuery any = SessionQuery.builder().build();
        BoundingBox box = new BoundingBox(-10, 52, -9, 53);

        for (int limit : new int[] {0, -1, 101}) {
            assertThatThrownBy(() -> new FindSessions.Query(any, limit, null))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.field()).isEqualTo("limit"));
        }
        assertThat(new FindSessions.Query(any, 100, null).limit()).isEqualTo(100);
        assertThatThrownBy(() -> new ViewArea.Query(box, 501, null)).isInstanceOf(InvalidValue.class);
        assertThat(new ViewArea.Query(box, 500, null).limit()).isEqualTo(500);
    }

    @Test
    void distance_is_no_order_without_somewhere_to_be_near() {
        assertThatThrownBy(() ->
                        SessionQuery.builder().order(SessionOrder.DISTANCE).build())
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("sort"));
        assertThat(SessionQuery.builder().days(Set.of()).build().order()).isEqualTo(SessionOrder.RANK);
    }

    @Test
    void near_is_within_two_hundred_kilometres() {
        for (double radius : new double[] {0, -1, 200.001, Double.NaN}) {
            assertThatThrownBy(() -> new Nearby(venue.location(), radius))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            refused -> assertThat(refused.field()).isEqualTo("radiusKm"));
        }
        assertThat(new Nearby(venue.location(), 200).radiusMetres()).isEqualTo(200_000);
    }

    private void store(SessionBuilder builder) {
        Session session = builder.build();
        ports.venues().save(venue, SaveOutcome.NEW);
        ports.sessions().save(session, SaveOutcome.NEW);
    }

    private Listing only(Instant now) {
        List<Listing> found =
                find(SessionQuery.builder().build(), now, 20, null).items();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private Page<Listing> find(SessionQuery query, Instant now, int limit, PageToken after) {
        return new FindSessions(ports.index(), InstantSource.fixed(now))
                .find(new FindSessions.Query(query, limit, after));
    }
}
