package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Attempts;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What members are told of decisions, and have said against them, for whoever leaves. */
public final class Notices {
    private final Members members;
    private final Cases cases;
    private final Changes changes;

    public Notices(Members members, Cases cases, Changes changes) {
        this.members = members;
        this.cases = cases;
        this.changes = changes;
    }

    /** Forgets all of a member; the decisions stay, without the member's words. Whoever is interrupted begins again. */
    public void forget(MemberId member) {
        for (Notice notice : members.notices(member)) {
            Attempts.untilSaved("case of " + notice.subject(), failed -> forget(member, notice.subject()));
        }
    }

    /** Empty where somebody else was faster. */
    private Optional<Boolean> forget(MemberId member, Subject subject) {
        List<Change> all = new ArrayList<>();
        cases.find(subject).ifPresent(known -> {
            Case without = known.value().without(member);
            if (!without.equals(known.value())) {
                all.add(new Change.SaveCase(known, without));
            }
        });
        all.add(new Change.DropNotice(member, subject));
        return changes.save(all) instanceof ChangeOutcome.Saved ? Optional.of(true) : Optional.empty();
    }
}
