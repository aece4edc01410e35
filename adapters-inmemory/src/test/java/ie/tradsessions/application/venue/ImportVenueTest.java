package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.InterceptedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.venue.ImportVenue.Command;
import ie.tradsessions.application.venue.ImportVenue.Outcome;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.CountyBoundaries;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ImportVenueTest {
    private static final GeoPoint GALWAY = Town.named("Galway").location();
    private static final Source NODE = new Source(Source.OPENSTREETMAP, "node/1");
    private static final Source WAY = new Source(Source.OPENSTREETMAP, "way/2");

    private final IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty());
    private final ImportVenue importVenue =
            new ImportVenue(ports.venues(), ports.venueHistory(), ports.index(), CountyBoundaries.bundled());

    private final MemberUseCases members = new MemberUseCases(ports, InstantSource.fixed(GeneratedSessions.NOW));

    @Test
    void importing_twice_changes_nothing() {
        Outcome first = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE);
        Outcome second = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE);

        assertThat(first).isEqualTo(new Outcome.Added(first.id(), List.of()));
        assertThat(second).isEqualTo(new Outcome.Unchanged(first.id()));
        assertThat(stored(first.id()).version()).isEqualTo(1);
        assertThat(stored(first.id()).value().place().county()).isEqualTo(County.GALWAY);
        assertThat(stored(first.id()).value().sources()).containsExactly(NODE);
    }

    @Test
    void another_storage_gives_the_same_venue_the_same_identifier() {
        VenueId here = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        IndexedStorage elsewhere = IndexedStorage.of(InMemoryStores.empty());

        VenueId there = new ImportVenue(
                        elsewhere.venues(), elsewhere.venueHistory(), elsewhere.index(), CountyBoundaries.bundled())
                .importVenue(new Command(Told.of("Renamed", GALWAY).description(), NODE, false))
                .outcome()
                .id();

        assertThat(there).isEqualTo(here);
    }

    @Test
    void what_the_source_says_otherwise_now_is_taken_over() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();

        Venue before = stored(id).value();
        Outcome outcome = importing(Told.of("The Crane", north(30)).street("Sea Road"), NODE);

        assertThat(outcome)
                .isEqualTo(new Outcome.Updated(
                        before, stored(id).value(), stored(id).value()));

        assertThat(stored(id).value().name()).isEqualTo("The Crane");
        assertThat(stored(id).value().place().street()).isEqualTo("Sea Road");
        assertThat(stored(id).value().location()).isEqualTo(north(30));
        assertThat(stored(id).value().otherNames()).isEmpty();
    }

    @Test
    void former_names_are_taken_over_and_one_at_the_same_door_is_certainly_the_same_venue() {
        VenueId id = importing(Told.of("The Fiddle", GALWAY).formerly("The Harp"), NODE)
                .id();

        assertThat(stored(id).value().formerNames()).containsExactly("The Harp");
        assertThat(importing(Told.of("the harp", north(10)), new Source("csv", "1")))
                .isEqualTo(new Outcome.Merged(id));
    }

    @Test
    void a_venue_that_its_data_set_shows_open_again_is_open_again() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        Venue open = stored(id).value();
        ports.venues().save(open.closed(new Closure(NODE, LocalDate.of(2026, 11, 1))), 1);

        assertThat(importing(Told.of("Tigh Choil\u00ed", GALWAY), new Source("csv", "1")))
                .isEqualTo(new Outcome.Merged(id));
        assertThat(stored(id).value().closed()).isNotNull();
        assertThat(importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE)).isInstanceOf(Outcome.Updated.class);
        assertThat(stored(id).value().closed()).isNull();
    }

    @Test
    void another_element_of_the_same_data_set_at_the_same_door_opens_it_too() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        ports.venues().save(stored(id).value().closed(new Closure(NODE, LocalDate.of(2026, 11, 1))), 1);

        importing(Told.of("Tigh Choil\u00ed", north(10)), WAY);

        assertThat(stored(id).value().closed()).isNull();
    }

    @Test
    void what_another_data_set_said_of_its_closing_stays() {
        Closure closure = new Closure(new Source("csv", "1"), LocalDate.of(2026, 11, 1));
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        ports.venues().save(stored(id).value().closed(closure), 1);

        assertThat(importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE)).isEqualTo(new Outcome.Unchanged(id));
        importing(Told.of("The Crane", GALWAY), NODE);

        assertThat(stored(id).value().closed()).isEqualTo(closure);
    }

    @Test
    void a_zone_that_is_not_that_of_the_place_is_refused_and_nothing_is_stored() {
        assertThatThrownBy(() -> importing(Told.of("Tigh Choil\u00ed", GALWAY).zone("America/New_York"), NODE))
                .hasMessage("timeZone: Europe/Dublin in IE, not America/New_York");
        assertThatThrownBy(() -> importing(
                        Told.of("Quigley's", new GeoPoint(48.9, 2.4))
                                .country("FR")
                                .zone("Europe/Dublin"),
                        NODE))
                .hasMessage("timeZone: Europe/Paris in FR, not Europe/Dublin");
        assertThat(ports.index().current().venuesAfter(null, 10)).isEmpty();
    }

    @Test
    void what_is_certainly_the_same_becomes_one() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();

        assertThat(importing(Told.of("tigh coili", north(30)).street("Mainguard Street"), WAY))
                .isEqualTo(new Outcome.Merged(id));

        Venue merged = stored(id).value();
        assertThat(merged.name()).isEqualTo("Tigh Choil\u00ed");
        assertThat(merged.place().street()).isEqualTo("Mainguard Street");
        assertThat(merged.sources()).containsExactly(NODE, WAY);
        assertThat(ports.index().current().from(WAY)).contains(id);
    }

    @Test
    void importing_what_was_merged_again_changes_nothing() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        importing(Told.of("tigh coili", north(30)), WAY);
        Versioned<Venue> merged = stored(id);

        assertThat(importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE)).isEqualTo(new Outcome.Unchanged(id));
        assertThat(importing(Told.of("tigh coili", north(30)), WAY)).isEqualTo(new Outcome.Unchanged(id));
        assertThat(stored(id)).isEqualTo(merged);
    }

    @Test
    void what_a_venue_only_resembles_is_named_and_left_to_people() {
        VenueId namesake = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();

        Outcome outcome = importing(Told.of("Tigh Choil\u00ed", north(300)), WAY);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Added(outcome.id(), List.of(stored(namesake).value())));
        assertThat(outcome.id()).isNotEqualTo(namesake);
    }

    @Test
    void a_venue_that_a_member_registered_is_enriched_and_keeps_what_the_member_said() {
        Venue registered =
                VenueBuilder.named("Tigh Choil\u00ed").in("Galway").at(GALWAY).build();
        ports.venues().save(registered, SaveOutcome.NEW);

        assertThat(importing(Told.of("Tigh Coili", GALWAY).street("Elsewhere"), NODE))
                .isEqualTo(new Outcome.Merged(registered.id()));

        Venue enriched = stored(registered.id()).value();
        assertThat(enriched.name()).isEqualTo("Tigh Choil\u00ed");
        assertThat(enriched.place()).isEqualTo(registered.place());
        assertThat(enriched.otherNames()).containsExactly("Tigh Coili");
        assertThat(enriched.sources()).containsExactly(NODE);
    }

    @Test
    void what_a_member_corrected_stays_and_the_rest_is_taken_over() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        correct(id, Told.of("Tigh Coili", GALWAY).website("https://tigh.example"));
        Venue corrected = stored(id).value();

        Outcome outcome = importing(Told.of("The Crane", GALWAY).street("Sea Road"), NODE);

        Venue now = stored(id).value();
        assertThat(now.name()).isEqualTo("Tigh Coili");
        assertThat(now.website()).hasToString("https://tigh.example");
        assertThat(now.place().street()).isEqualTo("Sea Road");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Updated.class, updated -> {
            assertThat(updated.before()).isEqualTo(corrected);
            assertThat(updated.now()).isEqualTo(now);
            assertThat(updated.told().name()).isEqualTo("The Crane");
        });
        assertThat(importing(Told.of("The Crane", GALWAY).street("Sea Road"), NODE))
                .isInstanceOfSatisfying(Outcome.KeptAsCorrected.class, kept -> {
                    assertThat(kept.now()).isEqualTo(now);
                    assertThat(kept.told().name()).isEqualTo("The Crane");
                });
    }

    @Test
    void a_correction_that_was_undone_is_not_kept() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        correct(id, Told.of("Tigh Coili", GALWAY));
        members.undoVenueChange().undo(new UndoVenueChange.Command(People.CATHAL, id, 2, 2));

        importing(Told.of("The Crane", GALWAY), NODE);

        assertThat(stored(id).value().name()).isEqualTo("The Crane");
    }

    @Test
    void what_a_member_took_out_does_not_come_back_with_another_record_of_the_venue() {
        Told told = Told.of("Tigh Choil\u00ed", GALWAY).website("https://gone.example");
        VenueId id = importing(told, NODE).id();
        correct(id, Told.of("Tigh Choil\u00ed", GALWAY));

        assertThat(importing(told.street("Mainguard Street"), WAY)).isEqualTo(new Outcome.Merged(id));
        importing(told, WAY);

        Venue now = stored(id).value();
        assertThat(now.website()).isNull();
        assertThat(now.place().street()).isEqualTo("Mainguard Street");
        assertThat(now.sources()).containsExactly(NODE, WAY);
    }

    @Test
    void a_venue_that_a_member_closed_stays_closed_whatever_its_data_set_says() {
        VenueId id = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();
        Venue open = stored(id).value();
        members.changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, id, 1, MemberUseCases.described(open), true));

        importing(Told.of("The Crane", GALWAY), NODE);

        assertThat(stored(id).value().name()).isEqualTo("The Crane");
        assertThat(stored(id).value().closed()).isEqualTo(new Closure(null, LocalDate.of(2026, 11, 24)));
    }

    @Test
    void what_members_changed_is_read_only_where_the_data_set_would_alter_something() {
        List<String> reads = new ArrayList<>();
        Storage observed = InterceptedStorage.of(ports.storage(), new InterceptedStorage.Interceptor() {
            @Override
            public void before(String call) {
                reads.add(call);
            }
        });
        ImportVenue importing =
                new ImportVenue(observed.venues(), observed.venueHistory(), ports.index(), CountyBoundaries.bundled());
        Told told = Told.of("Tigh Choil\u00ed", GALWAY);

        importing.importVenue(new Command(told.description(), NODE, false));
        importing.importVenue(new Command(told.description(), NODE, false));
        importing.importVenue(new Command(told.description(), WAY, false));
        assertThat(reads).containsExactly("save", "find", "find", "save");

        reads.clear();
        importing.importVenue(new Command(told.street("Sea Road").description(), NODE, false));
        assertThat(reads).containsExactly("find", "of", "save");
    }

    @Test
    void a_row_that_is_not_of_a_venue_is_refused_and_nothing_is_stored() {
        assertThatThrownBy(() -> importing(Told.of(" ", GALWAY), NODE))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
        assertThatThrownBy(() -> importing(Told.of("At sea", new GeoPoint(50, -20)), NODE))
                .isInstanceOf(InvalidValue.class);
        assertThat(ports.index().current().venuesAfter(null, 10)).isEmpty();
    }

    @Test
    void a_pub_is_not_turned_away_for_its_website_or_its_telephone_number() {
        Told told = Told.of("Tigh Choil\u00ed", GALWAY)
                .website("ftp://tigh.example")
                .phone("1".repeat(41));

        ImportVenue.Imported imported = importVenue.importVenue(new Command(told.description(), NODE, false));

        Venue venue = stored(imported.outcome().id()).value();
        assertThat(imported.leftOut()).extracting(ImportVenue.LeftOut::field).containsExactly("website", "phone");
        assertThat(venue.website()).isNull();
        assertThat(venue.phone()).isNull();
    }

    @Test
    void what_is_as_it_should_be_is_kept_and_nothing_is_left_out() {
        Told told = Told.of("Tigh Choil\u00ed", GALWAY)
                .website("https://tigh.example")
                .phone("091 553 000");

        ImportVenue.Imported imported = importVenue.importVenue(new Command(told.description(), NODE, false));

        Venue venue = stored(imported.outcome().id()).value();
        assertThat(imported.leftOut()).isEmpty();
        assertThat(venue.website()).hasToString("https://tigh.example");
        assertThat(venue.phone()).isEqualTo("091 553 000");
    }

    @Test
    void a_sample_stays_a_sample_and_never_becomes_one_with_a_real_venue() {
        VenueId real = importing(Told.of("Tigh Choil\u00ed", GALWAY), NODE).id();

        Command command =
                new Command(Told.of("Tigh Choil\u00ed", GALWAY).description(), new Source("sample", "1"), true);
        Outcome sample = importVenue.importVenue(command).outcome();

        assertThat(sample).isEqualTo(new Outcome.Added(sample.id(), List.of()));
        assertThat(sample.id()).isNotEqualTo(real);
        assertThat(stored(sample.id()).value().sample()).isTrue();
        assertThat(stored(real).value().sample()).isFalse();
    }

    @Test
    void of_many_who_import_one_venue_at_once_none_is_lost() throws Exception {
        List<Callable<Outcome>> imports = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Source source = new Source("list " + i % 4, "1");
            imports.add(() -> importing(Told.of("Tigh Choil\u00ed", GALWAY), source));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Outcome> done : threads.invokeAll(imports)) {
                assertThat(done.get()).isNotNull();
            }
        }
        // Those that arrive in the very same moment may not see each other and add it twice, for people to merge.
        List<Venue> stored = ports.index().current().within(GALWAY, 1);
        assertThat(stored.stream().flatMap(venue -> venue.sources().stream()))
                .containsOnly(
                        new Source("list 0", "1"),
                        new Source("list 1", "1"),
                        new Source("list 2", "1"),
                        new Source("list 3", "1"));
    }

    private Outcome importing(Told told, Source source) {
        return importVenue
                .importVenue(new Command(told.description(), source, false))
                .outcome();
    }

    private void correct(VenueId id, Told told) {
        assertThat(members.changeVenue()
                        .change(new ChangeVenue.Command(
                                People.NIAMH, id, stored(id).version(), told.description(), false)))
                .isInstanceOf(VenueEdit.Changed.class);
    }

    private Versioned<Venue> stored(VenueId id) {
        return ports.venues().find(id).orElseThrow();
    }

    private static GeoPoint north(double metres) {
        return new GeoPoint(
                GALWAY.latitude() + Math.toDegrees(metres / GeoPoint.EARTH_RADIUS_METRES), GALWAY.longitude());
    }
}
