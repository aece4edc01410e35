package ie.tradsessions.application.membership;

import ie.tradsessions.domain.member.Block;
import java.time.Duration;

/** Why a change is refused, whatever it is; nothing was stored. */
public sealed interface Refusal {
    /** The member has changed as much as anybody may for now. */
    record OverQuota(Duration retryAfter) implements Refusal {}

    /** The member has used the key of the request for another one. */
    record KeyUsedForOther() implements Refusal {}

    /** A moderator has decided that the member may change nothing for now. */
    record Blocked(Block block) implements Refusal {}
}
