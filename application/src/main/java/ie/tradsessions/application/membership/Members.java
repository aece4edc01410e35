package ie.tradsessions.application.membership;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Notice;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is kept of members; {@link ie.tradsessions.application.Changes} store it. */
public interface Members {
    /** What every request of a member needs, in one read. */
    MemberFile of(MemberId member, ReadConsistency consistency);

    /** Everything that is stored of a member now, in one read. */
    MemberRecord everything(MemberId member);

    /** What the member is told of moderators' decisions, as it is stored now, newest first. */
    List<Notice> notices(MemberId member);

    /** The names of those who have one, by a read that may miss what was saved in the last moments. */
    Map<MemberId, String> names(Collection<MemberId> members);
}
