package ie.tradsessions.application.search;

import ie.tradsessions.application.search.Section.Kind;
import ie.tradsessions.application.search.Section.Table;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of a packed index, in memory or still deflated. Whoever takes one out keeps what it needs of it. */
final class Sections {
    private record Stored(int length, Supplier<byte[]> bytes) {}

    private final Map<Table, Map<Kind, Stored>> sections = new EnumMap<>(Table.class);

    /**
     * @param length of the bytes
     * @param bytes tells them when they are first asked for; not to be changed
     */
    void put(Section section, int length, Supplier<byte[]> bytes) {
        sections.computeIfAbsent(section.table(), table -> new EnumMap<>(Kind.class))
                .put(section.kind(), new Stored(length, bytes));
    }

    /** How many rows a table has, which the length of its identifiers tells. */
    int rows(Table table) {
        return stored(table, Kind.IDS).length / IdColumn.BYTES;
    }

    /**
     * Reads a section.
     *
     * @throws UnreadableSnapshot if there is no such section or it cannot be read
     */
    <T> T read(Table table, Kind kind, Function<byte[], T> reader) {
        try {
            return reader.apply(stored(table, kind).bytes.get());
        } catch (IndexOutOfBoundsException | ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw new UnreadableSnapshot(kind + " of " + table, e);
        }
    }

    private Stored stored(Table table, Kind kind) {
        @Nullable Map<Kind, Stored> ofTable = sections.get(table);
        @Nullable Stored stored = ofTable == null ? null : ofTable.get(kind);
        if (stored == null) {
            throw new UnreadableSnapshot("no " + kind + " of " + table, new IndexOutOfBoundsException());
        }
        return stored;
    }

    /** All sections, in one order whatever came first. */
    Map<Section, byte[]> all() {
        Map<Section, byte[]> all = new LinkedHashMap<>();
        sections.forEach((table, ofTable) ->
                ofTable.forEach((kind, stored) -> all.put(new Section(table, kind), stored.bytes.get())));
        return all;
    }
}
