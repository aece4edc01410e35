package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link Changes} promise. */
public abstract class ChangesContract extends StorageContract {
    private static final MemberId NIAMH = People.NIAMH.member();
    private static final Venue VENUE = VenueBuilder.named("The Crane").build();
    private static final Session SESSION = SessionBuilder.at(VENUE).build().organisedBy(NIAMH);

    @Test
    void all_of_it_is_stored() {
        assertThat(save(session(1), new Change.SaveProfile(profile("Niamh"), 1), activity(1)))
                .isEqualTo(new ChangeOutcome.Saved());

        assertThat(storage().sessions().find(SESSION.id())).contains(new Versioned<>(SESSION, 1));
        assertThat(file().profile()).isEqualTo(profile("Niamh"));
        assertThat(file().activity().version()).isEqualTo(1);
    }

    @Test
    void nothing_of_it_is_stored_where_one_part_was_changed_by_somebody_else() {
        save(activity(1));

        assertThat(save(session(1), new Change.SaveProfile(profile("Niamh"), 1), activity(1)))
                .isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(session(2), activity(2))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Change.SaveFavourites(Favourites.none(NIAMH), 2), activity(2)))
                .isEqualTo(new ChangeOutcome.Stale());

        assertThat(storage().sessions().find(SESSION.id())).isEmpty();
        assertThat(file().profile()).isNull();
        assertThat(file().activity().version()).isEqualTo(1);
    }

    @Test
    void an_aggregate_has_its_entry_in_the_journal_and_a_member_has_none() {
        save(session(1), activity(1));
        save(new Change.SaveProfile(profile("Niamh"), 1));

        assertThat(storage()
                        .journal()
                        .since(Instant.EPOCH, 100, ReadConsistency.STRONG)
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.key()).isEqualTo(AggregateKey.of(SESSION.id())));
    }

    @Test
    void whoever_follows_a_process_is_told_what_it_saved_and_not_what_it_did_not() {
        List<StoredAggregate> told = new ArrayList<>();
        Changes changes = store().process(clock(), told::add).changes();

        changes.save(List.of(session(1), activity(1)));
        changes.save(List.of(session(1), activity(2)));

        assertThat(told).containsExactly(new StoredAggregate.OfSession(SESSION, 1));
    }

    @Test
    void nothing_of_a_member_is_in_the_data_set() {
        save(activity(1), new Change.SaveProfile(profile("Niamh"), 1), new Change.KeepVenueChange(change(2)));

        List<StoredAggregate> all = new ArrayList<>();
        storage().dataSet().readAll(all::add);
        assertThat(all).isEmpty();
    }

    @Test
    void what_is_dropped_leaves_nothing_and_may_come_again() {
        save(new Change.SaveProfile(profile("Niamh"), 1));
        save(new Change.SaveProfile(profile("Niamh of Doolin"), 2));

        assertThat(save(new Change.Drop(NIAMH, Change.Part.PROFILE, 1))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(
                        new Change.Drop(NIAMH, Change.Part.PROFILE, 2),
                        new Change.Drop(NIAMH, Change.Part.FAVOURITES, 0),
                        new Change.Drop(NIAMH, Change.Part.ACTIVITY, 0)))
                .isEqualTo(new ChangeOutcome.Saved());

        assertThat(file()).isEqualTo(MemberFile.empty(NIAMH));
        assertThat(save(new Change.SaveProfile(profile("Niamh"), 1))).isEqualTo(new ChangeOutcome.Saved());
    }

    @Test
    void what_came_meanwhile_is_not_dropped() {
        save(new Change.SaveFavourites(Favourites.none(NIAMH), 1));

        assertThat(save(new Change.Drop(NIAMH, Change.Part.FAVOURITES, 0))).isEqualTo(new ChangeOutcome.Stale());
    }

    @Test
    void a_kept_change_takes_the_place_of_that_of_its_version() {
        save(new Change.KeepVenueChange(change(2)));
        save(new Change.KeepVenueChange(change(2).byFormerMember()));

        assertThat(storage().venueHistory().of(VENUE.id()))
                .containsExactly(change(2).byFormerMember());
    }

    @Test
    void of_those_who_change_the_same_at_once_one_succeeds() throws Exception {
        List<Callable<ChangeOutcome>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Changes changes = store().process(clock()).changes();
            attempts.add(() -> changes.save(List.of(session(1), activity(1))));
        }
        List<ChangeOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(attempts.size())) {
            for (Future<ChangeOutcome> outcome : threads.invokeAll(attempts)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(new ChangeOutcome.Saved()::equals).hasSize(1);
        assertThat(storage().sessions().find(SESSION.id())).contains(new Versioned<>(SESSION, 1));
        assertThat(file().activity().version()).isEqualTo(1);
    }

    private ChangeOutcome save(Change... changes) {
        return storage().changes().save(List.of(changes));
    }

    private MemberFile file() {
        return storage().members().of(NIAMH, ReadConsistency.STRONG);
    }

    private static Change session(long version) {
        return new Change.Save(new StoredAggregate.OfSession(SESSION, version));
    }

    private static Change activity(long version) {
        return new Change.SaveActivity(Activity.none(NIAMH), version);
    }

    private static Profile profile(String name) {
        return Profile.of(NIAMH, new Profile.Description(name, Set.of(), null, null), GeneratedSessions.NOW);
    }

    private static VenueChange change(long version) {
        return new VenueChange(VENUE.id(), version, NIAMH, GeneratedSessions.NOW, VENUE, VENUE);
    }
}
