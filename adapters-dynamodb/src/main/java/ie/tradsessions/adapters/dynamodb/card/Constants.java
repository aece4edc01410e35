package ie.tradsessions.adapters.dynamodb.card;

import java.util.EnumSet;
import java.util.Set;

/**
 * The numbers under which constants are stored: their places in their declarations. A test holds the places of all of
 * them, so a constant can be added at the end, and moving one fails the build before it can change what is stored.
 */
@SuppressWarnings("EnumOrdinal")
final class Constants {
    private Constants() {}

    static int numberOf(Enum<?> constant) {
        return constant.ordinal();
    }

    static <E extends Enum<E>> E numbered(Class<E> type, int number) {
        E[] all = type.getEnumConstants();
        if (number >= all.length) {
            throw new UnreadableBytes("no " + type.getSimpleName() + " has the number " + number);
        }
        return all[number];
    }

    static <E extends Enum<E>> long bitsOf(Set<E> some) {
        long bits = 0;
        for (E constant : some) {
            bits |= 1L << numberOf(constant);
        }
        return bits;
    }

    static <E extends Enum<E>> Set<E> of(Class<E> type, long bits) {
        Set<E> some = EnumSet.noneOf(type);
        for (int number = 0; number < Long.SIZE; number++) {
            if ((bits >>> number & 1) != 0) {
                some.add(numbered(type, number));
            }
        }
        return some;
    }
}
