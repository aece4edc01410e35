package ie.tradsessions.application.search;

import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.application.search.SessionEntry.Opinions;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a session as bytes, and back. What a table keeps in columns of its own is not among them. */
final class SessionCodec {
    private static final int HAS_FACTS = 1;
    private static final int SAMPLE = 2;
    private static final int HAS_OPINIONS = 4;
    private static final int HAS_NIGHT = 8;
    private static final int HAS_WORD = 16;
    private static final int OVER = 32;
    private static final int HAS_RATINGS = 64;

    /** Whether the versions of session and feedback are not both 1. */
    private static final int HAS_VERSIONS = 128;

    private static final int VOUCHED = 256;
    private static final int ASKED = 512;

    /** Whether something was said of nights; the last one that was on may still be unknown. */
    private static final int SPOKEN_OF = 1024;

    private static final int ALL_BITS = 2 * SPOKEN_OF - 1;

    // Of an entry that stands in no table.
    private static final int NAMED = 2;
    private static final int TAKEN_DOWN = 4;

    private static final int STARS = 5;
    private static final long SECONDS_OF_DAY = 86_400;

    private SessionCodec() {}

    /** What stands in the columns of a table. */
    record Columns(
            SessionId id, @Nullable String name, @Nullable VenueId venue, int etiquette, boolean takenDown) {}

    static void write(ByteWriter out, SessionEntry entry) {
        Facts facts = entry.facts();
        Opinions opinions = entry.opinions();
        boolean usual = entry.version() == 1 && entry.feedbackVersion() == (opinions == null ? 0 : 1);
        out.unsigned((usual ? 0 : HAS_VERSIONS) | head(facts) | head(opinions));
        if (!usual) {
            out.unsigned(entry.version());
            out.unsigned(entry.feedbackVersion());
        }
        if (facts != null) {
            TimetableCodec.write(out, facts.timetable());
            Dates.write(out, facts.sharedAt());
        }
        if (opinions != null) {
            write(out, opinions);
        }
    }

    static SessionEntry read(ByteReader in, Columns columns) {
        int head = in.count(ALL_BITS);
        boolean hasOpinions = (head & HAS_OPINIONS) != 0;
        long version = 1;
        long feedbackVersion = hasOpinions ? 1 : 0;
        if ((head & HAS_VERSIONS) != 0) {
            version = in.unsigned();
            feedbackVersion = in.unsigned();
        }
        Facts facts = null;
        VenueId venue = columns.venue;
        if ((head & HAS_FACTS) != 0 && venue != null) {
            Timetable timetable = TimetableCodec.read(in);
            facts = new Facts(
                    columns.name,
                    venue,
                    timetable,
                    EtiquetteBits.etiquette(columns.etiquette),
                    Dates.readInstant(in),
                    (head & SAMPLE) != 0,
                    columns.takenDown);
        }
        return new SessionEntry(columns.id, facts, version, hasOpinions ? opinions(in, head) : null, feedbackVersion);
    }

    /** With everything, as an entry is stored that stands in no table. */
    static void writeWhole(ByteWriter out, SessionEntry entry) {
        out.text(entry.id().value());
        Facts facts = entry.facts();
        out.octet(
                facts == null
                        ? 0
                        : HAS_FACTS | (facts.name() == null ? 0 : NAMED) | (facts.takenDown() ? TAKEN_DOWN : 0));
        if (facts != null) {
            if (facts.name() != null) {
                out.text(facts.name());
            }
            out.text(facts.venue().value());
            out.unsigned(EtiquetteBits.of(facts.etiquette()));
        }
        write(out, entry);
    }

    static SessionEntry readWhole(ByteReader in) {
        SessionId id = new SessionId(in.text());
        int told = in.octet();
        if (told == 0) {
            return read(in, new Columns(id, null, null, 0, false));
        }
        String name = (told & NAMED) == 0 ? null : in.text();
        VenueId venue = new VenueId(in.text());
        return read(in, new Columns(id, name, venue, in.count(Short.MAX_VALUE), (told & TAKEN_DOWN) != 0));
    }

    private static int head(@Nullable Facts facts) {
        return facts == null ? 0 : HAS_FACTS | (facts.sample() ? SAMPLE : 0);
    }

    private static int head(@Nullable Opinions opinions) {
        return opinions == null
                ? 0
                : HAS_OPINIONS
                        | (opinions.lastNight() == null ? 0 : HAS_NIGHT)
                        | (opinions.firstNight() == null ? 0 : SPOKEN_OF)
                        | (opinions.lastWordAt() == null ? 0 : HAS_WORD)
                        | (opinions.over() ? OVER : 0)
                        | (opinions.vouchedOn() == null ? 0 : VOUCHED)
                        | (opinions.askedFor() == null ? 0 : ASKED)
                        | (opinions.ratings().equals(RatingSummary.NONE) ? 0 : HAS_RATINGS);
    }

    private static void write(ByteWriter out, Opinions opinions) {
        LocalDate night = opinions.lastNight();
        if (night != null) {
            Dates.write(out, night);
            out.unsigned(opinions.confirmations());
        }
        LocalDate first = opinions.firstNight();
        if (first != null) {
            // Mostly it is not long before that night.
            out.signed(daysOf(night) - first.toEpochDay());
        }
        Instant word = opinions.lastWordAt();
        if (word != null) {
            // Mostly it is about that night.
            out.signed(word.getEpochSecond() - secondsOf(night));
            out.unsigned(word.getNano());
        }
        if (opinions.vouchedOn() != null) {
            Dates.write(out, opinions.vouchedOn());
        }
        if (opinions.askedFor() != null) {
            Dates.write(out, opinions.askedFor());
        }
        if (!opinions.ratings().equals(RatingSummary.NONE)) {
            opinions.ratings().histogram().forEach(out::unsigned);
        }
    }

    private static Opinions opinions(ByteReader in, int head) {
        LocalDate night = null;
        int confirmations = 0;
        if ((head & HAS_NIGHT) != 0) {
            night = Dates.read(in);
            confirmations = in.count(Integer.MAX_VALUE);
        }
        LocalDate first = (head & SPOKEN_OF) == 0 ? null : LocalDate.ofEpochDay(daysOf(night) - in.signed());
        Instant word = null;
        if ((head & HAS_WORD) != 0) {
            long second = in.signed() + secondsOf(night);
            word = Instant.ofEpochSecond(second, in.count(999_999_999));
        }
        LocalDate vouchedOn = (head & VOUCHED) == 0 ? null : Dates.read(in);
        LocalDate askedFor = (head & ASKED) == 0 ? null : Dates.read(in);
        RatingSummary ratings = RatingSummary.NONE;
        if ((head & HAS_RATINGS) != 0) {
            List<Integer> histogram = new ArrayList<>(STARS);
            for (int i = 0; i < STARS; i++) {
                histogram.add(in.count(Integer.MAX_VALUE));
            }
            ratings = new RatingSummary(histogram);
        }
        return new Opinions(first, night, confirmations, word, (head & OVER) != 0, vouchedOn, askedFor, ratings);
    }

    private static long secondsOf(@Nullable LocalDate night) {
        return daysOf(night) * SECONDS_OF_DAY;
    }

    private static long daysOf(@Nullable LocalDate night) {
        return night == null ? 0 : night.toEpochDay();
    }
}
