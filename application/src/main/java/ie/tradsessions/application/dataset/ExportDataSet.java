package ie.tradsessions.application.dataset;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.Position;
import org.jspecify.annotations.Nullable;

/** Gives away the whole open data set, page by page: every venue, then every session with how it stands. */
public final class ExportDataSet {
    public static final int USUAL_LIMIT = 500;
    public static final int MOST = 1000;

    private final DataSet dataSet;

    public ExportDataSet(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    public record Query(int limit, @Nullable Position after) {
        public Query {
            Limits.checked(limit, MOST);
        }
    }

    public Page<DataSet.Entry> export(Query query) {
        return dataSet.read(query.limit(), query.after());
    }
}
