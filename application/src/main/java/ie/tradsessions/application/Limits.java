package ie.tradsessions.application;

import ie.tradsessions.domain.InvalidValue;

/** How much one answer may hold. */
public final class Limits {
    private Limits() {}

    /** @throws InvalidValue on the field {@code limit} if it is not within 1 to {@code most} */
    public static int checked(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw new InvalidValue("limit", "1 to " + most);
        }
        return limit;
    }
}
