package ie.tradsessions.adapters.dynamodb.cost;

import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.Ports;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** One question as somebody puts it. */
public final class Asked {
    /** Asks for a page, the first one if there is no position. */
    interface Pages<T> {
        Page<T> read(Ports ports, PageToken after);
    }

    private interface Reading {
        OptionalLong read(Ports ports, Runnable begins);
    }

    private final Reading reading;

    private Asked(Reading reading) {
        this.reading = reading;
    }

    /** @param bytes how many of them the table holds to show one */
    static <T> Asked first(Pages<T> pages, ToLongFunction<T> bytes) {
        return new Asked((ports, begins) -> {
            begins.run();
            return OptionalLong.of(bytes(pages.read(ports, null), bytes));
        });
    }

    /** The page after the first, if there is one. */
    static <T> Asked second(Pages<T> pages, ToLongFunction<T> bytes) {
        return new Asked((ports, begins) -> {
            PageToken after = pages.read(ports, null).next();
            if (after == null) {
                return OptionalLong.empty();
            }
            begins.run();
            return OptionalLong.of(bytes(pages.read(ports, after), bytes));
        });
    }

    /**
     * Answers with how many bytes the answer needs, or empty if it is about a page that does not exist.
     *
     * @param begins is run before the first call that belongs to the question
     */
    public OptionalLong ask(Ports ports, Runnable begins) {
        return reading.read(ports, begins);
    }

    private static <T> long bytes(Page<T> page, ToLongFunction<T> bytes) {
        return page.items().stream().mapToLong(bytes).sum();
    }
}
