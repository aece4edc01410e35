package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.PublicHandler;
import ie.tradsessions.adapters.lambda.PublicUseCases;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.http.ResponseCache;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Answers everybody, from the index and the table, which it only reads. */
public final class PublicFunction extends StreamingFunction {
    /** A good part of Ireland. */
    private static final String AREA = "/v1/areas/gc";

    /** As Lambda makes it. */
    public PublicFunction() {
        this(Environment.ofThisProcess());
    }

    private PublicFunction(Environment environment) {
        this(environment, environment.table(), InstantSource.system());
    }

    PublicFunction(Environment environment, Table table, InstantSource clock) {
        this(environment, DynamoStorage.on(table, clock), clock);
    }

    private PublicFunction(Environment environment, Storage storage, InstantSource clock) {
        this(
                environment,
                storage,
                new SearchIndex(storage, FollowPolicy.ONE_OF_MANY, clock, new SearchIndexLog()),
                clock);
    }

    private PublicFunction(Environment environment, Storage storage, SearchIndex index, InstantSource clock) {
        super(index, () -> handler(environment, storage, index, clock), PublicFunction::rehearsed);
    }

    private static PublicHandler handler(
            Environment environment, Storage storage, SearchIndex index, InstantSource clock) {
        // Asks the index first, so no kept response is older than one that is made.
        ResponseCache cache = new ResponseCache(index::generation, clock, ResponseCache.DEFAULT_MAX_BYTES);
        return new PublicHandler(
                PublicUseCases.of(index, storage, clock),
                environment.cursorKey(),
                environment.version(),
                environment.origins(),
                clock,
                cache);
    }

    private static List<String> rehearsed(Index index) {
        List<String> addresses = new ArrayList<>(List.of("/v1/sessions", AREA));
        index.sessionsAfter(null, 1).forEach(id -> addresses.add("/v1/sessions/" + id.value()));
        return addresses;
    }
}
