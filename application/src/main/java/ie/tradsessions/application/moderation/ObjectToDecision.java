package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRequests;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.application.membership.Step;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Objection;
import ie.tradsessions.domain.moderation.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets an author object to what a moderator decided about something of theirs: once, which opens its case again. Members
 * may who are blocked, too.
 */
public final class ObjectToDecision {
    private final MemberRequests requests;
    private final Members members;
    private final Cases cases;

    public ObjectToDecision(MemberRequests requests, Members members, Cases cases) {
        this.requests = requests;
        this.members = members;
        this.cases = cases;
    }

    public record Command(Identity who, Subject subject, String text) {}

    public sealed interface Outcome {
        /** The moderators know of it, be it from before. */
        record Objected() implements Outcome {}

        /** The member was told of no decision about that. */
        record NoSuchDecision(Subject subject) implements Outcome {}

        /** It was kept, or the member has objected before. */
        record MayNotObject() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** @throws ie.tradsessions.domain.InvalidValue if the text is empty or too long */
    public Outcome object(Command command) {
        return requests.carryOut(new MemberRequests.Request<Outcome>(
                command.who(),
                null,
                Outcome.Refused::new,
                result -> new Outcome.Objected(),
                true,
                (file, now) -> step(command, file, now)));
    }

    private Step<Outcome> step(Command command, MemberFile file, Instant now) {
        Objection objection = new Objection(command.who().member(), command.text(), now);
        Optional<Notice> found = members.notices(command.who().member()).stream()
                .filter(notice -> notice.subject().equals(command.subject()))
                .findFirst();
        if (found.isEmpty()) {
            return new Step.Answer<>(new Outcome.NoSuchDecision(command.subject()));
        }
        Notice notice = found.get();
        Objection before = notice.objection();
        if (before != null && before.text().equals(objection.text())) {
            return new Step.Answer<>(new Outcome.Objected());
        }
        Optional<Versioned<Case>> known = cases.find(command.subject());
        // What was decided of several at once has no case of its own yet.
        Optional<Case> next = known.map(Versioned::value)
                .orElseGet(() -> Case.of(command.subject(), notice.decided()))
                .with(objection);
        if (!notice.mayObject() || next.isEmpty()) {
            return new Step.Answer<>(new Outcome.MayNotObject());
        }
        return new Step.Save<>(
                new Outcome.Objected(),
                "",
                List.of(
                        new Change.SaveCase(known.orElse(null), next.get()),
                        new Change.SaveNotice(notice.with(objection))),
                file.activity().value().contributions());
    }
}
