package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.SessionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a member says of each session, in the member's partition: the sort key is {@code s#} and the session. */
public final class VoiceItems {
    /** Comes before every sort key of a voice. */
    public static final String FIRST = "s#";

    /** Comes after every sort key of a voice. */
    public static final String LAST = "s$";

    private static final String ON = "+";
    private static final String OFF = "-";

    private VoiceItems() {}

    public static String partition(MemberId member) {
        return MemberItems.partition(member);
    }

    /** Whether a key is of a voice. */
    public static boolean isOne(Key key) {
        return MemberItems.isOne(key) && key.sort().startsWith(FIRST);
    }

    public static Key key(MemberId member, SessionId session) {
        return new Key(partition(member), FIRST + session);
    }

    public static Item item(Voice voice, long version) {
        Document nights = new Document();
        voice.nights().forEach((night, on) -> nights.text(night.toString(), on ? ON : OFF));
        Document written = new Document()
                .map("nights", nights)
                .texts("helpful", voice.helpful())
                .text("asked", voice.asked())
                .flag("gone", voice.gone());
        if (voice.review() != null) {
            written.number("review", voice.review());
        }
        Map<String, AttributeValue> attributes = new HashMap<>(written.attributes());
        attributes.put(AggregateItems.VERSION, AttributeValue.fromN(Long.toString(version)));
        return new Item(key(voice.member(), voice.session()), attributes);
    }

    /** @throws IllegalStateException if it cannot be read */
    public static Versioned<Voice> voice(MemberId member, Item item) {
        SessionId session = new SessionId(item.key().sort().substring(FIRST.length()));
        Fields fields = new Fields("what member " + member + " says of session " + session, item.attributes());
        return new Versioned<>(
                fields.checked(() -> new Voice(
                        member,
                        session,
                        fields.entries(
                                "nights",
                                LocalDate::parse,
                                (nights, date) -> nights.text(date).equals(ON)),
                        fields.has("review") ? fields.number("review") : null,
                        new TreeSet<>(fields.values("helpful", Integer::valueOf)),
                        fields.optional("asked", LocalDate::parse),
                        fields.isTrue("gone"))),
                AggregateItems.version(item));
    }
}
