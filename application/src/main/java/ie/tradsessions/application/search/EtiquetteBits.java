package ie.tradsessions.application.search;

import ie.tradsessions.domain.session.Admission;
import ie.tradsessions.domain.session.Dance;
import ie.tradsessions.domain.session.Etiquette;
import ie.tradsessions.domain.session.Focus;
import ie.tradsessions.domain.session.Leadership;
import ie.tradsessions.domain.session.Pace;
import java.util.EnumSet;
import java.util.Set;

/**
 * An etiquette as bits of a number: pace, admission, focus and leadership with two bits each from the lowest up, then a
 * bit for each dance.
 */
@SuppressWarnings("EnumOrdinal") // SnapshotFormatTest watches the order of the constants.
final class EtiquetteBits {
    private static final int ADMISSION = 2;
    private static final int FOCUS = 4;
    private static final int LEADERSHIP = 6;
    private static final int DANCES = 8;
    private static final int TWO_BITS = 3;

    private static final Pace[] PACES = Pace.values();
    private static final Admission[] ADMISSIONS = Admission.values();
    private static final Focus[] FOCUSES = Focus.values();
    private static final Leadership[] LEADERSHIPS = Leadership.values();
    private static final Dance[] ALL_DANCES = Dance.values();

    private EtiquetteBits() {}

    static int of(Etiquette etiquette) {
        return etiquette.pace().ordinal()
                | etiquette.admission().ordinal() << ADMISSION
                | etiquette.focus().ordinal() << FOCUS
                | etiquette.leadership().ordinal() << LEADERSHIP
                | setOf(etiquette.dances()) << DANCES;
    }

    static Etiquette etiquette(int bits) {
        Set<Dance> dances = EnumSet.noneOf(Dance.class);
        for (Dance dance : ALL_DANCES) {
            if ((bits >> (DANCES + dance.ordinal()) & 1) != 0) {
                dances.add(dance);
            }
        }
        return new Etiquette(
                ADMISSIONS[bits >> ADMISSION & TWO_BITS],
                LEADERSHIPS[bits >> LEADERSHIP & TWO_BITS],
                PACES[bits & TWO_BITS],
                FOCUSES[bits >> FOCUS & TWO_BITS],
                dances);
    }

    /** A set of constants as a number with one bit for each of them. */
    static <E extends Enum<E>> int setOf(Set<E> constants) {
        int bits = 0;
        for (E constant : constants) {
            bits |= 1 << constant.ordinal();
        }
        return bits;
    }

    /** Whether a set is empty, which asks for nothing, or holds the pace. */
    static boolean hasPace(int bits, int paces) {
        return isIn(bits & TWO_BITS, paces);
    }

    static boolean hasAdmission(int bits, int admissions) {
        return isIn(bits >> ADMISSION & TWO_BITS, admissions);
    }

    static boolean hasFocus(int bits, int focuses) {
        return isIn(bits >> FOCUS & TWO_BITS, focuses);
    }

    private static boolean isIn(int ordinal, int set) {
        return set == 0 || (set >> ordinal & 1) != 0;
    }
}
