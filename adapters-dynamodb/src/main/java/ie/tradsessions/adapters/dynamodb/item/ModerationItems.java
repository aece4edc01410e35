package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.moderation.Case;
import ie.tradsessions.domain.moderation.Decided;
import ie.tradsessions.domain.moderation.Decision;
import ie.tradsessions.domain.moderation.LogEntry;
import ie.tradsessions.domain.moderation.MergeRecord;
import ie.tradsessions.domain.moderation.Notice;
import ie.tradsessions.domain.moderation.Objection;
import ie.tradsessions.domain.moderation.Reason;
import ie.tradsessions.domain.moderation.Report;
import ie.tradsessions.domain.moderation.Subject;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is kept of moderation: cases in one partition by their subject, and those that are open once more in the queue, where
 * the one that waits longest comes first; the log, where the newest comes first; what an author is told in the partition
 * of the member, and what a merge has moved in that of the venue.
 */
public final class ModerationItems {
    public static final String QUEUE = "QUEUE";
    public static final String LOG = "LOG";

    /** Comes before every sort key of a notice. */
    public static final String FIRST_NOTICE = "t#";

    /** Comes after every sort key of a notice. */
    public static final String LAST_NOTICE = "t$";

    private static final String CASES = "MODERATION";
    private static final String MERGE = "m";
    private static final String DECISION = "decision";
    private static final String NOTE = "note";
    private static final String AT = "at";
    private static final String SUBJECT = "subject";

    private static final long MAX_MILLIS = 9_999_999_999_999L;
    private static final long MAX_POSITION = 999_999_999_999L;

    private ModerationItems() {}

    /** Whether a key is of something that is kept of moderation. */
    public static boolean isOne(Key key) {
        return key.partition().equals(CASES)
                || key.partition().equals(QUEUE)
                || key.partition().equals(LOG)
                || (key.partition().startsWith(AggregateItems.VENUE_PREFIX)
                        && key.sort().equals(MERGE));
    }

    // Cases

    public static Key key(Subject subject) {
        return new Key(CASES, subject.toString());
    }

    /** That of a case in the queue: it does not change while the case is open. */
    public static Key queueKey(Case its) {
        return new Key(
                QUEUE, String.format(Locale.ROOT, "%013d#%s", its.openedAt().toEpochMilli(), its.subject()));
    }

    public static Item item(Case its, long version) {
        return versioned(key(its.subject()), document(its), version);
    }

    /** The same case as it stands in the queue. */
    public static Item queued(Case its, long version) {
        return versioned(queueKey(its), document(its), version);
    }

    private static Document document(Case its) {
        return new Document()
                .maps("reports", its.reports(), ModerationItems::written)
                .flag("open", its.isOpen())
                .text("openedAt", its.openedAt())
                .maps("decisions", its.decisions(), ModerationItems::written)
                .map("objection", written(its.objection()));
    }

    /**
     * A case, be it of the queue.
     *
     * @throws IllegalStateException if it cannot be read
     */
    public static Versioned<Case> readCase(Item item) {
        String sort = item.key().sort();
        Fields fields = new Fields("case " + sort, item.attributes());
        return new Versioned<>(
                fields.checked(() -> new Case(
                        Subject.parse(sort.substring(sort.indexOf('#') + 1)),
                        fields.all("reports", ModerationItems::report),
                        fields.isTrue("open") ? Case.State.OPEN : Case.State.DECIDED,
                        fields.value("openedAt", Instant::parse),
                        fields.all("decisions", ModerationItems::decided),
                        objection(fields))),
                AggregateItems.version(item));
    }

    private static Document written(Report report) {
        return new Document()
                .text("reason", report.reason())
                .text("text", report.text())
                .text(AT, report.at())
                .text("reporter", report.reporter());
    }

    private static Report report(Fields fields) {
        return new Report(
                fields.constant(Reason.class, "reason"),
                fields.optionalText("text"),
                fields.value(AT, Instant::parse),
                fields.text("reporter"));
    }

    private static Document written(@Nullable Objection objection) {
        return objection == null
                ? new Document()
                : new Document()
                        .text("by", objection.by())
                        .text("text", objection.text())
                        .text(AT, objection.at());
    }

    private static @Nullable Objection objection(Fields fields) {
        if (!fields.has("objection")) {
            return null;
        }
        Fields objection = fields.map("objection");
        return new Objection(
                objection.value("by", MemberId::new), objection.text("text"), objection.value(AT, Instant::parse));
    }

