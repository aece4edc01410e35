package ie.tradsessions.infrastructure.function;

import ie.tradsessions.adapters.dynamodb.DynamoStorage;
import ie.tradsessions.adapters.dynamodb.table.Table;
import ie.tradsessions.adapters.lambda.PrivateHandler;
import ie.tradsessions.adapters.lambda.PrivateUseCases;
import ie.tradsessions.adapters.lambda.RetryPauses;
import ie.tradsessions.adapters.lambda.SearchIndexLog;
import ie.tradsessions.adapters.lambda.access.Pause;
import ie.tradsessions.adapters.lambda.access.SignIn;
import ie.tradsessions.application.Storage;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.search.FollowPolicy;
import ie.tradsessions.application.search.SearchIndex;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Answers members, and those who sign in. */
public final class PrivateFunction extends StreamingFunction {
    /** As Lambda makes it. */
    public PrivateFunction() {
        this(Environment.ofThisProcess());
    }

    private PrivateFunction(Environment environment) {
        this(environment, environment.table(), InstantSource.system());
    }

    PrivateFunction(Environment environment, Table table, InstantSource clock) {
        this(environment, table, clock, () -> environment.signIn(clock), SecureRandom::new);
    }

    /**
     * @param signIn makes one that knows no keys of the provider yet
     * @param random makes a source that nobody can predict
     */
    PrivateFunction(
            Environment environment,
            Table table,
            InstantSource clock,
            Supplier<SignIn> signIn,
            Supplier<RandomGenerator> random) {
        this(environment, Followed.on(table, clock), clock, signIn, random);
    }

    private PrivateFunction(
            Environment environment,
            Followed followed,
            InstantSource clock,
            Supplier<SignIn> signIn,
            Supplier<RandomGenerator> random) {
        super(
                followed.index(),
                () -> handler(environment, followed, clock, signIn.get(), random.get()),
                // Of no member, and the provider is not asked.
                index -> List.of("/v1/auth/provider"));
    }

    /** The storage, and the index that hears of what is saved there. */
    private record Followed(Storage storage, SearchIndex index) {
        static Followed on(Table table, InstantSource clock) {
            AtomicReference<SearchIndex> searchIndex = new AtomicReference<>();
            Storage storage = DynamoStorage.on(
                    table,
                    clock,
                    saved -> Objects.requireNonNull(searchIndex.get()).saved(saved));
            SearchIndex index =
                    new SearchIndex(storage, FollowPolicy.READS_ITS_OWN_WRITES, clock, new SearchIndexLog());
            searchIndex.set(index);
            return new Followed(storage, index);
        }
    }

    private static PrivateHandler handler(
            Environment environment, Followed followed, InstantSource clock, SignIn signIn, RandomGenerator random) {
        PrivateUseCases useCases = PrivateUseCases.of(
                followed.storage(),
                followed.index(),
                new MemberNames(followed.storage().members(), clock),
                clock,
                random,
                RetryPauses.atRandom(random));
        return new PrivateHandler(
                useCases, signIn, environment.cursorKey(), environment.origins(), clock, Pause.by(clock));
    }
}
