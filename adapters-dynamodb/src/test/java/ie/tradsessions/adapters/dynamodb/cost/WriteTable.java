package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.PortsOf;
import ie.tradsessions.adapters.dynamodb.derived.AllAtOnce;
import ie.tradsessions.adapters.dynamodb.derived.Derivation;
import ie.tradsessions.adapters.dynamodb.item.FeedbackItem;
import ie.tradsessions.adapters.dynamodb.item.SessionItem;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.paper.DynamoOnPaper;
import ie.tradsessions.adapters.dynamodb.paper.DynamoOnPaper.Written;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What each change costs: the save that somebody waits for, and what the stream function derives from it afterwards. */
public final class WriteTable {
    private static final String TABLE = "on-paper";
    private static final int SESSIONS = 4_000;
    private static final int CHANGES = 200;
    private static final LocalDate LAST_NIGHT = LocalDate.of(2026, 11, 23);

    /** What somebody does to the collections. */
    public enum Change {
        REGISTER("register a venue"),
        PUBLISH("publish a session"),
        CHANGE("change what a card shows"),
        CHANGE_UNSEEN("change what no card shows"),
        CONFIRM("confirm a night"),
        RENAME("rename a venue");

        private final String title;

        Change(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * The mean of many changes of one kind.
     *
     * @param byKind the units of what was written, by the kind of item
     */
    public record Measured(Cost saved, Cost derived, Map<String, Cost> byKind) {}

    /** @param items how many were written, or 0 where only calls were counted */
    public record Cost(double readUnits, double writeUnits, double trips, double items) {
        Cost plus(Cost other) {
            return new Cost(
                    readUnits + other.readUnits,
                    writeUnits + other.writeUnits,
                    trips + other.trips,
                    items + other.items);
        }

        Cost dividedBy(double count) {
            return new Cost(readUnits / count, writeUnits / count, trips / count, items / count);
        }
    }

    private static final Cost NOTHING = new Cost(0, 0, 0, 0);

    private final DynamoOnPaper paper = DynamoOnPaper.table();
    private final Counter counter = new Counter();
    private final GeneratedSessions others = GeneratedSessions.of(CHANGES, 99);
    private final Ports ports;
    private final Derivation derivation;

    private WriteTable() {
        Table table = new Table(paper, TABLE, counter);
        ports = PortsOf.table(table, PortsOf.tokens());
        derivation = new Derivation(table, InstantSource.fixed(GeneratedSessions.NOW), PortsOf.tokens());
        AllAtOnce.fill(paper::place, GeneratedSessions.of(SESSIONS, 1607), GeneratedSessions.NOW, PortsOf.tokens());
    }

    /** In the order in which they happen. */
    public static Map<Change, Measured> measure() {
        WriteTable table = new WriteTable();
        Map<Change, Measured> measured = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            measured.put(change, table.measure(change));
        }
        return measured;
    }

    private Measured measure(Change change) {
        return switch (change) {
            case REGISTER ->
                measure(others.venues(), venue -> {
                    save(ports.venues().save(venue, SaveOutcome.NEW));
                    return VenueItem.key(venue.id());
                });
            case PUBLISH ->
                measure(others.sessions(), session -> {
                    save(ports.sessions().save(session, SaveOutcome.NEW));
                    return SessionItem.key(session.id());
                });
            case CHANGE -> measure(others.sessions(), session -> change(session, WriteTable::slower));
            case CHANGE_UNSEEN -> measure(others.sessions(), session -> change(session, WriteTable::described));
            case CONFIRM ->
                measure(others.sessions(), session -> {
                    Feedback feedback = new Feedback(
                            session.id(),
                            new TreeMap<>(Map.of(LAST_NIGHT, new Confirmations(1, 0))),
                            new Feedback.LastWord("M\u00e1ire", GeneratedSessions.NOW),
                            RatingSummary.NONE);
                    save(ports.feedbacks().save(feedback, SaveOutcome.NEW));
                    return FeedbackItem.key(session.id());
                });
            case RENAME ->
                measure(others.venues(), venue -> {
                    save(ports.venues().save(renamed(venue), 1));
                    return VenueItem.key(venue.id());
                });
        };
    }

    private Key change(Session session, UnaryOperator<Session> changed) {
        long version = ports.sessions().find(session.id()).orElseThrow().version();
        counter.taken();
        save(ports.sessions().save(changed.apply(session), version));
        return SessionItem.key(session.id());
    }

    private static void save(SaveOutcome outcome) {
        if (!(outcome instanceof SaveOutcome.Saved)) {
            throw new IllegalStateException("not saved: " + outcome);
        }
    }

