package ie.tradsessions.infrastructure.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** What the templates grant is compared with what the functions were seen to do; here it is stated what that is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantedCallsTest {
    private EveryRoute story;

    @BeforeAll
    void is_told() {
        AmazonDynamoDBLocal dynamo = DynamoDBEmbedded.create(true);
        try {
            story = new EveryRoute(dynamo.dynamoDbClient());
            story.tell();
        } finally {
            dynamo.shutdownNow();
        }
    }

    @Test
    void the_story_calls_every_route() {
        assertThat(story.called()).isEqualTo(new TreeSet<>(story.routes()));
    }

    @Test
    void the_calls_are_those_that_are_stated_for_the_grants() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("public", facts(story.publicCalls()));
        facts.put("private", facts(story.privateCalls()));
        facts.put("fold", facts(story.foldCalls()));
        facts.put("preTraffic", facts(story.actionsBeforeTraffic(), List.of(), List.of()));

        Facts.state("calls", facts);
    }

    private static Map<String, Object> facts(CallRecorder calls) {
        return facts(calls.actions(), List.copyOf(calls.read()), List.copyOf(calls.written()));
    }

    private static Map<String, Object> facts(SortedSet<String> actions, List<String> read, List<String> written) {
        Map<String, Object> prefixes = new LinkedHashMap<>();
        prefixes.put("read", read);
        prefixes.put("write", written);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("actions", actions);
        facts.put("prefixes", prefixes);
        return facts;
    }
}
