package ie.tradsessions.infrastructure.local.storage;

import java.io.IOException;

/** The data cannot be kept where they should be. Its message is one line that a person can act on. */
public final class UnusableStore extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableStore(String why) {
        super(why);
    }
}
