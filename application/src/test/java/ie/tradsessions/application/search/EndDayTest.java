package ie.tradsessions.application.search;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.fixtures.GeneratedSessions;
import ie.tradsessions.domain.feedback.Freshness;
import ie.tradsessions.domain.feedback.SignsOfLife;
import ie.tradsessions.domain.session.Session;
import ie.tradsessions.domain.session.Timetable;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The day from which on a session has ended is the one that its freshness tells. */
class EndDayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void on_every_day_it_says_the_same_as_freshness() {
        Random random = new Random(91);
        int known = 0;
        for (Session session : GeneratedSessions.of(1_500, 91).sessions()) {
            boolean over = random.nextInt(10) == 0;
            LocalDate end = random.nextInt(3) == 0 ? TODAY.plusDays(random.nextInt(-400, 400)) : null;
            Timetable timetable = new Timetable(
                    session.timetable().schedule(), session.timetable().changes(), end);
            SignsOfLife signs = new SignsOfLife(TODAY, null, 0, null, over, null);
            int endDay = EndDay.of(timetable, over);
            if (endDay != EndDay.UNKNOWN) {
                known++;
                for (int i = 0; i < 30; i++) {
                    LocalDate day = TODAY.plusDays(random.nextInt(-900, 900));
                    assertThat(day.toEpochDay() >= endDay && endDay != EndDay.NEVER)
                            .as("%s on %s", timetable, day)
                            .isEqualTo(Freshness.hasEnded(timetable, signs, day));
                }
                if (endDay != EndDay.NEVER && endDay != EndDay.ALWAYS) {
                    LocalDate first = LocalDate.ofEpochDay(endDay);
                    assertThat(Freshness.hasEnded(timetable, signs, first)).isTrue();
                    assertThat(Freshness.hasEnded(timetable, signs, first.minusDays(1)))
                            .isFalse();
                }
            }
        }
        assertThat(known).isGreaterThan(1_300);
    }
}
