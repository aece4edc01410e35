package ie.tradsessions.application.venue;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.venue.Closure;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link VenueHistory} promises. */
public abstract class VenueHistoryContract extends StorageContract {
    private static final Venue BEFORE = VenueBuilder.named("The Crane")
            .inIrish("An Corr")
            .from(new Source("csv", "1"))
            .closedBy(new Source("csv", "1"), LocalDate.of(2026, 11, 1))
            .build();
    private static final Venue AFTER = VenueBuilder.named("The Heron")
            .as(BEFORE.id())
            .formerlyNamed("The Crane")
            .in("Doolin")
            .from(new Source("csv", "1"))
            .build()
            .closed(new Closure(null, LocalDate.of(2026, 11, 24)));

    @Test
    void a_venue_that_nobody_changed_has_no_history() {
        assertThat(storage().venueHistory().of(BEFORE.id())).isEmpty();
        assertThat(storage().venueHistory().by(People.NIAMH.member(), BEFORE.id()))
                .isEmpty();
    }

    @Test
    void a_change_is_found_whole_the_newest_first() {
        keep(change(2, People.NIAMH.member()), change(10, null), change(9, People.CATHAL.member()));

        assertThat(storage().venueHistory().of(BEFORE.id()))
                .containsExactly(change(10, null), change(9, People.CATHAL.member()), change(2, People.NIAMH.member()));
    }

    @Test
    void of_a_long_history_the_latest_are_shown_and_all_of_a_member_are_found() {
        List<VenueChange> all = new ArrayList<>();
        for (int version = 130; version > 1; version--) {
            all.add(change(version, (version % 2 == 0 ? People.NIAMH : People.CATHAL).member()));
        }
        keep(all.toArray(VenueChange[]::new));

        assertThat(storage().venueHistory().of(BEFORE.id())).isEqualTo(all.subList(0, VenueHistory.MAX_SHOWN));
        assertThat(storage().venueHistory().by(People.NIAMH.member(), BEFORE.id()))
                .hasSize(65)
                .isSubsetOf(all);
    }

    @Test
    void each_venue_has_a_history_of_its_own_and_the_venue_is_none_of_it() {
        Venue other = VenueBuilder.named("The Anchor").build();
        store(BEFORE, other);
        keep(change(2, People.NIAMH.member()));

        assertThat(storage().venueHistory().of(other.id())).isEmpty();
        assertThat(storage().venueHistory().of(BEFORE.id())).hasSize(1);
    }

    private void keep(VenueChange... changes) {
        for (VenueChange change : changes) {
            assertThat(storage().changes().save(List.of(new Change.KeepVenueChange(change))))
                    .isEqualTo(new ChangeOutcome.Saved());
        }
    }

    private static VenueChange change(long version, MemberId by) {
        return new VenueChange(BEFORE.id(), version, by, GeneratedSessions.NOW, BEFORE, AFTER);
    }
}
