package ie.tradsessions.infrastructure.local.storage;

import java.io.IOException;

/** A file that is not a whole backup, or cannot be restored here. Its message is one line that a person can act on. */
public final class UnusableBackup extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableBackup(String why) {
        super(why);
    }
}
