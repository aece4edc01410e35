package ie.tradsessions.adapters.lambda.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Fetches a key set from its address. By HttpURLConnection, which keeps no threads: a function may be frozen between two
 * requests.
 */
public final class HttpKeySource implements KeySource {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int TIMEOUT = Math.toIntExact(Duration.ofSeconds(2).toMillis());

    private final URI address;

    public HttpKeySource(URI address) {
        this.address = address;
    }

    @Override
    public String fetch() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT);
        connection.setReadTimeout(TIMEOUT);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("the key set was answered with status " + status);
            }
            try (InputStream body = connection.getInputStream()) {
                byte[] bytes = body.readNBytes(MAX_BYTES + 1);
                if (bytes.length > MAX_BYTES) {
                    throw new IOException("the key set has more than " + MAX_BYTES + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } finally {
            connection.disconnect();
        }
    }
}
