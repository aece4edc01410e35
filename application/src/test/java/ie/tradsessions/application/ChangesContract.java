package ie.tradsessions.application;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.review.Visibility;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final Review GOOD = Review.posted(
            SESSION.id(),
            1,
            NIAMH,
            new Review.Content(4, "Good tunes.", null),
            GeneratedSessions.NOW,
            Visibility.SHOWN);
    private static final Change REVIEW = new Change.SaveReview(null, GOOD);
    private static final Voice VOICE = Voice.none(NIAMH, SESSION.id()).withReview(1);
    private static final Block BLOCK = new Block(NIAMH, GeneratedSessions.NOW, null, "Advertises.");
    private static final Decided HIDDEN =
            new Decided(new Decision.Hide(), "As the house rules say.", GeneratedSessions.NOW);
    private static final Case CASE = Case.of(new Subject.OfReview(SESSION.id(), 1), HIDDEN);
    private static final LogEntry DECIDED =
            new LogEntry(1, People.MODERATOR.member(), CASE.subject(), HIDDEN, "The Crane", null);
    private static final Notice NOTICE = new Notice(NIAMH, CASE.subject(), HIDDEN, null);
    private static final MergeRecord MERGE =
            new MergeRecord(VENUE.id(), VenueBuilder.idOf("other"), List.of(SESSION.id()), GeneratedSessions.NOW, 2);

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

    @Test
    void what_members_say_and_moderators_decide_is_stored_with_the_rest_or_not_at_all() {
        save(activity(1));

        assertThat(save(with(activity(1)))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(kept()).as("nothing of it").containsOnly(false);

        assertThat(save(with(activity(2)))).isEqualTo(new ChangeOutcome.Saved());
        assertThat(kept()).as("all of it").containsOnly(true);
    }

    @Test
    void each_of_them_is_stale_alone_where_it_was_changed_by_somebody_else() {
        save(with(activity(1)));

        for (Change change : List.of(
                REVIEW,
                new Change.SaveVoice(VOICE, 1),
                new Change.DropVoice(NIAMH, SESSION.id(), 2),
                new Change.SaveBlock(BLOCK, 3),
                new Change.SaveCase(null, CASE),
                new Change.AppendDecision(DECIDED),
                new Change.SaveMerge(MERGE, 1),
                new Change.DropMerge(MERGE.from(), 2))) {
            assertThat(save(change, new Change.SaveProfile(profile("Niamh"), 1)))
                    .as("%s", change)
                    .isEqualTo(new ChangeOutcome.Stale());
        }
        assertThat(file().profile()).isNull();
        assertThat(kept()).containsOnly(true);
    }

    @Test
    void nothing_is_left_of_what_is_dropped() {
        save(with(activity(1)));

        assertThat(save(
                        new Change.SaveReview(new Versioned<>(GOOD, 1), null),
                        new Change.DropVoice(NIAMH, SESSION.id(), 1),
                        new Change.Drop(NIAMH, Change.Part.BLOCK, 1),
                        new Change.DropNotice(NIAMH, NOTICE.subject()),
                        new Change.DropMerge(MERGE.from(), 1)))
                .isEqualTo(new ChangeOutcome.Saved());

        assertThat(storage().reviews().find(SESSION.id(), 1)).isEmpty();
        assertThat(storage().voices().of(NIAMH)).isEmpty();
        assertThat(file().block()).isNull();
        assertThat(storage().members().notices(NIAMH)).isEmpty();
        assertThat(storage().merges().of(MERGE.from())).isEmpty();
        assertThat(save(new Change.DropNotice(NIAMH, NOTICE.subject())))
                .as("where there is none")
                .isEqualTo(new ChangeOutcome.Saved());
    }

    private static Change[] with(Change last) {
        return new Change[] {
            REVIEW,
            new Change.SaveVoice(VOICE, 1),
            new Change.SaveBlock(BLOCK, 1),
            new Change.SaveCase(null, CASE),
            new Change.AppendDecision(DECIDED),
            new Change.SaveNotice(NOTICE),
            new Change.SaveMerge(MERGE, 1),
            last
        };
    }

    /** Whether each of them is there, as it was saved. */
    private List<Boolean> kept() {
        return List.of(
                storage().reviews().find(SESSION.id(), 1).equals(Optional.of(new Versioned<>(GOOD, 1))),
                storage().voices().of(NIAMH, SESSION.id()).equals(new Versioned<>(VOICE, 1)),
                new Versioned<>(BLOCK, 1).equals(file().block()),
                storage().cases().find(CASE.subject()).equals(Optional.of(new Versioned<>(CASE, 1))),
                storage().decisionLog().read(10, null).items().equals(List.of(DECIDED)),
                storage().members().notices(NIAMH).equals(List.of(NOTICE)),
                storage().merges().of(MERGE.from()).equals(Optional.of(new Versioned<>(MERGE, 1))));
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
