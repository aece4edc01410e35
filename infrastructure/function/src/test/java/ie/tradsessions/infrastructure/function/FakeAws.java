package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Plays Lambda and CodeDeploy over HTTP, as far as the check before traffic needs them. As they do, it answers nobody whose
 * signature is not that of what has arrived.
 */
final class FakeAws implements AutoCloseable {
    private static final String REGION = "eu-west-1";

    private static final AwsSessionCredentials CREDENTIALS =
            AwsSessionCredentials.create("AKIDEXAMPLE", "a secret for tests", "a session token");
    private static final Pattern FUNCTION = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern SIGNATURE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/eu-west-1/(\\w+)/aws4_request, SignedHeaders=(\\S+), Signature=\\w+");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final String PUT_STATUS = "PutLifecycleEventHookExecutionStatus";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Map<String, UnaryOperator<String>> functions = new TreeMap<>();
    private final Deque<Answer> inTheWay = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final NavigableSet<String> actions = new TreeSet<>();
    private final HttpServer server;

    /** Of a function. */
    record Call(String function, String payload) {}

    private record Answer(int status, String body) {}

    /** What a function throws that fails; the message is what Lambda answers of it. */
    static final class FunctionError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FunctionError(String message) {
            super(message);
        }
    }

    FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a function is told so that it calls this one. */
    Map<String, String> variables() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "AWS_REGION",
                REGION,
                "AWS_ACCESS_KEY_ID",
                CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                CREDENTIALS.secretAccessKey(),
                "AWS_SESSION_TOKEN",
                CREDENTIALS.sessionToken(),
                "AWS_ENDPOINT_URL_LAMBDA",
                address,
                "AWS_ENDPOINT_URL_CODEDEPLOY",
                address);
    }

    static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(CREDENTIALS);
    }

    /** What the check answers to CodeDeploy's event, when it has so much time left. */
    static String check(PreTrafficFunction check, String event, Duration remaining) throws IOException {
        Context context = (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, given) -> {
                    if (method.getName().equals("getRemainingTimeInMillis")) {
                        return (int) remaining.toMillis();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        check.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), output, context);
        return output.toString(StandardCharsets.UTF_8);
    }

    /** From now on there is a function by this ARN, which answers payloads so. */
    void function(String arn, UnaryOperator<String> answers) {
        functions.put(arn, answers);
    }

    /** Has new versions of the three, and says what the check is told of them. */
    Map<String, String> newVersions(
            PublicFunction publicFunction, PrivateFunction privateFunction, FoldFunction foldFunction) {
        function("public:1", payload -> Invocation.of(publicFunction, payload));
        function("private:1", payload -> Invocation.of(privateFunction, payload));
        function("fold:1", payload -> Invocation.of(foldFunction, payload));
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("PUBLIC_VERSION", "public:1");
        variables.put("PRIVATE_VERSION", "private:1");
        variables.put("FOLD_FUNCTION", "fold:1");
        return variables;
    }

    /** The next call, of whatever, is answered so instead; the one after that by what is given then. */
    void next(int status, String body) {
        inTheWay.add(new Answer(status, body));
    }

    List<Call> calls() {
        return calls;
    }

    /** What CodeDeploy was told, each as JSON. */
    List<String> told() {
        return told;
    }

    /** What was done, as IAM names it. */
    NavigableSet<String> actions() {
        return actions;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = answer(exchange, body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        Matcher function = FUNCTION.matcher(path);
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String service = function.matches() ? "lambda" : "codedeploy";
        if (!exchange.getRequestMethod().equals("POST") || !isSigned(exchange, body, service)) {
            return new Answer(403, "{\"message\":\"The request signature we calculated does not match\"}");
        }
        if (!inTheWay.isEmpty()) {
            return inTheWay.remove();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (function.matches()) {
            actions.add("lambda:InvokeFunction");
            return invoked(exchange, URLDecoder.decode(function.group(1), StandardCharsets.UTF_8), text);
        }
        if (path.equals("/") && target.equals("CodeDeploy_20141006." + PUT_STATUS)) {
            actions.add("codedeploy:" + PUT_STATUS);
            told.add(text);
            return new Answer(200, "{\"lifecycleEventHookExecutionId\":\"an execution\"}");
        }
        return new Answer(400, "{\"__type\":\"UnknownOperationException\"}");
    }

    private Answer invoked(HttpExchange exchange, String arn, String payload) {
        calls.add(new Call(arn, payload));
        UnaryOperator<String> function = functions.get(arn);
        if (function == null) {
            return new Answer(404, "{\"Message\":\"Function not found: " + arn + "\"}");
        }
        try {
            return new Answer(200, function.apply(payload));
        } catch (FunctionError e) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            return new Answer(200, "{\"errorMessage\":\"" + e.getMessage() + "\"}");
        }
    }

    /** Signs what has arrived once more, as of the time that it names. */
    private boolean isSigned(HttpExchange exchange, byte[] body, String service) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Matcher signature = SIGNATURE.matcher(given);
        if (!signature.matches() || !signature.group(1).equals(service)) {
            return false;
        }
        URI address = URI.create("http://" + exchange.getRequestHeaders().getFirst("Host")
                + exchange.getRequestURI().getRawPath());
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(address);
        for (String name : signature.group(2).split(";", -1)) {
            request.putHeader(name, exchange.getRequestHeaders().get(name));
        }
        LocalDateTime at = LocalDateTime.parse(exchange.getRequestHeaders().getFirst("X-Amz-Date"), DATE);
        SdkHttpRequest again = signer.sign(sign -> sign.identity(CREDENTIALS)
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, REGION)
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK, Clock.fixed(at.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)))
                .request();
        return again.firstMatchingHeader("Authorization").filter(given::equals).isPresent();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
