package ie.tradsessions.application.search;

/** One part of a packed index, which is inflated when it is first used. */
record Section(Table table, Kind kind) {
    enum Table {
        SESSIONS,
        /** The venues that stand on sessions' cards. */
        HOSTS,
        OTHER_VENUES,
        /** What has no place in a table: tombstones, and what waits for what it refers to. */
        REST
    }

    enum Kind {
        IDS,
        COLUMNS,
        POSITIONS,
        NAMES,
        TOWNS,
        TERMS,
        STARTS,
        RECORDS;

        /** Whether deflating does not make it smaller: identifiers are random, and records are deflated already. */
        boolean isDense() {
            return this == IDS || this == RECORDS;
        }
    }
}
