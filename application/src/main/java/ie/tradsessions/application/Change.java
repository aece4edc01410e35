package ie.tradsessions.application;

import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.venue.VenueChange;

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

    /** Keeps a correction of a venue. It replaces the one that is kept of the same version, if there is one. */
    record KeepVenueChange(VenueChange change) implements Change {}

    /** What is kept of a member, each with a version of its own. */
    enum Part {
        PROFILE,
        FAVOURITES,
        ACTIVITY
    }
}
