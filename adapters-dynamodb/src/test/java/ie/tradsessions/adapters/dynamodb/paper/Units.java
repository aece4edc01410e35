package ie.tradsessions.adapters.dynamodb.paper;

/** What DynamoDB charges for bytes. */
public final class Units {
    public static final int BYTES_OF_A_READ = 4096;
    public static final int BYTES_OF_A_WRITE = 1024;
    public static final double MIN_READ = 0.5;

    private Units() {}

    /** Of what was read together; nothing costs as much as something small. */
    public static double read(long bytes, boolean consistent) {
        long blocks = Math.max(1, Math.ceilDiv(bytes, BYTES_OF_A_READ));
        return consistent ? blocks : blocks * MIN_READ;
    }

    /** Of one item. */
    static double written(int before, int after) {
        return Math.max(1, Math.ceilDiv(Math.max(before, after), BYTES_OF_A_WRITE));
    }

    /** The least that an answer of so many bytes can cost, were units divisible. */
    public static double floor(long bytes) {
        return Math.max(MIN_READ, (double) bytes / BYTES_OF_A_READ * MIN_READ);
    }
}
