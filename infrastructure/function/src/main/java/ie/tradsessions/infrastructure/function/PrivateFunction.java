package ie.tradsessions.infrastructure.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PrivateUseCases;
import ie.tradsessions.adapters.lambda.RetryPauses;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.access.Pause;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers members, and those who sign in. */
public final class PrivateFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final PrivateHandler handler;

    /** As Lambda makes it. */
    public PrivateFunction() {
        this(Environment.ofThisProcess());
    }

    private PrivateFunction(Environment environment) {
        this(environment, environment.table(), InstantSource.system());
    }

    PrivateFunction(Environment environment, Table table, InstantSource clock) {
        AtomicReference<SearchIndex> searchIndex = new AtomicReference<>();
        Storage storage = DynamoStorage.on(
                table, clock, saved -> Objects.requireNonNull(searchIndex.get()).saved(saved));
        SearchIndex index = new SearchIndex(storage, FollowPolicy.READS_ITS_OWN_WRITES, clock, new SearchIndexLog());
        searchIndex.set(index);
        SecureRandom random = new SecureRandom();
        PrivateUseCases useCases = PrivateUseCases.of(
                storage, index, new MemberNames(storage.members(), clock), clock, random, RetryPauses.atRandom(random));
        handler = new PrivateHandler(
                useCases,
                environment.signIn(clock),
                environment.cursorKey(),
                environment.origins(),
                clock,
                Pause.by(clock));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(@Nullable APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return handler.handleRequest(event, context);
    }
}