    // Decisions

    private static Document written(Decided decided) {
        Document document = new Document()
                .text(DECISION, decided.decision().kind())
                .text(NOTE, decided.note())
                .text(AT, decided.at());
        return switch (decided.decision()) {
            case Decision.Merge(var into) -> document.text("into", into);
            case Decision.Block(var days) when days != null -> document.number("days", days);
            case Decision.Block block -> document;
            case Decision.Keep keep -> document;
            case Decision.Hide hide -> document;
            case Decision.Remove remove -> document;
        };
    }

    private static Decided decided(Fields fields) {
        Decision decision = switch (fields.constant(Decision.Kind.class, DECISION)) {
            case KEEP -> new Decision.Keep();
            case HIDE -> new Decision.Hide();
            case REMOVE -> new Decision.Remove();
            case MERGE -> new Decision.Merge(fields.value("into", VenueId::new));
            case BLOCK -> new Decision.Block(fields.has("days") ? fields.number("days") : null);
        };
        return new Decided(decision, fields.text(NOTE), fields.value(AT, Instant::parse));
    }

    // The log

    public static Item item(LogEntry entry) {
        String sort = String.format(
                Locale.ROOT,
                "%013d#%012d#%s",
                MAX_MILLIS - entry.at().toEpochMilli(),
                MAX_POSITION - entry.position(),
                entry.subject());
        Document document = written(entry.decided())
                .text("by", entry.moderator())
                .text(SUBJECT, entry.subject())
                .text("name", entry.name())
                .text("intoName", entry.intoName())
                .number("position", entry.position());
        return new Item(new Key(LOG, sort), document.attributes());
    }

    /** @throws IllegalStateException if it cannot be read */
    public static LogEntry entry(Item item) {
        Fields fields = new Fields("entry of the log " + item.key().sort(), item.attributes());
        return fields.checked(() -> new LogEntry(
                fields.numeric("position", Long::valueOf),
                fields.value("by", MemberId::new),
                fields.value(SUBJECT, Subject::parse),
                decided(fields),
                // Entries of before the log kept names have none.
                fields.optionalText("name"),
                fields.optionalText("intoName")));
    }

    // Notices

    public static Key key(MemberId author, Subject subject) {
        return new Key(MemberItems.partition(author), FIRST_NOTICE + subject);
    }

    /** Whether a key of the partition of a member is of a notice. */
    public static boolean isNotice(Key key) {
        return key.sort().startsWith(FIRST_NOTICE);
    }

    public static Item item(Notice notice) {
        Document document = written(notice.decided()).map("objection", written(notice.objection()));
        return new Item(key(notice.author(), notice.subject()), document.attributes());
    }

    /** @throws IllegalStateException if it cannot be read */
    public static Notice notice(MemberId author, Item item) {
        String subject = item.key().sort().substring(FIRST_NOTICE.length());
        Fields fields = new Fields("what member " + author + " is told of " + subject, item.attributes());
        return fields.checked(() -> new Notice(author, Subject.parse(subject), decided(fields), objection(fields)));
    }

    // Merges

    public static Key mergeKey(VenueId from) {
        return new Key(AggregateItems.VENUE_PREFIX + from, MERGE);
    }

    public static Item item(MergeRecord merge, long version) {
        Document document = new Document()
                .text("into", merge.into())
                .texts("moved", merge.moved())
                .text(AT, merge.at())
                .number("change", merge.change());
        return versioned(mergeKey(merge.from()), document, version);
    }

    /** @throws IllegalStateException if it cannot be read */
    public static Versioned<MergeRecord> merge(VenueId from, Item item) {
        Fields fields = new Fields("merge of venue " + from, item.attributes());
        return new Versioned<>(
                fields.checked(() -> new MergeRecord(
                        from,
                        fields.value("into", VenueId::new),
                        fields.values("moved", SessionId::new),
                        fields.value(AT, Instant::parse),
                        fields.numeric("change", Long::valueOf))),
                AggregateItems.version(item));
    }

    private static Item versioned(Key key, Document document, long version) {
        Map<String, AttributeValue> attributes = new HashMap<>(document.attributes());
        attributes.put(AggregateItems.VERSION, AttributeValue.fromN(Long.toString(version)));
        return new Item(key, attributes);
    }
}
