package ie.tradsessions.application.member;

import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.member.Profile;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells the name of a member who signs in. Where there is no profile yet, one is begun with the name given at sign-up. */
public final class WelcomeMember {
    private final Members members;
    private final SaveProfile saveProfile;

    public WelcomeMember(Members members, SaveProfile saveProfile) {
        this.members = members;
        this.saveProfile = saveProfile;
    }

    /** @param signedUpAs gives the name of sign-up, if it is known; it is asked only where there is no profile yet */
    public record Command(Identity who, Supplier<Optional<String>> signedUpAs) {}

    /** The member's name; empty where there is none yet that a profile may have. */
    public Optional<String> welcome(Command command) {
        return known(command).or(() -> command.signedUpAs().get().flatMap(name -> begun(command, name)));
    }

    private Optional<String> known(Command command) {
        return Optional.ofNullable(members.of(command.who().member(), ReadConsistency.STRONG)
                        .profile())
                .map(Profile::displayName);
    }

    private Optional<String> begun(Command command, String name) {
        try {
            Profile.Description description = new Profile.Description(name, Set.of(), null, null);
            saveProfile.save(new SaveProfile.Command(command.who(), 0, description));
            // Another sign-in may have been faster, or the quota used up.
            return known(command);
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
