package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.lambda.access.Pause;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Calls services of AWS of which the jar has no client, since each would make it larger for a call or two. The signer is
 * the SDK's (Signature Version 4). What fails for a moment is tried again.
 */
final class SignedCalls {
    /** With the pauses between them, half a minute: a schedule may be folding at this moment. */
    private static final int MAX_ATTEMPTS = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Timed out, not ready yet, too many requests. */
    private static final Set<Integer> TRANSIENT = Set.of(408, 409, 429);

    private static final int FIRST_SERVER_ERROR = 500;

    private final Environment environment;
    private final AwsCredentialsProvider credentials;
    private final InstantSource clock;
    private final Pause pause;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SignedCalls(Environment environment, AwsCredentialsProvider credentials, InstantSource clock, Pause pause) {
        this.environment = environment;
        this.credentials = credentials;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * @param service as its address and its signatures name it
     * @param path percent-encoded
     * @param deadline when the caller no longer waits
     * @return the answer, whatever its status
     * @throws UncheckedIOException if there is none before the deadline
     */
    HttpResponse<String> post(String service, String path, Map<String, String> headers, byte[] body, Instant deadline) {
        Duration wait = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == MAX_ATTEMPTS || clock.instant().plus(wait).isAfter(deadline);
            try {
                HttpResponse<String> answer = http.send(
                        signed(service, path, headers, body, deadline),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (last || !isTransient(answer)) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw new UncheckedIOException(service + " does not answer: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException("interrupted while calling " + service));
            }
            pause.until(clock.instant().plus(wait));
            wait = wait.multipliedBy(2);
        }
    }

    /** APIs whose requests are JSON say with status 400 that they are throttled. */
    private static boolean isTransient(HttpResponse<String> answer) {
        return TRANSIENT.contains(answer.statusCode())
                || answer.statusCode() >= FIRST_SERVER_ERROR
                || (answer.statusCode() == 400 && answer.body().contains("ThrottlingException"));
    }

    private HttpRequest signed(String service, String path, Map<String, String> headers, byte[] body, Instant deadline)
            throws HttpTimeoutException {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            throw new HttpTimeoutException("no time is left");
        }
        URI address = environment.endpoint(service).resolve(path);
        SdkHttpRequest.Builder bare =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(address);
        headers.forEach(bare::putHeader);
        SdkHttpRequest signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(bare.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(
                                AwsV4HttpSigner.REGION_NAME,
                                environment.region().id())
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock.withZone(ZoneOffset.UTC)))
                .request();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(left).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        signed.forEachHeader((name, values) -> {
            // The client names the host itself, as the signer does.
            if (!"host".equalsIgnoreCase(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }
}