    private <T> Measured measure(List<T> all, Function<T, Key> save) {
        Cost saved = NOTHING;
        Cost derived = NOTHING;
        Map<String, Cost> byKind = new TreeMap<>();
        for (T one : all) {
            counter.taken();
            paper.written();
            Key key = save.apply(one);
            saved = saved.plus(cost(counter.taken()));
            derivation.refreshAll(List.of(key.partition()));
            derived = derived.plus(cost(counter.taken()));
            for (Written written : paper.written()) {
                byKind.merge(kind(written.key()), new Cost(0, written.units(), 0, 1), Cost::plus);
            }
        }
        byKind.replaceAll((kind, cost) -> cost.dividedBy(all.size()));
        return new Measured(saved.dividedBy(all.size()), derived.dividedBy(all.size()), byKind);
    }

    private static Cost cost(Counter.Cost cost) {
        return new Cost(cost.readUnits(), cost.writeUnits(), cost.trips(), 0);
    }

    private static Session slower(Session session) {
        Etiquette etiquette = session.etiquette();
        Pace pace = etiquette.pace() == Pace.SLOW ? Pace.FULL : Pace.SLOW;
        return new Session(
                session.id(),
                session.venue(),
                session.name(),
                session.timetable(),
                new Etiquette(
                        etiquette.admission(), etiquette.leadership(), pace, etiquette.focus(), etiquette.dances()),
                session.instruments(),
                session.craic(),
                session.shared(),
                session.sample());
    }

    private static Session described(Session session) {
        return new Session(
                session.id(),
                session.venue(),
                session.name(),
                session.timetable(),
                slower(session).etiquette(),
                session.instruments(),
                "Now with more reels than before.",
                session.shared(),
                session.sample());
    }

    private static Venue renamed(Venue venue) {
        return new Venue(
                venue.id(),
                venue.name() + " Lounge",
                venue.irishName(),
                venue.otherNames(),
                venue.place(),
                venue.location(),
                venue.timeZone(),
                venue.website(),
                venue.phone(),
                venue.sources(),
                venue.sample());
    }

    private static String kind(Key key) {
        String partition = key.partition();
        if (partition.startsWith("S#") || partition.startsWith("V#")) {
            return switch (key.sort().charAt(0)) {
                case '0' -> "manifest, before and after";
                case 'a' -> partition.startsWith("S#") ? "the session itself" : "the venue itself";
                case 'b' -> "the feedback itself";
                case 'm' -> "link from the venue to the session";
                default -> partition.startsWith("S#") ? "copy of the venue" : "card with the venue";
            };
        }
        if (partition.equals("COUNTS")) {
            return "counts, in a transaction with the manifest";
        }
        boolean ofVenues = partition.startsWith("v");
        String kind = switch (partition.charAt(ofVenues ? 1 : 0)) {
            case 'r' -> "lists by rank";
            case 'n' -> "lists by name";
            case 'a' -> "list of the area";
            case 't' -> "lists of words";
            case 'g' -> "lists by place";
            case 's' -> "lists of sources";
            default -> "list of identifiers";
        };
        return ofVenues || partition.equals("xv") ? kind + ", venues" : kind;
    }

    public static void print(Map<Change, Measured> measured, PrintStream out) {
        out.println("| Change | save: write | read | trips | derived: write | read | trips |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        measured.forEach((change, cost) -> out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                change.title(),
                cost.saved().writeUnits(),
                cost.saved().readUnits(),
                cost.saved().trips(),
                cost.derived().writeUnits(),
                cost.derived().readUnits(),
                cost.derived().trips()));
        out.println();
        out.println(
                "Write units by what is written, the save included (items in brackets where they are not as many):");
        out.println();
        Set<String> kinds = new TreeSet<>();
        measured.values().forEach(cost -> kinds.addAll(cost.byKind().keySet()));
        out.println(
                measured.keySet().stream().map(Change::title).collect(Collectors.joining(" | ", "| Item | ", " |")));
        out.println("|---|" + "---:|".repeat(measured.size()));
        for (String kind : kinds) {
            out.println(measured.values().stream()
                    .map(cost -> cell(cost.byKind().getOrDefault(kind, NOTHING)))
                    .collect(Collectors.joining(" | ", "| " + kind + " | ", " |")));
        }
    }

    private static String cell(Cost cost) {
        if (cost.items() == 0) {
            return "";
        }
        return cost.writeUnits() == cost.items()
                ? String.format(Locale.ROOT, "%.1f", cost.writeUnits())
                : String.format(Locale.ROOT, "%.1f (%.1f)", cost.writeUnits(), cost.items());
    }
}
