package ie.tradsessions.infrastructure.local.storage;

import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.Storage;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Pace;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Schedule;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.session.Shared;
import ie.tradsessions.domain.session.Timetable;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** Stores one thing after another, and says of each that it is stored, until somebody kills it. */
final class KilledWriter {
    private KilledWriter() {}

    /** Waits for a byte, so that the next one is ready when the one before is killed. */
    static void main(String[] arguments) throws IOException {
        DynamoDBEmbedded.create(true).dynamoDbClient().listTables();
        new FileInputStream(FileDescriptor.in).read();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        RandomGenerator random = new Random(Long.parseLong(arguments[1]));
        Store store = Store.inFile(Path.of(arguments[0]));
        store.begin();
        Storage ports = store.ports(InstantSource.system(), saved -> {});
        out.println("open");
        while (true) {
            VenueId venue = new VenueId(Identifier.random(random));
            save(out, "venue", venue.value(), 1, ports.venues().save(venue(venue, 1), SaveOutcome.NEW));
            SessionId session = new SessionId(Identifier.random(random));
            save(out, "session", session.value(), 1, ports.sessions().save(session(session, venue), SaveOutcome.NEW));
            save(out, "venue", venue.value(), 2, ports.venues().save(venue(venue, 2), 1));
        }
    }

    private static void save(PrintStream out, String kind, String id, int version, SaveOutcome outcome) {
        if (!outcome.equals(new SaveOutcome.Saved(version))) {
            throw new IllegalStateException(kind + " " + id + ": " + outcome);
        }
        out.println(kind + " " + id + " " + version);
    }

    static Venue venue(VenueId id, int version) {
        return new Venue(
                id,
                "Pub " + version,
                null,
                List.of(),
                List.of(),
                Place.in(County.CLARE, "Doolin"),
                new GeoPoint(53.01, -9.38),
                ZoneId.of("Europe/Dublin"),
                null,
                null,
                List.of(),
                false,
                null);
    }

    static Session session(SessionId id, VenueId venue) {
        return new Session(
                id,
                venue,
                null,
                Timetable.of(Schedule.of(new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY)), LocalTime.of(21, 30))),
                new Etiquette(Admission.OPEN, Leadership.UNLED, Pace.STEADY, Focus.TUNES, Set.of()),
                Set.of(),
                null,
                new Shared("somebody", Instant.parse("2026-11-24T21:30:00Z")),
                false,
                null);
    }
}
