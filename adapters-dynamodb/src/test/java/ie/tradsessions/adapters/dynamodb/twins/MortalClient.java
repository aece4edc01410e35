package ie.tradsessions.adapters.dynamodb.twins;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client of a program that dies at one of its calls, after which it makes none. */
final class MortalClient {
    /** What the program throws while it dies. */
    static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final DynamoDbClient client;
    private final int last;
    private final boolean carriedOut;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param last the number of the call at which it dies; the first is 0
     * @param carriedOut whether that call still has its effect
     */
    MortalClient(DynamoDbClient client, int last, boolean carriedOut) {
        this.client = client;
        this.last = last;
        this.carriedOut = carriedOut;
    }

    DynamoDbClient client() {
        return proxy((proxy, method, given) -> {
            int call = calls.getAndIncrement();
            if (call > last || (call == last && !carriedOut)) {
                throw new Death();
            }
            Object answer = invoked(client, method, given);
            if (call == last) {
                throw new Death();
            }
            return answer;
        });
    }

    /** One that does not die, but before each of whose calls something happens. */
    static DynamoDbClient before(DynamoDbClient client, Runnable each) {
        return proxy((proxy, method, given) -> {
            each.run();
            return invoked(client, method, given);
        });
    }

    private static DynamoDbClient proxy(InvocationHandler handler) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    private static Object invoked(DynamoDbClient client, Method method, Object... given) throws Throwable {
        try {
            return method.invoke(client, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    boolean hasDied() {
        return calls.get() > last;
    }
}
