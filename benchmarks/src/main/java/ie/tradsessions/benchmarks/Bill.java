package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.CostTable.Measured;
import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable;
import ie.tradsessions.adapters.dynamodb.cost.WriteTable.Change;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a month costs in dollars, from what was measured, what things cost, and what people are thought to do. */
final class Bill {
    private static final double MB_OF_A_GB = 1_000_000;
    private static final List<Integer> VISITORS = List.of(0, 10_000, 100_000, 1_000_000);

    /** @param shared whether all that ask it get the same answer, from few addresses */
    private record Habit(Question question, String name, boolean shared) {}

    private static final List<Habit> HABITS = List.of(
            new Habit(Question.FRONT_PAGE, "front-pages", true),
            new Habit(Question.AREA, "areas", true),
            new Habit(Question.NEAR, "near-me", false),
            new Habit(Question.COUNTY, "counties", true),
            new Habit(Question.WORD, "searches-in-letters", false),
            new Habit(Question.SESSION_PAGE, "session-pages", true),
            new Habit(Question.VENUE_PAGE, "venue-pages", true));

    /**
     * @param what as the table of what members do calls it
     * @param indexed whether it is of a session or a venue, which the index takes over
     */
    private record MemberHabit(String what, String name, boolean indexed) {}

    private static final List<MemberHabit> MEMBER_HABITS = List.of(
            new MemberHabit("sign in for the first time", "first-sign-ins", false),
            new MemberHabit("save a profile", "profiles-saved", false),
            new MemberHabit("publish a session", "sessions-published", true),
            new MemberHabit("change a session", "sessions-changed", true),
            new MemberHabit("cancel a night", "nights-cancelled", true),
            new MemberHabit("take over a session that was offered", "sessions-taken-over", true),
            new MemberHabit("register a venue", "venues-registered", true),
            new MemberHabit("correct a venue", "venues-corrected", true),
            new MemberHabit("confirm a night", "nights-confirmed", true),
            new MemberHabit("ask if it is on", "questions-asked", true),
            new MemberHabit("answer that it is on", "questions-answered", true),
            new MemberHabit("post a review", "reviews-posted", true),
            new MemberHabit("find a review helpful", "reviews-marked", false),
            new MemberHabit("report a review", "reviews-reported", false),
            new MemberHabit("hide a review, as a moderator", "reviews-hidden", true),
            new MemberHabit("keep a favourite", "favourites-kept", false),
            new MemberHabit("drop a favourite", "favourites-dropped", false),
            new MemberHabit("sign in, or renew the token", "sign-ins", false),
            new MemberHabit("the profile", "profiles", false),
            new MemberHabit("a session, for a member", "sessions", false),
            new MemberHabit("a venue, for a member", "venues", false),
            new MemberHabit("a calendar", "calendars", false));

    private final Prices prices = new Prices();
    private final Map<Question, Measured> reads;
    private final Map<Change, List<Counter.Cost>> writes;
    private final Map<String, Counter.Cost> members;

    /** @param members what each thing costs that a member does, by what it is called */
    Bill(Map<Question, Measured> reads, Map<Change, List<Counter.Cost>> writes, Map<String, Counter.Cost> members) {
        this.reads = reads;
        this.writes = writes;
        this.members = members;
    }

