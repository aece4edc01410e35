package ie.tradsessions.application.membership;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.domain.MemberId;
import java.util.Collection;
import java.util.Map;

/** What is kept of members; {@link ie.tradsessions.application.Changes} store it. */
public interface Members {
    /** Everything that is kept of a member, in one read. */
    MemberFile of(MemberId member, ReadConsistency consistency);

    /** The names of those who have one, by a read that may miss what was saved in the last moments. */
    Map<MemberId, String> names(Collection<MemberId> members);
}
