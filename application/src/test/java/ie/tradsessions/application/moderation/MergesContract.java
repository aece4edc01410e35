package ie.tradsessions.application.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.StorageContract;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.venue.VenueId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Merges} promise. */
public abstract class MergesContract extends StorageContract {
    private static final VenueId FROM = VenueBuilder.idOf("a");
    private static final VenueId INTO = VenueBuilder.idOf("b");
    private static final MergeRecord RECORD = new MergeRecord(FROM, INTO, List.of(), GeneratedSessions.NOW, 3);

    @Test
    void a_merge_is_found_whole_until_it_is_undone() {
        MergeRecord moved = RECORD.moving(SessionBuilder.idOf("z")).moving(SessionBuilder.idOf("y"));
        assertThat(storage().merges().of(FROM)).isEmpty();

        assertThat(save(new Change.SaveMerge(RECORD, 1))).isEqualTo(new ChangeOutcome.Saved());
        assertThat(save(new Change.SaveMerge(moved, 2))).isEqualTo(new ChangeOutcome.Saved());
        assertThat(storage().merges().of(FROM)).contains(new Versioned<>(moved, 2));
        assertThat(storage().merges().of(INTO)).isEmpty();

        assertThat(save(new Change.DropMerge(FROM, 2))).isEqualTo(new ChangeOutcome.Saved());
        assertThat(storage().merges().of(FROM)).isEmpty();
        assertThat(save(new Change.SaveMerge(RECORD, 1))).isEqualTo(new ChangeOutcome.Saved());
    }

    @Test
    void of_two_who_change_one_record_the_second_is_refused() {
        save(new Change.SaveMerge(RECORD, 1));

        assertThat(save(new Change.SaveMerge(RECORD, 1))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Change.SaveMerge(RECORD, 3))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Change.DropMerge(FROM, 2))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Change.DropMerge(FROM, 0))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(storage().merges().of(FROM)).contains(new Versioned<>(RECORD, 1));
    }

    @Test
    void each_venue_has_a_record_of_its_own_and_one_that_is_dropped_is_not_dropped_again() {
        MergeRecord other = new MergeRecord(INTO, VenueBuilder.idOf("c"), List.of(), GeneratedSessions.NOW, 4);
        save(new Change.SaveMerge(RECORD, 1));
        save(new Change.SaveMerge(other, 1));

        assertThat(save(new Change.DropMerge(FROM, 1))).isEqualTo(new ChangeOutcome.Saved());

        assertThat(save(new Change.DropMerge(FROM, 1))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(save(new Change.SaveMerge(RECORD, 2))).isEqualTo(new ChangeOutcome.Stale());
        assertThat(storage().merges().of(FROM)).isEmpty();
        assertThat(storage().merges().of(INTO)).contains(new Versioned<>(other, 1));
    }

    private ChangeOutcome save(Change change) {
        return storage().changes().save(List.of(change));
    }
}
