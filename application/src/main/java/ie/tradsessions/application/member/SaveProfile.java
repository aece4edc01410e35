package ie.tradsessions.application.member;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.member.Profile;
import java.time.Instant;
import java.util.List;

/** Saves what members tell of themselves. A new name is shown wherever the old one was. */
public final class SaveProfile {
    private final MemberRequests requests;
    private final MemberNames names;

    /** @param names are told the new one */
    public SaveProfile(MemberRequests requests, MemberNames names) {
        this.requests = requests;
        this.names = names;
    }

    /** @param expectedVersion the version of the profile that was seen; 0 where there was none */
    public record Command(Identity who, long expectedVersion, Profile.Description description) {}

    public sealed interface Outcome {
        /** @param version as it is now; as it was where nothing had to change */
        record Saved(long version) implements Outcome {}

        /** It was changed in the meantime; nothing was stored. */
        record Stale(long version) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if a text is too long, or the name is empty */
    public Outcome save(Command command) {
        Outcome outcome = requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Saved(Long.parseLong(result)),
                (file, now) -> step(command, file, now)));
        if (outcome instanceof Outcome.Saved) {
            names.renamed(command.who().member(), command.description().displayName());
        }
        return outcome;
    }

    private static Step<Outcome> step(Command command, MemberFile file, Instant now) {
        long version = file.profileVersion();
        Profile known = file.profile();
        Profile profile = known == null
                ? Profile.of(command.who().member(), command.description(), now)
                : known.with(command.description());
        boolean lostItsAnswer = version == command.expectedVersion() + 1;
        if (profile.equals(known) && (version == command.expectedVersion() || lostItsAnswer)) {
            return new Step.Answer<>(new Outcome.Saved(version));
        }
        if (version != command.expectedVersion()) {
            return new Step.Answer<>(new Outcome.Stale(version));
        }
        return new Step.Save<>(
                new Outcome.Saved(version + 1),
                Long.toString(version + 1),
                List.of(new Change.SaveProfile(profile, version + 1)),
                file.activity().value().contributions());
    }
}
