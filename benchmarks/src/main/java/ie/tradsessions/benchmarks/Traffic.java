package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.Counter;
import ie.tradsessions.adapters.dynamodb.cost.Question;
import java.util.List;

/**
 * What is asked in a month, and what that reads and writes.
 *
 * @param visits of the site
 * @param asked questions to the public API
 * @param reached those of them that the edge does not answer
 * @param readUnits of these
 * @param ofMembers requests to the private API, all of which reach it
 * @param memberReadUnits of these
 * @param memberWriteUnits of these
 * @param changes those of them that the journal tells of
 */
record Traffic(
        int visitors,
        double visits,
        double asked,
        double reached,
        double readUnits,
        double ofMembers,
        double memberReadUnits,
        double memberWriteUnits,
        double changes) {
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

    /** The most that a save costs when it is folded into the snapshot: it is written, read, and told by the journal. */
    private static final double FOLDED_WRITE_UNITS = 1;

    private static final double FOLDED_READ_UNITS = 2;

    /** The index of the private function asks the journal so that the answer does not lag, once a second at most. */
    private static final double READ_UNITS_OF_PRIVATE_INDEX = 1;

    /** @param cached whether the edge keeps answers, or passes every question on */
    static Traffic of(int visitors, boolean cached, Prices prices, CountedCosts counted) {
        double visits = visitors * prices.number("visits");
        double asked = 0;
        double reached = 0;
        double readUnits = 0;
        for (Habit habit : HABITS) {
            double times = visits * prices.number(habit.name());
            double kept =
                    cached ? prices.number(habit.shared() ? "cached-of-the-same" : "cached-of-the-rest") / 100 : 0;
            asked += times;
            reached += times * (1 - kept);
            readUnits += times * (1 - kept) * counted.readUnits(habit.question());
        }
        double ofMembers = 0;
        double memberReadUnits = 0;
        double memberWriteUnits = 0;
        double changes = 0;
        for (MemberHabit habit : MEMBER_HABITS) {
            double times = ofThousand(visitors, "members." + habit.name(), prices);
            Counter.Cost cost = counted.ofMember(habit.what());
            ofMembers += times;
            memberReadUnits += times * (cost.readUnits() + READ_UNITS_OF_PRIVATE_INDEX);
            memberWriteUnits += times * cost.writeUnits();
            if (habit.indexed()) {
                changes += times;
                memberReadUnits += times * FOLDED_READ_UNITS;
                memberWriteUnits += times * FOLDED_WRITE_UNITS;
            }
        }
        return new Traffic(
                visitors, visits, asked, reached, readUnits, ofMembers, memberReadUnits, memberWriteUnits, changes);
    }

    /** How many there are of what {@code prices.properties} states for a thousand visitors. */
    static double ofThousand(int visitors, String name, Prices prices) {
        return visitors * prices.number(name + "-of-thousand") / 1000;
    }

    /** Requests that the functions answer. */
    double atOrigin() {
        return reached + ofMembers;
    }

    /** Requests to both APIs, at the edge. */
    double atEdge() {
        return asked + ofMembers;
    }
}
