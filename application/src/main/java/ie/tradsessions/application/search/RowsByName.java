package ie.tradsessions.application.search;

import java.util.function.IntUnaryOperator;

/** The rows of a table by {@link NameOrder}, those whose names fold alike by identifier. Thread-safe. */
final class RowsByName implements RowOrder {
    private final IdColumn ids;
    private final NameTable names;
    private final IntUnaryOperator nameOf;
    private final IntLists rows;
    private final Lazy<int[]> places;

    /** @param nameOf the place in the table of names of a row's name */
    RowsByName(IdColumn ids, NameTable names, IntUnaryOperator nameOf) {
        this.ids = ids;
        this.names = names;
        this.nameOf = nameOf;
        int[] byId = ids.sorted();
        IntLists byName = IntLists.grouping(names.groups(), ids.size(), i -> names.group(nameOf.applyAsInt(byId[i])));
        rows = byName.mapped(i -> byId[i]);
        places = new Lazy<>(this::invert);
    }

    private int[] invert() {
        int[] inverse = new int[ids.size()];
        for (int place = 0; place < inverse.length; place++) {
            inverse[rows.value(place)] = place;
        }
        return inverse;
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public int row(int place) {
        return rows.value(place);
    }

    @Override
    public int place(int row) {
        return places.get()[row];
    }

    @Override
    public SortKey key(int place) {
        int row = row(place);
        return SortKey.byText(names.folded(nameOf.applyAsInt(row)), ids.get(row));
    }
}
