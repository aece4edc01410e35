package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ie.tradsessions.adapters.lambda.access.Pause;
import ie.tradsessions.adapters.lambda.http.Json;
import ie.tradsessions.adapters.lambda.http.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * Decides whether a deployment may send traffic to new versions of the functions. It has the index folded by the new
 * version, in the format that the others read, asks each of the others what it must be able to answer, and tells CodeDeploy
 * what came of it. CodeDeploy waits an hour for that, so it is told in any case, whatever is wrong.
 */
public final class PreTrafficFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PreTrafficFunction.class);

    /** Kept for telling CodeDeploy, however long the checks take. */
    private static final Duration TIME_TO_TELL = Duration.ofSeconds(45);

    private static final String DEPLOYMENT_ID = "DeploymentId";
    private static final String EXECUTION_ID = "LifecycleEventHookExecutionId";
    private static final BigDecimal OK = BigDecimal.valueOf(200);
    private static final int MAX_QUOTED = 300;

    private final Environment environment;
    private final SignedCalls calls;
    private final InstantSource clock;

    /** As Lambda makes it. What it is not told, it tells CodeDeploy as a failure. */
    public PreTrafficFunction() {
        this(
                Environment.ofThisProcess(),
                DefaultCredentialsProvider.builder().build(),
                InstantSource.system(),
                Pause.by(InstantSource.system()));
    }

    PreTrafficFunction(Environment environment, AwsCredentialsProvider credentials, InstantSource clock, Pause pause) {
        this.environment = environment;
        this.clock = clock;
        calls = new SignedCalls(environment, credentials, clock, pause);
    }

    /** What CodeDeploy waits to be told about. */
    private record Hook(String deployment, String execution) {
        static Hook of(byte[] event) throws IOException {
            try {
                Map<String, @Nullable Object> fields = JsonText.object(event);
                return new Hook(text(fields, DEPLOYMENT_ID), text(fields, EXECUTION_ID));
            } catch (JsonText.Malformed e) {
                throw new IOException("the event has to be an object of JSON: " + e.why(), e);
            }
        }

        private static String text(Map<String, @Nullable Object> fields, String name) throws IOException {
            if (fields.get(name) instanceof String text && !text.isBlank()) {
                return text;
            }
            throw new IOException("the event has to name its " + name + ", as CodeDeploy does");
        }
    }

    /**
     * @param of what is checked
     * @param expected of it
     * @param otherwise what is so instead; empty where it is as expected
     */
    private record Check(String of, String expected, Supplier<Optional<String>> otherwise) {}

    /**
     * Answers with what was told to CodeDeploy and what was wrong, for people.
     *
     * @param input the {@code DeploymentId} and {@code LifecycleEventHookExecutionId} of CodeDeploy's event
     * @throws IOException if the event does not have them, so that nobody could be told anything
     * @throws IllegalStateException if CodeDeploy does not accept what it is told
     */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant end = clock.instant().plusMillis(context.getRemainingTimeInMillis());
        Hook hook = Hook.of(input.readAllBytes());
        List<String> wrong = checks(end.minus(TIME_TO_TELL)).stream()
                .flatMap(check -> wrong(check).stream())
                .toList();
        String status = wrong.isEmpty() ? "Succeeded" : "Failed";
        tell(hook, status, end);
        output.write(Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            Json.array(json, "wrong", wrong, (generator, one) -> generator.writeString(one));
            json.writeEndObject();
        }));
    }

    private List<Check> checks(Instant deadline) {
        return List.of(
                new Check(
                        "the fold",
                        "an answer",
                        () -> failure(
                                invoked(environment.foldFunction(), "{}".getBytes(StandardCharsets.UTF_8), deadline))),
                new Check(
                        "GET /v1/health of the public function",
                        "status 200, UP and a version",
                        () -> otherwise(
                                environment.publicVersion(),
                                "/v1/health",
                                "",
                                health -> "UP".equals(health.get("status")) && health.get("version") instanceof String,
                                deadline)),
                new Check(
                        "GET /v1/sessions?limit=1 of the public function",
                        "status 200 and a list of one session or none",
                        () -> otherwise(
                                environment.publicVersion(),
                                "/v1/sessions",
                                "limit=1",
                                list -> list.get("items") instanceof List<?> items && items.size() <= 1,
                                deadline)),
                new Check(
                        "GET /v1/auth/provider of the private function",
                        "status 200 and a provider that is not local",
                        () -> otherwise(
                                environment.privateVersion(),
                                "/v1/auth/provider",
                                "",
                                provider -> Boolean.FALSE.equals(provider.get("local")),
                                deadline)));
    }

    /** What is wrong by a check; empty if nothing is. */
    private static Optional<String> wrong(Check check) {
        Optional<String> otherwise;
        try {
            otherwise = check.otherwise().get();
        } catch (RuntimeException e) {
            // Whatever it is: CodeDeploy waits.
            LOG.atError().setCause(e).addArgument(check.of()).log("{} could not be checked");
            otherwise = Optional.of(String.valueOf(e.getMessage()));
        }
        if (otherwise.isEmpty()) {
            LOG.atInfo().addArgument(check.of()).log("{}: as expected");
            return Optional.empty();
        }
        String wrong = check.of() + ": expected " + check.expected() + ", found " + otherwise.get();
        LOG.atError().addArgument(wrong).log("{}");
        return Optional.of(wrong);
    }

    private Optional<String> otherwise(
            String version,
            String path,
            String query,
            Predicate<Map<String, @Nullable Object>> healthy,
            Instant deadline) {
        HttpResponse<String> answer = invoked(version, event(path, query), deadline);
        Optional<String> failure = failure(answer);
        if (failure.isPresent()) {
            return failure;
        }
        return isHealthy(answer.body(), healthy) ? Optional.empty() : Optional.of(quoted(answer.body()));
    }

    private static boolean isHealthy(String answer, Predicate<Map<String, @Nullable Object>> healthy) {
        try {
            Map<String, @Nullable Object> response = JsonText.object(answer);
            return response.get("statusCode") instanceof BigDecimal status
                    && status.compareTo(OK) == 0
                    && response.get("body") instanceof String body
                    && healthy.test(JsonText.object(body));
        } catch (JsonText.Malformed e) {
            return false;
        }
    }

    /** Of an invocation that the function itself did not answer. */
    private static Optional<String> failure(HttpResponse<String> invocation) {
        if (invocation.statusCode() != 200) {
            return Optional.of("status " + invocation.statusCode() + " of Lambda: " + quoted(invocation.body()));
        }
        return invocation
                .headers()
                .firstValue("X-Amz-Function-Error")
                .map(kind -> "a function error, " + kind + ": " + quoted(invocation.body()));
    }

    private static String quoted(String text) {
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
    }

    /** @param function the ARN of a function or of one of its versions */
    private HttpResponse<String> invoked(String function, byte[] payload, Instant deadline) {
        String name = URLEncoder.encode(function, StandardCharsets.UTF_8);
        return calls.post(
                "lambda",
                "/2015-03-31/functions/" + name + "/invocations",
                Map.of("Content-Type", "application/json"),
                payload,
                deadline);
    }

    /** A request as API Gateway hands it on (payload format 2.0). */
    private static byte[] event(String path, String query) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("rawPath", path);
            json.writeStringProperty("rawQueryString", query);
            json.writeObjectPropertyStart("headers");
            json.writeEndObject();
            json.writeObjectPropertyStart("requestContext");
            json.writeStringProperty("requestId", "before-traffic");
            json.writeObjectPropertyStart("http");
            json.writeStringProperty("method", "GET");
            json.writeStringProperty("path", path);
            json.writeEndObject();
            json.writeEndObject();
            json.writeBooleanProperty("isBase64Encoded", false);
            json.writeEndObject();
        });
    }

    private void tell(Hook hook, String status, Instant deadline) {
        byte[] body = Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty("deploymentId", hook.deployment());
            json.writeStringProperty("lifecycleEventHookExecutionId", hook.execution());
            json.writeStringProperty("status", status);
            json.writeEndObject();
        });
        HttpResponse<String> answer = calls.post(
                "codedeploy",
                "/",
                Map.of(
                        "Content-Type", "application/x-amz-json-1.1",
                        "X-Amz-Target", "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus"),
                body,
                deadline);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("CodeDeploy does not accept " + status + " for deployment "
                    + hook.deployment() + ": status " + answer.statusCode() + ", " + quoted(answer.body()));
        }
        LOG.atInfo().addArgument(hook.deployment()).addArgument(status).log("deployment {}: told CodeDeploy {}");
    }
}
