package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRecord;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.moderation.Notice;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class InMemoryMembers implements Members {
    private final InMemoryStore store;

    InMemoryMembers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public MemberFile of(MemberId member, ReadConsistency consistency) {
        return store.member(member);
    }

    @Override
    public MemberRecord everything(MemberId member) {
        return new MemberRecord(store.member(member), store.voicesOf(member), notices(member));
    }

    @Override
    public List<Notice> notices(MemberId member) {
        return store.moderation(its -> its.notices(member));
    }

    @Override
    public Map<MemberId, String> names(Collection<MemberId> members) {
        Map<MemberId, String> names = new HashMap<>();
        for (MemberId member : members) {
            Profile profile = store.member(member).profile();
            if (profile != null) {
                names.put(member, profile.displayName());
            }
        }
        return names;
    }
}
