package ie.tradsessions.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.PagesContract;
import ie.tradsessions.application.Ports;
import ie.tradsessions.application.fixtures.GeneratedSessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPagesTest extends PagesContract {
    @RegisterExtension
    final DynamoPorts dynamo = new DynamoPorts();

    @Override
    protected Ports emptyPorts() {
        return dynamo.ports();
    }

    @Override
    protected void settle() {
        dynamo.catchUp();
    }

    @Test
    void a_position_outlives_the_program_that_gave_it() {
        store(GeneratedSessions.of(30, 8));
        Map<String, Page<String>> first = new HashMap<>();
        Map<String, List<String>> whole = new HashMap<>();
        lists().forEach((name, list) -> {
            first.put(name, list.read(5, null));
            whole.put(name, list.read(1_000, null).items());
        });

        goOnWith(DynamoPorts.on(dynamo.dynamo().table()));

        lists().forEach((name, list) -> {
            List<String> met = new ArrayList<>(first.get(name).items());
            PageToken after = first.get(name).next();
            met.addAll(list.read(1_000, new PageToken(after.value())).items());
            assertThat(met).as(name).isEqualTo(whole.get(name));
        });
    }
}
