package ie.tradsessions.benchmarks;

/** What a month's money goes to. */
enum Expense {
    TABLE("table", Part.API),
    FUNCTION("function", Part.API),
    FIRST_LOADS("first loads", Part.API),
    GATEWAY("gateway", Part.API),
    LOGS("logs", Part.WATCH),
    TRACES("traces", Part.WATCH),
    EDGE("edge and egress", Part.EDGE),
    WEB_ACL("web ACL", Part.EDGE),
    SIGN_IN("sign-in", Part.SIGN_IN),
    DATA("data, folds, backup", Part.READY),
    IDLE("idle", Part.READY);

    /** What the picture tells apart, in the order in which it draws it. */
    enum Part {
        READY("a", "#666f78", "kept ready: alarms, web ACL, data, backup"),
        API("b", "#1f6fb4", "both APIs: gateway, functions, table"),
        WATCH("c", "#8a6400", "logs and traces"),
        EDGE("d", "#2b7a4b", "edge and web ACL: requests, bytes"),
        SIGN_IN("e", "#b5482a", "sign-in");

        private final String letter;
        private final String colour;
        private final String title;

        Part(String letter, String colour, String title) {
            this.letter = letter;
            this.colour = colour;
            this.title = title;
        }

        String letter() {
            return letter;
        }

        String colour() {
            return colour;
        }

        String title() {
            return title;
        }
    }

    private final String title;
    private final Part part;

    Expense(String title, Part part) {
        this.title = title;
        this.part = part;
    }

    String title() {
        return title;
    }

    Part part() {
        return part;
    }
}
