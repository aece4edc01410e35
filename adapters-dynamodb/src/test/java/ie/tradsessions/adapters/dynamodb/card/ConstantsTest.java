package ie.tradsessions.adapters.dynamodb.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Ordinal;
import ie.tradsessions.domain.session.Pace;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands here is what is stored: where a constant is added, add it here; where one moves, move it back. */
class ConstantsTest {
    @ParameterizedTest
    @CsvSource({
        "ie.tradsessions.domain.session.Admission,  OPEN ASK_FIRST INVITE_ONLY",
        "ie.tradsessions.domain.session.Leadership, UNLED LED ANCHORED",
        "ie.tradsessions.domain.session.Pace,       BEGINNER SLOW STEADY FULL",
        "ie.tradsessions.domain.session.Focus,      TUNES SONGS MIXED",
        "ie.tradsessions.domain.session.Dance,      SET_DANCING CEILI SEAN_NOS_DANCE",
        "ie.tradsessions.domain.session.Ordinal,    FIRST SECOND THIRD FOURTH LAST",
        "java.time.DayOfWeek, MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY",
        "ie.tradsessions.domain.place.County, ANTRIM ARMAGH CARLOW CAVAN CLARE CORK DERRY DONEGAL DOWN DUBLIN"
                + " FERMANAGH GALWAY KERRY KILDARE KILKENNY LAOIS LEITRIM LIMERICK LONGFORD LOUTH MAYO MEATH"
                + " MONAGHAN OFFALY ROSCOMMON SLIGO TIPPERARY TYRONE WATERFORD WESTMEATH WEXFORD WICKLOW",
    })
    <E extends Enum<E>> void constants_keep_their_numbers(Class<E> type, String names) {
        List<String> numbered = new ArrayList<>();
        for (int number = 0; number < type.getEnumConstants().length; number++) {
            numbered.add(Constants.numbered(type, number).name());
        }

        assertThat(String.join(" ", numbered)).isEqualTo(names);
    }

    @Test
    void admission_and_its_neighbours_fit_in_half_a_byte() {
        assertThat(List.of(
                        Admission.values().length,
                        Leadership.values().length,
                        Pace.values().length,
                        Focus.values().length))
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(16));
        assertThat(List.of(Dance.values().length, Ordinal.values().length, DayOfWeek.values().length))
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(Long.SIZE));
        assertThat(County.values().length).isLessThan(256);
    }

    @Test
    void a_number_that_no_constant_has_is_refused() {
        assertThatThrownBy(() -> Constants.numbered(Pace.class, 4))
                .isInstanceOf(UnreadableBytes.class)
                .hasMessage("no Pace has the number 4");
    }
}
