package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.LocalDynamo;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.feedback.Confirmations;
import ie.tradsessions.domain.feedback.Feedback;
import ie.tradsessions.domain.review.Tally;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What each change costs: the aggregate and its entry in the journal, in one transaction. */
public final class WriteTable {
    private static final int CHANGES = 200;
    private static final LocalDate LAST_NIGHT = LocalDate.of(2026, 11, 23);

    /** What somebody does to the collections, in the order in which it is done here. */
    public enum Change {
        REGISTER("register a venue"),
        PUBLISH("publish a session"),
        CHANGE("change a session"),
        CONFIRM("confirm a night"),
        RENAME("rename a venue"),
        DELETE("delete a session");

        private final String title;

        Change(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Counter counter = new Counter();
    private final Storage storage =
            DynamoStorage.on(LocalDynamo.newTable(counter), InstantSource.fixed(GeneratedSessions.NOW));
    private final GeneratedSessions generated = GeneratedSessions.of(CHANGES, 99);

    private WriteTable() {}

    /** What each of many changes of a kind cost. */
    public static Map<Change, List<Counter.Cost>> measure() {
        WriteTable table = new WriteTable();
        Map<Change, List<Counter.Cost>> measured = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            measured.put(change, table.measure(change));
        }
        return measured;
    }

    private List<Counter.Cost> measure(Change change) {
        List<Venue> venues = generated.venues();
        List<Session> sessions = generated.sessions();
        return switch (change) {
            case REGISTER -> each(venues, venue -> storage.venues().save(venue, SaveOutcome.NEW));
            case PUBLISH -> each(sessions, session -> storage.sessions().save(session, SaveOutcome.NEW));
            case CHANGE -> each(sessions, session -> storage.sessions().save(session, 1));
            case CONFIRM -> each(sessions, session -> storage.feedbacks().save(confirmed(session), SaveOutcome.NEW));
            case RENAME -> each(venues, venue -> storage.venues().save(venue, 1));
            case DELETE -> each(sessions, session -> storage.sessions().delete(session.id(), 2));
        };
    }

    private static Feedback confirmed(Session session) {
        return new Feedback(
                session.id(),
                new TreeMap<>(Map.of(LAST_NIGHT, new Confirmations(1, 0))),
                new Feedback.LastWord(new Author.Named("M\u00e1ire"), GeneratedSessions.NOW),
                Tally.NONE);
    }

    private <T> List<Counter.Cost> each(Collection<T> all, Function<T, SaveOutcome> save) {
        List<Counter.Cost> costs = new ArrayList<>();
        for (T one : all) {
            counter.taken();
            PricedProcess.saved(save.apply(one));
            costs.add(counter.taken());
        }
        return costs;
    }

    public static void print(Map<Change, List<Counter.Cost>> measured, PrintStream out) {
        out.println("| Change | write units: mean | most | read units | trips |");
        out.println("|---|---:|---:|---:|---:|");
        measured.forEach((change, costs) -> out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.0f | %.0f | %d |%n",
                change.title(),
                mean(costs),
                costs.stream().mapToDouble(Counter.Cost::writeUnits).max().orElseThrow(),
                costs.stream().mapToDouble(Counter.Cost::readUnits).max().orElseThrow(),
                costs.stream().mapToInt(Counter.Cost::trips).max().orElseThrow()));
    }

    public static double mean(List<Counter.Cost> costs) {
        return costs.stream().mapToDouble(Counter.Cost::writeUnits).average().orElseThrow();
    }
}
