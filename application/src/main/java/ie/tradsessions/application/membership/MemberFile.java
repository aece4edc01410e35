package ie.tradsessions.application.membership;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one member. What is not stored is empty, of version 0.
 *
 * @param profile null where the member has told nothing yet
 * @param profileVersion 0 where there is none
 */
public record MemberFile(
        @Nullable Profile profile,
        long profileVersion,
        Versioned<Favourites> favourites,
        Versioned<Activity> activity) {
    public static MemberFile empty(MemberId member) {
        return new MemberFile(
                null, 0, new Versioned<>(Favourites.none(member), 0), new Versioned<>(Activity.none(member), 0));
    }

    public MemberFile withProfile(@Nullable Profile other, long version) {
        return new MemberFile(other, version, favourites, activity);
    }

    public MemberFile withFavourites(Versioned<Favourites> others) {
        return new MemberFile(profile, profileVersion, others, activity);
    }

    public MemberFile withActivity(Versioned<Activity> other) {
        return new MemberFile(profile, profileVersion, favourites, other);
    }
}
