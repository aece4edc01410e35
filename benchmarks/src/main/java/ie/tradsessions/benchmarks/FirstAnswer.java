package ie.tradsessions.benchmarks;

/** A fresh process that answers one request, as a function does that was not running, and ends. */
final class FirstAnswer {
    private static final int SESSIONS = 100;

    private FirstAnswer() {}

    /** How far the process goes before it ends, so that what is not the handler's can be told apart. */
    enum Until {
        STARTED,
        SESSIONS_MADE,
        ANSWERED
    }

    /** @param args one of {@link Until} */
    public static void main(String[] args) {
        Until until = Until.valueOf(args[0]);
        if (until == Until.STARTED) {
            return;
        }
        GeneratedStore store = new GeneratedStore(SESSIONS);
        if (until == Until.ANSWERED) {
            int status = new GeneratedHandler(store).handle("/v1/sessions").getStatusCode();
            if (status != 200) {
                throw new IllegalStateException("answered with " + status);
            }
        }
    }
}
