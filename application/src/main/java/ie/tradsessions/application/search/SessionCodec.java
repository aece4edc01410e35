package ie.tradsessions.application.search;

import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.application.search.SessionEntry.Opinions;
import ie.tradsessions.domain.feedback.Testimony;
import ie.tradsessions.domain.feedback.Testimony.NightOn;
import ie.tradsessions.domain.feedback.Testimony.Vouch;
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

    /** Whether something was said of nights; whether one was on may still be unknown. */
    private static final int SPOKEN_OF = 1024;

    /** Whether more than one night was on. */
    private static final int HAS_NIGHTS = 2048;

    private static final int ALL_BITS = 2 * HAS_NIGHTS - 1;

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
        if (opinions == null) {
            return 0;
        }
        Testimony testimony = opinions.testimony();
        return HAS_OPINIONS
                | (testimony.nightsOn().isEmpty() ? 0 : HAS_NIGHT)
                | (testimony.nightsOn().size() > 1 ? HAS_NIGHTS : 0)
                | (opinions.firstNight() == null ? 0 : SPOKEN_OF)
                | (testimony.lastWordAt() == null ? 0 : HAS_WORD)
                | (testimony.over() ? OVER : 0)
                | (testimony.vouch() == null ? 0 : VOUCHED)
                | (testimony.askedFor() == null ? 0 : ASKED)
                | (opinions.ratings().equals(RatingSummary.NONE) ? 0 : HAS_RATINGS);
    }

    private static void write(ByteWriter out, Opinions opinions) {
        Testimony testimony = opinions.testimony();
        List<NightOn> nights = testimony.nightsOn();
        long day = nights.isEmpty() ? 0 : nights.getFirst().date().toEpochDay();
        if (!nights.isEmpty()) {
            Dates.write(out, nights.getFirst().date());
            out.unsigned(nights.getFirst().confirmations());
        }
        if (nights.size() > 1) {
            out.unsigned(nights.size());
            for (int i = 1; i < nights.size(); i++) {
                out.unsigned(day - nights.get(i).date().toEpochDay());
                out.unsigned(nights.get(i).confirmations());
            }
        }
        LocalDate first = opinions.firstNight();
        if (first != null) {
            // Mostly it is not long before the last one.
            out.signed(day - first.toEpochDay());
        }
        Instant word = testimony.lastWordAt();
        if (word != null) {
            // Mostly it is about that night.
            out.signed(word.getEpochSecond() - day * SECONDS_OF_DAY);
            out.unsigned(word.getNano());
        }
        Vouch vouch = testimony.vouch();
        if (vouch != null) {
            Dates.write(out, vouch.on());
            out.signed(vouch.night().toEpochDay() - vouch.on().toEpochDay());
        }
        if (testimony.askedFor() != null) {
            Dates.write(out, testimony.askedFor());
        }
        if (!opinions.ratings().equals(RatingSummary.NONE)) {
            opinions.ratings().histogram().forEach(out::unsigned);
        }
    }

    private static Opinions opinions(ByteReader in, int head) {
        List<NightOn> nights = nightsOn(in, head);
        long day = nights.isEmpty() ? 0 : nights.getFirst().date().toEpochDay();
        LocalDate first = (head & SPOKEN_OF) == 0 ? null : LocalDate.ofEpochDay(day - in.signed());
        Instant word = null;
        if ((head & HAS_WORD) != 0) {
            long second = in.signed() + day * SECONDS_OF_DAY;
            word = Instant.ofEpochSecond(second, in.count(999_999_999));
        }
        Vouch vouch = null;
        if ((head & VOUCHED) != 0) {
            LocalDate on = Dates.read(in);
            vouch = new Vouch(on, on.plusDays(in.signed()));
        }
        LocalDate askedFor = (head & ASKED) == 0 ? null : Dates.read(in);
        RatingSummary ratings = RatingSummary.NONE;
        if ((head & HAS_RATINGS) != 0) {
            List<Integer> histogram = new ArrayList<>(STARS);
            for (int i = 0; i < STARS; i++) {
                histogram.add(in.count(Integer.MAX_VALUE));
            }
            ratings = new RatingSummary(histogram);
        }
        return new Opinions(first, new Testimony(nights, vouch, word, (head & OVER) != 0, askedFor), ratings);
    }

    private static List<NightOn> nightsOn(ByteReader in, int head) {
        if ((head & HAS_NIGHT) == 0) {
            return List.of();
        }
        NightOn last = new NightOn(Dates.read(in), in.count(Integer.MAX_VALUE));
        if ((head & HAS_NIGHTS) == 0) {
            return List.of(last);
        }
        List<NightOn> nights = new ArrayList<>(Testimony.MAX_NIGHTS_ON);
        nights.add(last);
        int count = in.count(Testimony.MAX_NIGHTS_ON);
        for (int i = 1; i < count; i++) {
            nights.add(new NightOn(last.date().minusDays(in.unsigned()), in.count(Integer.MAX_VALUE)));
        }
        return nights;
    }
}
