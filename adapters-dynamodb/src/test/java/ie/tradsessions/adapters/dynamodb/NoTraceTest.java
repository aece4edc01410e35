package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.adapters.dynamodb.table.Meter;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.application.SaveOutcome;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.application.fixtures.IndexedStorage;
import ie.tradsessions.application.fixtures.MemberUseCases;
import ie.tradsessions.application.fixtures.People;
import ie.tradsessions.application.fixtures.SessionBuilder;
import ie.tradsessions.application.fixtures.VenueBuilder;
import ie.tradsessions.application.member.DeleteMember;
import ie.tradsessions.application.venue.ChangeVenue;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.venue.Venue;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever leaves leaves no trace in the whole table. */
class NoTraceTest {
    private static final InstantSource CLOCK = InstantSource.fixed(GeneratedSessions.NOW);
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.\\w+");

    private final Table table = LocalDynamo.newTable(Meter.NONE);
    private final IndexedStorage ports =
            IndexedStorage.of((clock, saved) -> DynamoStorage.on(table, clock, saved), CLOCK);
    private final MemberUseCases members = new MemberUseCases(ports, CLOCK);

    @Test
    void nothing_of_a_member_who_left_is_in_the_table() {
        Venue venue = VenueBuilder.named("The Crane").build();
        Session session = SessionBuilder.at(venue).build();
        ports.venues().save(venue, SaveOutcome.NEW);
        members.name(People.NIAMH, "Niamh Ní Bhriain", 0);
        members.publish(People.NIAMH, session);
        members.keep(People.NIAMH, session.id());
        members.issueCalendar(People.NIAMH);
        members.changeVenue()
                .change(new ChangeVenue.Command(People.NIAMH, venue.id(), 1, MemberUseCases.described(venue), true));
        members.name(People.CATHAL, "Cathal", 0);
        Session other = SessionBuilder.at(venue).as("other").build();
        ports.sessions().save(other, SaveOutcome.NEW);
        members.review(People.NIAMH, other.id(), 4, "Grand.");
        members.ask(People.CATHAL, other.id());
        members.keep(People.NIAMH, other.id());
        members.answer(
                People.NIAMH,
                other.id(),
                members.page(other.id()).feedback().question().night(),
                true);
        members.sayGone(People.NIAMH, other.id());
        assertThat(everything()).contains(People.NIAMH.member().value(), "Niamh Ní Bhriain");

        members.delete(People.NIAMH, DeleteMember.Fate.HAND_OVER);

        assertThat(everything())
                .doesNotContain(People.NIAMH.member().value(), "Niamh")
                .doesNotContainPattern(EMAIL)
                .contains("Cathal", session.id().value(), "Grand.");
    }

    private String everything() {
        StringBuilder all = new StringBuilder();
        table.scan(item -> all.append(item).append('\n'));
        return all.toString();
    }
}
