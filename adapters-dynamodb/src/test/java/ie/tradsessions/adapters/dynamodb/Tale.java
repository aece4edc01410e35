package ie.tradsessions.adapters.dynamodb;

import java.util.List;

/** What happens to a table, with people who ask again where they get no answer. */
interface Tale {
    void tell();

    /** What people were answered, in order. */
    List<Object> answers();

    /** How often somebody was told to ask again. */
    int unavailable();
}
