package ie.tradsessions.adapters.lambda.dataset;

import ie.tradsessions.adapters.lambda.http.Caching;
import ie.tradsessions.adapters.lambda.http.Paging;
import ie.tradsessions.adapters.lambda.http.Parameters;
import ie.tradsessions.adapters.lambda.http.Request;
import ie.tradsessions.adapters.lambda.http.Response;
import ie.tradsessions.adapters.lambda.http.Route;
import ie.tradsessions.application.PageToken;
import ie.tradsessions.application.dataset.ExportDataSet;
import java.util.List;
import java.util.Map;

/** Gives the whole open data set to anybody. */
public final class DataSetOperations {
    private static final String JSON_LINES = "application/x-ndjson";

    private final ExportDataSet exportDataSet;
    private final Paging paging;

    public DataSetOperations(ExportDataSet exportDataSet, Paging paging) {
        this.exportDataSet = exportDataSet;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(Route.get("/v1/export", "exportDataSet", this::exportDataSet));
    }

    private Response exportDataSet(Request request) {
        Parameters parameters = request.parameters();
        int limit = paging.limit(parameters, ExportDataSet.DEFAULT_LIMIT, ExportDataSet.MAX_LIMIT);
        PageToken after = paging.after(parameters, request);
        parameters.check();
        return Paging.fitting(
                limit, pageSize -> exportDataSet.export(new ExportDataSet.Query(pageSize, after)), entries -> {
                    Response lines =
                            new Response(200, JSON_LINES, ExportWriter.lines(entries.items()), Caching.BULK, Map.of());
                    String next = paging.next(entries, request);
                    return next == null
                            ? lines
                            : lines.withHeader(
                                    "Link", "</v1/export?limit=" + limit + "&cursor=" + next + ">; rel=\"next\"");
                });
    }
}
