package ie.tradsessions.infrastructure.local.server;

import java.io.IOException;

/** A folder that holds no web app. Its message is one line that a person can act on. */
public final class UnusableWebApp extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableWebApp(String message) {
        super(message);
    }
}
