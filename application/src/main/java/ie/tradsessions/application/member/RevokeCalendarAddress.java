package ie.tradsessions.application.member;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.member.Profile;
import java.util.List;

/** Makes the address of a member's calendar stop working, if there is one. */
public final class RevokeCalendarAddress {
    private final MemberRequests requests;

    public RevokeCalendarAddress(MemberRequests requests) {
        this.requests = requests;
    }

    public record Command(Identity who) {}

    public sealed interface Outcome {
        record Revoked() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome revoke(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(), null, Outcome.Refused::new, result -> new Outcome.Revoked(), (file, now) -> step(file)));
    }

    private static Step<Outcome> step(MemberFile file) {
        Profile profile = file.profile();
        return profile == null || profile.calendarKey() == null
                ? new Step.Answer<>(new Outcome.Revoked())
                : new Step.Save<>(
                        new Outcome.Revoked(),
                        "",
                        List.of(new Change.SaveProfile(profile.withCalendar(null), file.profileVersion() + 1)),
                        file.activity().value().contributions());
    }
}
