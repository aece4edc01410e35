package ie.tradsessions.adapters.lambda.access;

import java.io.IOException;

/** Gets the key set of an issuer (JSON Web Key Set, RFC 7517). */
@FunctionalInterface
public interface KeySource {
    /**
     * The set as it is now, as JSON.
     *
     * @throws IOException if it cannot be had
     */
    String fetch() throws IOException;
}