    /** What a million of each question costs at the table, and with all that answers it. */
    void printQuestions(PrintStream out) {
        out.println("| A million times | read units | table $ | with function and gateway $ |");
        out.println("|---|---:|---:|---:|");
        reads.forEach((question, cost) -> {
            double table = cost.unchanged().readUnits() * prices.number("dynamodb.read-units");
            out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f |%n",
                    question.title(),
                    cost.unchanged().readUnits(),
                    table,
                    table + 1e6 * answered());
        });
        double before = 11.5 * prices.number("dynamodb.read-units");
        out.printf(
                Locale.ROOT,
                "| the design before: a page of 23 reads | 11.50 | %.2f | %.2f |%n",
                before,
                before + 1e6 * answered());
        writes.forEach((change, costs) -> {
            double table = table(change);
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f written | %.2f | %.2f |%n",
                    change.title(),
                    WriteTable.mean(costs),
                    1e6 * table,
                    1e6 * (table + answered()));
        });
        members.forEach((what, cost) -> {
            double table = table(cost);
            out.printf(
                    Locale.ROOT,
                    "| member: %s | %.1f%s | %.2f | %.2f |%n",
                    what,
                    cost.readUnits(),
                    cost.writeUnits() == 0 ? "" : String.format(Locale.ROOT, ", and %.0f written", cost.writeUnits()),
                    1e6 * table,
                    1e6 * (table + answered()));
        });
    }

    void printMonths(PrintStream out) {
        out.println("| Visitors a month | edge | requests at the origin | table | for members | function "
                + "| gateway | edge and egress | sign-in | storage and backup | idle | all $ |");
        out.println("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int visitors : VISITORS) {
            print(visitors, true, out);
            print(visitors, false, out);
        }
    }

    private void print(int visitors, boolean cache, PrintStream out) {
        double visits = visitors * prices.number("visits");
        double asked = 0;
        double reached = 0;
        double units = 0;
        for (Habit habit : HABITS) {
            double times = visits * prices.number(habit.name());
            double kept = cache ? prices.number(habit.shared() ? "cached-of-the-same" : "cached-of-the-rest") / 100 : 0;
            asked += times;
            reached += times * (1 - kept);
            units += times * (1 - kept) * reads(habit.question());
        }
        double membersAsked = 0;
        double membersTable = 0;
        for (MemberHabit habit : MEMBER_HABITS) {
            double times = ofThousand(visitors, "members." + habit.name());
            membersAsked += times;
            membersTable += times * (table(members(habit.what())) + (habit.indexed() ? folded() : 0));
        }
        asked += membersAsked;
        reached += membersAsked;
        double table = units * prices.each("dynamodb.read-units") + membersTable;
        double signIn = ofThousand(visitors, "members") * prices.number("cognito.active-member");
        double function = reached * function();
        double gateway = reached * prices.each("api-gateway.http-requests");
        double answers = asked * prices.number("answer.kb") / MB_OF_A_GB;
        double app = visits * prices.number("app.kb-of-a-visit") / MB_OF_A_GB;
        double edge = (asked + visits) * prices.each("cloudfront.https-requests")
                + (answers + app) * prices.number("cloudfront.gb-out");
        double stored = prices.number("stored.gb")
                * (prices.number("dynamodb.storage")
                        + prices.number("dynamodb.point-in-time-recovery")
                        + prices.number("dynamodb.backup"));
        double idle = prices.number("idle.route-53-zone") + prices.number("idle.alarms");
        out.printf(
                Locale.ROOT,
                "| %,d | %s | %,.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                visitors,
                cache ? "caches" : "passes on",
                reached,
                table,
                membersTable,
                function,
                gateway,
                edge,
                signIn,
                stored,
                idle,
                table + function + gateway + edge + signIn + stored + idle);
    }

    /** As if each were asked a second or more after the last: what is asked more often costs nothing more. */
    private double reads(Question question) {
        return Objects.requireNonNull(reads.get(question)).unchanged().readUnits();
    }

    private double ofThousand(int visitors, String name) {
        return visitors * prices.number(name + "-of-thousand") / 1000;
    }

    private Counter.Cost members(String what) {
        return Objects.requireNonNull(members.get(what), what);
    }

    private double table(Counter.Cost cost) {
        return cost.readUnits() * prices.each("dynamodb.read-units")
                + cost.writeUnits() * prices.each("dynamodb.write-units");
    }

    private double table(Change change) {
        return WriteTable.mean(Objects.requireNonNull(writes.get(change))) * prices.each("dynamodb.write-units");
    }

    /** The most that a save costs when it is folded into the snapshot: it is written, read, and told by the journal. */
    private double folded() {
        return prices.each("dynamodb.write-units") + 2 * prices.each("dynamodb.read-units");
    }

    private double answered() {
        return function() + prices.each("api-gateway.http-requests");
    }

    private double function() {
        return ran(prices.number("lambda.answer-ms"));
    }

    private double ran(double milliseconds) {
        return prices.each("lambda.requests")
                + prices.number("lambda.gb") * milliseconds / 1000 * prices.number("lambda.gb-second");
    }
}
