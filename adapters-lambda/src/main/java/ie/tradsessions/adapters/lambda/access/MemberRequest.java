package ie.tradsessions.adapters.lambda.access;

import ie.tradsessions.adapters.lambda.http.ChangeProblems;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.application.membership.Refusal;
import ie.tradsessions.domain.member.RequestKey;
import org.jspecify.annotations.Nullable;

/** What all changes by members have in common: the key of a request, and the refusals that any of them may get. */
public final class MemberRequest {
    private MemberRequest() {}

    /** Recognises a request when it is sent again; null where it has no Idempotency-Key. */
    public static @Nullable RequestKey key(Request request) {
        String key = request.idempotencyKey();
        return key == null ? null : RequestKey.of(request.fingerprint(), key, request.bodyText());
    }

    public static Response refused(Request request, Refusal why) {
        return switch (why) {
            case Refusal.OverQuota(var retryAfter) -> ChangeProblems.tooMany(request, retryAfter);
            case Refusal.Blocked(var block) -> ChangeProblems.blocked(request, block.until(), block.note());
            case Refusal.KeyUsedForOther() -> ChangeProblems.keyUsed(request);
        };
    }
}
