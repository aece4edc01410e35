package ie.tradsessions.infrastructure.local.importing;

import java.io.IOException;

/** A file that is not what it says, or that breaks off. Its message is one line that a person can act on. */
public final class UnusableFile extends IOException {
    private static final long serialVersionUID = 1L;

    public UnusableFile(String name, String why) {
        super(name + ": " + why);
    }
}
