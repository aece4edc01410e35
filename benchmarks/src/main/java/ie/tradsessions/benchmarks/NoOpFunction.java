package ie.tradsessions.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A function that does nothing: whatever it is asked, it gives the bytes of a file. */
public final class NoOpFunction implements RequestStreamHandler {
    /** The variable of the environment that names the file. */
    static final String RESPONSE = "RESPONSE_FILE";

    private final byte[] response;

    /** As Lambda makes it. */
    public NoOpFunction() throws IOException {
        response = Files.readAllBytes(responseFile());
    }

    static Path responseFile() {
        return Path.of(Objects.requireNonNull(System.getenv(RESPONSE)));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        event.readAllBytes();
        output.write(response);
    }
}
