package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.inmemory.InMemoryStores;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueField;
import ie.tradsessions.domain.venue.VenueId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members correct what is known of a venue, and undo what others corrected. */
class ChangeVenueTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final Venue CRANE =
            VenueBuilder.named("The Crane").from(new Source("csv", "1")).build();

    private IndexedStorage ports = IndexedStorage.of(InMemoryStores.empty(), CLOCK);
    private MemberUseCases members = new MemberUseCases(ports, CLOCK);

    @BeforeEach
    void storeTheVenue() {
        ports.venues().save(CRANE, SaveOutcome.NEW);
    }

    @Test
    void any_member_corrects_a_venue_and_everybody_sees_who_did() {
        members.name(People.NIAMH, "Niamh", 0);

        assertThat(change(People.NIAMH, 1, named("The Heron"), false)).isEqualTo(new VenueEdit.Changed(2));

        assertThat(stored()).isEqualTo(named("The Heron"));
        ViewMyVenue.View view = view(People.CATHAL);
        assertThat(view.version()).isEqualTo(2);
        assertThat(view.history()).singleElement().satisfies(past -> {
            assertThat(past.by()).isEqualTo("Niamh");
            assertThat(past.mine()).isFalse();
            assertThat(past.undoable()).isTrue();
            assertThat(past.change().fields()).isEqualTo(Set.of(VenueField.NAME));
            assertThat(past.change().at()).isEqualTo(GeneratedSessions.NOW);
        });
        assertThat(view(People.NIAMH).history().getFirst().mine()).isTrue();
        assertThat(ports.members()
                        .of(People.NIAMH.member(), ReadConsistency.STRONG)
                        .activity()
                        .value()
                        .contributions()
                        .changedVenues())
                .containsExactly(CRANE.id());
    }

    @Test
    void of_two_corrections_of_one_version_the_second_is_refused() {
        change(People.NIAMH, 1, named("The Heron"), false);

        assertThat(change(People.CATHAL, 1, named("The Anchor"), false)).isEqualTo(new VenueEdit.Stale(2));
        assertThat(stored()).isEqualTo(named("The Heron"));
    }

    @Test
    void who_changes_nothing_leaves_no_trace() {
        assertThat(change(People.NIAMH, 1, CRANE, false)).isEqualTo(new VenueEdit.Changed(1));
        assertThat(view(People.NIAMH).history()).isEmpty();
    }

    @Test
    void a_venue_that_nobody_knows_is_not_corrected() {
        VenueId nowhere = VenueBuilder.idOf("nowhere");

        assertThat(members.changeVenue()
                        .change(new ChangeVenue.Command(
                                People.NIAMH, nowhere, 1, MemberUseCases.described(CRANE), false)))
                .isEqualTo(new VenueEdit.NoSuchVenue(nowhere));
        assertThat(undo(nowhere, 1, 1)).isEqualTo(new VenueEdit.NoSuchVenue(nowhere));
    }

    @Test
    void a_member_says_that_a_venue_has_closed_and_that_it_has_not() {
        change(People.NIAMH, 1, CRANE, true);
        assertThat(stored()).isEqualTo(CRANE.closed(new Closure(null, LocalDate.of(2026, 11, 24))));

        change(People.CATHAL, 2, CRANE, false);
        assertThat(stored()).isEqualTo(CRANE);
    }

    @Test
    void what_a_data_set_said_of_its_closing_stays_while_a_member_corrects_the_rest() {
        Closure closure = new Closure(new Source("csv", "1"), LocalDate.of(2026, 1, 1));
        ports.venues().save(CRANE.closed(closure), 1);

        change(People.NIAMH, 2, named("The Heron"), true);

        assertThat(stored().closed()).isEqualTo(closure);
    }

    @Test
    void a_correction_is_undone_by_anybody_and_that_is_a_correction_too() {
        change(People.NIAMH, 1, named("The Heron"), false);

        assertThat(undo(CRANE.id(), 2, 2)).isEqualTo(new VenueEdit.Changed(3));

        assertThat(stored()).isEqualTo(CRANE);
        assertThat(view(People.CATHAL).history())
                .extracting(past -> past.change().version())
                .containsExactly(3L, 2L);
        assertThat(undo(CRANE.id(), 3, 3)).isEqualTo(new VenueEdit.Changed(4));
        assertThat(stored()).isEqualTo(named("The Heron"));
    }

    @Test
    void what_is_sent_again_because_its_answer_was_lost_is_made_and_not_refused() {
        change(People.NIAMH, 1, named("The Heron"), true);
        assertThat(change(People.NIAMH, 1, named("The Heron"), true)).isEqualTo(new VenueEdit.Changed(2));
        assertThat(change(People.NIAMH, 7, named("The Heron"), true)).isEqualTo(new VenueEdit.Stale(2));
        assertThat(view(People.NIAMH).history()).hasSize(1);
    }

    @Test
    void what_was_corrected_again_since_is_not_undone() {
        change(People.NIAMH, 1, named("The Heron"), false);
        change(People.NIAMH, 2, named("The Anchor"), false);

        assertThat(undo(CRANE.id(), 3, 2)).isEqualTo(new UndoVenueChange.Outcome.Superseded());
        assertThat(undo(CRANE.id(), 3, 7)).isEqualTo(new UndoVenueChange.Outcome.NoSuchChange(7));
        assertThat(undo(CRANE.id(), 2, 3)).isEqualTo(new VenueEdit.Stale(3));
        assertThat(view(People.NIAMH).history())
                .extracting(ViewMyVenue.Past::undoable)
                .containsExactly(true, false);
        assertThat(stored()).isEqualTo(named("The Anchor"));
    }

    @Property(tries = 200)
    void undoing_corrections_from_the_last_to_the_first_leaves_the_venue_as_it_was(
            @ForAll("corrections") List<Venue> corrections) {
        ports = IndexedStorage.of(InMemoryStores.empty(), CLOCK);
        members = new MemberUseCases(ports, CLOCK);
        storeTheVenue();
        for (Venue correction : corrections) {
            change(People.NIAMH, version(), correction, correction.closed() != null);
        }

        for (long made = version(); made > 1; made--) {
            assertThat(undo(CRANE.id(), version(), made)).isInstanceOf(VenueEdit.Changed.class);
        }

        assertThat(stored()).isEqualTo(CRANE);
    }

    @Provide
    Arbitrary<List<Venue>> corrections() {
        return Combinators.combine(
                        Arbitraries.of("The Crane", "The Heron", "The Anchor"),
                        Arbitraries.of("An Corr", "The Heron").injectNull(0.5),
                        Arbitraries.of("Ennis", "Doolin", "Belfast"),
                        Arbitraries.of(true, false))
                .as((name, irish, town, closed) -> {
                    Venue venue = VenueBuilder.named(name)
                            .as(CRANE.id())
                            .inIrish(irish)
                            .in(town)
                            .from(new Source("csv", "1"))
                            .build();
                    return closed ? venue.closed(new Closure(null, LocalDate.of(2026, 11, 24))) : venue;
                })
                .list()
                .ofMaxSize(6);
    }

    private static Venue named(String name) {
        return VenueBuilder.named(name)
                .as(CRANE.id())
                .from(new Source("csv", "1"))
                .build();
    }

    private VenueEdit change(Identity who, long version, Venue venue, boolean closed) {
        return members.changeVenue()
                .change(new ChangeVenue.Command(who, CRANE.id(), version, MemberUseCases.described(venue), closed));
    }

    private UndoVenueChange.Outcome undo(VenueId venue, long version, long change) {
        return members.undoVenueChange().undo(new UndoVenueChange.Command(People.CATHAL, venue, version, change));
    }

    private ViewMyVenue.View view(Identity who) {
        return members.viewMyVenue()
                .view(new ViewMyVenue.Query(who, CRANE.id()))
                .orElseThrow();
    }

    private Venue stored() {
        return ports.venues().find(CRANE.id()).orElseThrow().value();
    }

    private long version() {
        return ports.venues().find(CRANE.id()).orElseThrow().version();
    }
}
