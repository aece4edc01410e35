package ie.tradsessions.application.dataset;

import ie.tradsessions.application.Limits;
import ie.tradsessions.application.Page;
import ie.tradsessions.application.PageToken;
import org.jspecify.annotations.Nullable;

/** Gives away the whole open data set, page by page: every venue, then every session with how it stands. */
public final class ExportDataSet {
    public static final int DEFAULT_LIMIT = 500;
    public static final int MAX_LIMIT = 1000;

    private final DataSet dataSet;

    public ExportDataSet(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    public record Query(int limit, @Nullable PageToken after) {
        public Query {
            Limits.checked(limit, MAX_LIMIT);
        }
    }

    public Page<DataSet.Entry> export(Query query) {
        return dataSet.read(query.limit(), query.after());
    }
}
