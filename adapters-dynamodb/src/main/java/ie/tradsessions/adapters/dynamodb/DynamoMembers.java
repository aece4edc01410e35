package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.ModerationItems;
import ie.tradsessions.adapters.dynamodb.item.VoiceItems;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberRecord;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.moderation.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept of a member in one query: 1 read unit while that is at most 4 KB, or half of it where the answer may
 * lag. A name costs half a unit, a hundred of them a trip.
 */
final class DynamoMembers implements Members {
    private static final int MAX_ITEMS = 100;

    private static final Comparator<Notice> NEWEST_FIRST = Comparator.comparing(
                    (Notice notice) -> notice.decided().at())
            .reversed()
            .thenComparing(notice -> notice.subject().toString());

    private final Table table;

    DynamoMembers(Table table) {
        this.table = table;
    }

    @Override
    public MemberFile of(MemberId member, ReadConsistency consistency) {
        List<Item> items = table.query(
                        MemberItems.partition(member),
                        MemberItems.FIRST,
                        MemberItems.LAST,
                        null,
                        MAX_ITEMS,
                        consistency)
                .items();
        return MemberItems.file(member, items);
    }

    @Override
    public MemberRecord everything(MemberId member) {
        List<Item> parts = new ArrayList<>();
        List<Versioned<Voice>> voices = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (Item item : all(member, MemberItems.FIRST, ModerationItems.LAST_NOTICE)) {
            if (VoiceItems.isOne(item.key())) {
                voices.add(VoiceItems.voice(member, item));
            } else if (ModerationItems.isNotice(item.key())) {
                notices.add(ModerationItems.notice(member, item));
            } else {
                parts.add(item);
            }
        }
        notices.sort(NEWEST_FIRST);
        return new MemberRecord(MemberItems.file(member, parts), voices, notices);
    }

    @Override
    public List<Notice> notices(MemberId member) {
        return all(member, ModerationItems.FIRST_NOTICE, ModerationItems.LAST_NOTICE).stream()
                .map(item -> ModerationItems.notice(member, item))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private List<Item> all(MemberId member, String from, String to) {
        return table.queryAll(MemberItems.partition(member), from, to, null, Integer.MAX_VALUE, ReadConsistency.STRONG);
    }

    @Override
    public Map<MemberId, String> names(Collection<MemberId> members) {
        List<Key> keys = new ArrayList<>(members.stream()
                .distinct()
                .map(member -> MemberItems.key(member, Change.Part.PROFILE))
                .toList());
        Map<MemberId, String> names = new HashMap<>();
        for (Item profile : table.get(keys, ReadConsistency.EVENTUAL)) {
            @Nullable String name = MemberItems.name(profile);
            if (name != null) {
                names.put(MemberItems.member(profile.key()), name);
            }
        }
        return names;
    }
}
