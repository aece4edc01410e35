package ie.tradsessions.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Schedules.class)
class SeasonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-09-30, false",
        "2026-10-01, true",
        "2026-12-31, true",
        "2027-01-01, true",
        "2028-02-29, true",
        "2027-06-30, true",
        "2027-07-01, false"
    })
    void a_season_from_october_to_june_wraps_the_year(LocalDate date, boolean within) {
        assertThat(new Season(Month.OCTOBER, Month.JUNE).contains(date)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, false", "2026-06-01, true", "2026-08-31, true", "2026-09-01, false"})
    void a_summer_season_lies_within_a_year(LocalDate date, boolean within) {
        assertThat(new Season(Month.JUNE, Month.AUGUST).contains(date)).isEqualTo(within);
    }

    @Test
    void a_season_may_be_one_month_or_all_of_them() {
        Season august = new Season(Month.AUGUST, Month.AUGUST);
        Season whole = new Season(Month.MAY, Month.APRIL);

        assertThat(august.contains(LocalDate.of(2026, 8, 15))).isTrue();
        assertThat(august.contains(LocalDate.of(2026, 9, 1))).isFalse();
        for (Month month : Month.values()) {
            assertThat(whole.contains(LocalDate.of(2026, month, 15))).isTrue();
        }
    }

    @Property
    void a_season_is_as_long_as_its_months_are_counted_round_the_year(@ForAll Season season, @ForAll LocalDate date) {
        long months = Math.floorMod(season.to().getValue() - season.from().getValue(), 12) + 1L;
        long counted = Arrays.stream(Month.values())
                .filter(month -> season.contains(LocalDate.of(date.getYear(), month, 1)))
                .count();
        assertThat(counted).isEqualTo(months);
    }

    @Property
    void the_first_day_of_the_season_from_a_date_on_is_the_first(@ForAll Season season, @ForAll LocalDate date) {
        LocalDate first = season.firstDayOnOrAfter(date);

        assertThat(date.datesUntil(first)).noneMatch(season::contains);
        assertThat(season.contains(first)).isTrue();
    }
}
