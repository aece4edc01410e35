package ie.tradsessions.application.moderation;

import ie.tradsessions.application.Change;
import ie.tradsessions.application.ChangeOutcome;
import ie.tradsessions.application.Changes;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a decision for the author: a notice, and a block that begins or ends. */
final class Following {
    private final Members members;
    private final Changes changes;

    Following(Members members, Changes changes) {
        this.members = members;
        this.changes = changes;
    }

    /** @param author null where nobody is told */
    List<Change> of(@Nullable MemberId author, Occasion occasion) {
        if (author == null) {
            return List.of();
        }
        Decided decided = occasion.decided();
        List<Change> all = new ArrayList<>();
        all.add(new Change.SaveNotice(new Notice(author, occasion.subject(), decided, occasion.objection())));
        MemberFile file = members.of(author, ReadConsistency.STRONG);
        Versioned<Block> known = file.block();
        if (decided.decision() instanceof Decision.Block(var days)) {
            Instant until = days == null ? null : decided.at().plus(Duration.ofDays(days));
            all.add(new Change.SaveBlock(
                    new Block(author, decided.at(), until, decided.note()), file.blockVersion() + 1));
        } else if (known != null && isOf(occasion, known.value())) {
            all.add(new Change.Drop(author, Change.Part.BLOCK, known.version()));
        }
        return all;
    }

    /** Whether the earlier decision about the same subject began the block, and not one about something else. */
    private static boolean isOf(Occasion occasion, Block block) {
        return occasion.last()
                .filter(last ->
                        last.decision() instanceof Decision.Block && last.at().equals(block.since()))
                .isPresent();
    }

    boolean saved(List<Change> all) {
        return changes.save(all) instanceof ChangeOutcome.Saved;
    }
}
