package ie.tradsessions.application.membership;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one member. What is not stored is empty, of version 0.
 *
 * @param profile null where the member has told nothing yet
 * @param profileVersion 0 where there is none
 * @param block null where no moderator has decided on one; it may be over
 */
public record MemberFile(
        @Nullable Profile profile,
        long profileVersion,
        Versioned<Favourites> favourites,
        Versioned<Activity> activity,
        @Nullable Versioned<Block> block) {
    public static MemberFile empty(MemberId member) {
        return new MemberFile(
                null, 0, new Versioned<>(Favourites.none(member), 0), new Versioned<>(Activity.none(member), 0), null);
    }

    public MemberFile withProfile(@Nullable Profile other, long version) {
        return new MemberFile(other, version, favourites, activity, block);
    }

    public MemberFile withFavourites(Versioned<Favourites> others) {
        return new MemberFile(profile, profileVersion, others, activity, block);
    }

    public MemberFile withActivity(Versioned<Activity> other) {
        return new MemberFile(profile, profileVersion, favourites, other, block);
    }

    public MemberFile withBlock(@Nullable Versioned<Block> other) {
        return new MemberFile(profile, profileVersion, favourites, activity, other);
    }

    /** 0 where there is none. */
    public long blockVersion() {
        return block == null ? 0 : block.version();
    }

    /** The block that holds now, or null where the member may do what others may. */
    public @Nullable Block blockAt(Instant now) {
        return block != null && block.value().isInForce(now) ? block.value() : null;
    }

    /** Whether the member is here since yesterday at most. */
    public boolean isNewcomer(Instant now) {
        return profile == null || profile.isNewcomer(now);
    }
}
