package ie.tradsessions.adapters.dynamodb.cell;

/**
 * A span of degrees in equal parts.
 *
 * @param span 180 or 360, half of it on either side of zero
 * @param bits the number of parts is two to this power
 */
record Axis(double span, int bits) {
    long parts() {
        return 1L << bits;
    }

    /** The part that holds so many degrees; the last one also holds the end of the span. */
    long partOf(double degrees) {
        long part = Math.clamp((long) Math.floor((degrees + span / 2) / span * parts()), 0, parts() - 1);
        // Rounding may mislead the first guess, but where a part begins is a number that a double holds whole.
        if (part > 0 && degrees < start(part)) {
            return part - 1;
        }
        return part < parts() - 1 && degrees >= start(part + 1) ? part + 1 : part;
    }

    /** The last part that holds anything less than so many degrees. */
    long partBefore(double degrees) {
        return partOf(Math.nextDown(degrees));
    }

    private double start(long part) {
        return part * (span / parts()) - span / 2;
    }
}
