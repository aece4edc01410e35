package ie.tradsessions.application.member;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.member.CalendarKey;
import ie.tradsessions.domain.member.Profile;
import java.util.List;
import java.util.function.Supplier;

/** Gives a member's calendar an address that nobody can guess. An earlier address stops working. */
public final class IssueCalendarAddress {
    private final MemberRequests requests;
    private final Supplier<Secret> newSecret;

    /** @param newSecret gives one that nobody can guess */
    public IssueCalendarAddress(MemberRequests requests, Supplier<Secret> newSecret) {
        this.requests = requests;
        this.newSecret = newSecret;
    }

    public record Command(Identity who) {}

    public sealed interface Outcome {
        /** @param address is told here and never again */
        record Issued(CalendarKey.Address address) implements Outcome {}

        /** There is no calendar before there is a profile; nothing was stored. */
        record NoProfile() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    public Outcome issue(Command command) {
        CalendarKey.Address address = new CalendarKey.Address(command.who().member(), newSecret.get());
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Issued(address),
                (file, now) -> step(address, file)));
    }

    private static Step<Outcome> step(CalendarKey.Address address, MemberFile file) {
        Profile profile = file.profile();
        return profile == null
                ? new Step.Answer<>(new Outcome.NoProfile())
                : new Step.Save<>(
                        new Outcome.Issued(address),
                        "",
                        List.of(new Change.SaveProfile(profile.withCalendar(address.key()), file.profileVersion() + 1)),
                        file.activity().value().contributions());
    }
}
