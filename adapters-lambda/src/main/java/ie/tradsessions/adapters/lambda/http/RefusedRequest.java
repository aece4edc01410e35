package ie.tradsessions.adapters.lambda.http;

/** A request that is refused before its route has looked at it. */
final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedRequest(Problem problem) {
        super(problem.type());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
