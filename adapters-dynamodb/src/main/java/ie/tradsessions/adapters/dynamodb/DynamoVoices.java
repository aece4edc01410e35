package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.adapters.dynamodb.item.MemberItems;
import ie.tradsessions.adapters.dynamodb.item.VoiceItems;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.function.Consumer;

/** What members say stands in their own partition, beside the rest that is kept of them. */
final class DynamoVoices implements Voices {

    private final Table table;

    DynamoVoices(Table table) {
        this.table = table;
    }

    @Override
    public Versioned<Voice> of(MemberId member, SessionId session) {
        return table.get(VoiceItems.key(member, session), ReadConsistency.STRONG)
                .map(item -> VoiceItems.voice(member, item))
                .orElseGet(() -> new Versioned<>(Voice.none(member, session), 0));
    }

    @Override
    public List<Versioned<Voice>> of(MemberId member) {
        return table
                .queryAll(
                        VoiceItems.partition(member),
                        VoiceItems.FIRST,
                        VoiceItems.LAST,
                        null,
                        Integer.MAX_VALUE,
                        ReadConsistency.STRONG)
                .stream()
                .map(item -> VoiceItems.voice(member, item))
                .toList();
    }

    @Override
    public void readAll(Consumer<Voice> each, Consumer<String> unreadable) {
        table.scan(item -> {
            if (VoiceItems.isOne(item.key())) {
                try {
                    each.accept(VoiceItems.voice(MemberItems.member(item.key()), item)
                            .value());
                } catch (IllegalStateException | InvalidValue e) {
                    unreadable.accept(String.valueOf(e.getMessage()));
                }
            }
        });
    }
}
