package ie.tradsessions.application;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.review.Review;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueChange;
import ie.tradsessions.domain.venue.VenueId;
import org.jspecify.annotations.Nullable;

/** One of several changes that are stored together; see {@link Changes}. */
public sealed interface Change {
    /** An aggregate, with its entry in the journal. It has the version after the one that the caller changed. */
    record Save(StoredAggregate next) implements Change {}

    /** @param version the one after that which the caller changed; 1 where there was none */
    record SaveProfile(Profile profile, long version) implements Change {}

    /** @param version as in {@link SaveProfile} */
    record SaveFavourites(Favourites favourites, long version) implements Change {}

    /** @param version as in {@link SaveProfile} */
    record SaveActivity(Activity activity, long version) implements Change {}

    /**
     * Deletes a part of what is kept of a member, and leaves no tombstone.
     *
     * @param version the one that the caller saw; 0 where there was nothing, which must still be so
     */
    record Drop(MemberId member, Part part, long version) implements Change {}

    /**
     * A review that is posted, changed or withdrawn. Its version is one more than before.
     *
     * @param before as the caller saw it, or null where it is new
     * @param after null where it is withdrawn: then nothing is left of it
     */
    record SaveReview(
            @Nullable Versioned<Review> before, @Nullable Review after) implements Change {
        public SaveReview {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a review that is neither before nor after");
            }
        }

        /** Whether the tally that names it has to be saved with it. */
        public boolean revises() {
            return before == null || after == null || before.value().revision() != after.revision();
        }
    }

    /** @param version as in {@link SaveProfile} */
    record SaveVoice(Voice voice, long version) implements Change {}

    /** Deletes what a member has said of a session, as {@link Drop} does. */
    record DropVoice(MemberId member, SessionId session, long version) implements Change {}

    /** @param version as in {@link SaveProfile} */
    record SaveBlock(Block block, long version) implements Change {}

    /** Keeps a correction of a venue. It replaces the one that is kept of the same version, if there is one. */
    record KeepVenueChange(VenueChange change) implements Change {}

    // Moderation

    /** What moderators, and those who report to them, change. */
    sealed interface OfModeration extends Change {}

    /**
     * A case that is opened, changed or decided. Its version is one more than before.
     *
     * @param before as the caller saw it, or null where there was none
     */
    record SaveCase(@Nullable Versioned<Case> before, Case next) implements OfModeration {
        public long version() {
            return before == null ? 1 : before.version() + 1;
        }
    }

    /** Adds a decision to the log. It is stale where the log has one there; nothing changes or deletes one. */
    record AppendDecision(LogEntry entry) implements OfModeration {}

    /** Tells an author of a decision, in the place of an earlier one about the same subject. */
    record SaveNotice(Notice notice) implements OfModeration {}

    /** Forgets what an author was told, if there was something. */
    record DropNotice(MemberId author, Subject subject) implements OfModeration {}

    /** @param version as in {@link SaveProfile} */
    record SaveMerge(MergeRecord merge, long version) implements OfModeration {}

    /** Deletes what is known of a merge, as {@link Drop} does. */
    record DropMerge(VenueId from, long version) implements OfModeration {}

    /** What is kept of a member, each with a version of its own. */
    enum Part {
        PROFILE,
        FAVOURITES,
        ACTIVITY,
        BLOCK
    }
}
