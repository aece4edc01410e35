package ie.tradsessions.adapters.lambda.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers over HTTP in the place of Cognito whatever a test says, and remembers what it was asked. */
final class StandInCognito implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answer other = new Answer(200, "{}");

    private record Answer(int status, String body) {}

    /** @param operation empty where a page of Cognito's was asked, and not its API */
    record Asked(String path, String operation, String body) {}

    StandInCognito() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String operation = operation(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            asked.add(new Asked(
                    exchange.getRequestURI().getPath(),
                    operation,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answers.getOrDefault(operation, other);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private static String operation(@Nullable String target) {
        return target == null ? "" : target.replaceFirst("^AWSCognitoIdentityProviderService\\.", "");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    Cognito client() {
        return new Cognito(new CognitoApi(), new Cognito.Settings(address(), "our-app", address(), "openid member"));
    }

    /** To whatever has no answer of its own. */
    void answers(int status, String body) {
        other = new Answer(status, body);
    }

    void answers(String operation, int status, String body) {
        answers.put(operation, new Answer(status, body));
    }

    void refuses(String type, String message) {
        answers(400, refusal(type, message));
    }

    void refuses(String operation, String type, String message) {
        answers(operation, 400, refusal(type, message));
    }

    private static String refusal(String type, String message) {
        return "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(type, message);
    }

    List<String> operations() {
        return asked.stream().map(Asked::operation).toList();
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
