package ie.tradsessions.adapters.dynamodb.card;

import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.review.RatingSummary;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A session's card in bytes, without the session's identifier, which is in its key. */
public final class SessionCardBytes {
    private static final int VERSION = 1;

    private static final int LAST_NIGHT = 1;
    private static final int LAST_WORD = 2;
    private static final int OVER = 4;
    private static final int RATED = 8;
    private static final int MOVED = 16;
    private static final int SAMPLE = 32;

    private SessionCardBytes() {}

    public static byte[] write(SessionCard card) {
        SignsOfLife signs = card.signs();
        boolean rated = !card.ratings().equals(RatingSummary.NONE);
        ByteWriter to = new ByteWriter();
        to.octet(VERSION);
        to.octet((signs.lastNight() == null ? 0 : LAST_NIGHT)
                | (signs.lastWordAt() == null ? 0 : LAST_WORD)
                | (signs.over() ? OVER : 0)
                | (rated ? RATED : 0)
                | (card.movedTo().isEmpty() ? 0 : MOVED)
                | (card.sample() ? SAMPLE : 0));
        to.optionalText(card.name());
        VenueSummaryBytes.write(to, card.venue());
        TimetableBytes.write(to, card.timetable());
        writeEtiquette(to, card.etiquette());
        writeSigns(to, signs);
        if (rated) {
            card.ratings().histogram().forEach(to::number);
        }
        if (!card.movedTo().isEmpty()) {
            writeMovedTo(to, card.movedTo());
        }
        return to.toBytes();
    }

    /** @throws UnreadableBytes if the bytes are damaged or of a version that this program does not know */
    public static SessionCard read(SessionId id, byte[] bytes) {
        return ByteReader.read("card of session " + id, bytes, VERSION, from -> {
            int flags = from.octet();
            return new SessionCard(
                    id,
                    from.optionalText(),
                    VenueSummaryBytes.read(from),
                    TimetableBytes.read(from),
                    readEtiquette(from),
                    readSigns(from, flags),
                    (flags & RATED) == 0 ? RatingSummary.NONE : readRatings(from),
                    (flags & MOVED) == 0 ? Map.of() : readMovedTo(from),
                    (flags & SAMPLE) != 0);
        });
    }

    private static void writeEtiquette(ByteWriter to, Etiquette etiquette) {
        to.octet(Constants.numberOf(etiquette.admission()) << 4 | Constants.numberOf(etiquette.leadership()));
        to.octet(Constants.numberOf(etiquette.pace()) << 4 | Constants.numberOf(etiquette.focus()));
        to.constants(etiquette.dances());
    }

    private static Etiquette readEtiquette(ByteReader from) {
        int who = from.octet();
        int what = from.octet();
        return new Etiquette(
                Constants.numbered(Admission.class, who >>> 4),
                Constants.numbered(Leadership.class, who & 15),
                Constants.numbered(Pace.class, what >>> 4),
                Constants.numbered(Focus.class, what & 15),
                from.constants(Dance.class));
    }

    private static void writeSigns(ByteWriter to, SignsOfLife signs) {
        LocalDate lastNight = signs.lastNight();
        to.date(signs.sharedOn());
        if (lastNight != null) {
            to.date(lastNight);
        }
        to.number(signs.confirmations());
        if (signs.lastWordAt() != null) {
            to.instant(signs.lastWordAt());
        }
    }

    private static SignsOfLife readSigns(ByteReader from, int flags) {
        return new SignsOfLife(
                from.date(),
                (flags & LAST_NIGHT) == 0 ? null : from.date(),
                from.smallNumber(),
                (flags & LAST_WORD) == 0 ? null : from.instant(),
                (flags & OVER) != 0);
    }

    private static RatingSummary readRatings(ByteReader from) {
        List<Integer> histogram = new ArrayList<>();
        for (int stars = 1; stars <= 5; stars++) {
            histogram.add(from.smallNumber());
        }
        return new RatingSummary(histogram);
    }

    private static void writeMovedTo(ByteWriter to, Map<VenueId, VenueSummary> movedTo) {
        to.number(movedTo.size());
        // In one order always, so that equal cards are equal bytes.
        movedTo.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            if (!entry.getKey().equals(entry.getValue().id())) {
                throw new IllegalArgumentException(entry.getValue().id() + " stands in the place of " + entry.getKey());
            }
            VenueSummaryBytes.write(to, entry.getValue());
        });
    }

    private static Map<VenueId, VenueSummary> readMovedTo(ByteReader from) {
        Map<VenueId, VenueSummary> movedTo = new HashMap<>();
        for (int left = from.count(); left > 0; left--) {
            VenueSummary venue = VenueSummaryBytes.read(from);
            movedTo.put(venue.id(), venue);
        }
        return movedTo;
    }
}
