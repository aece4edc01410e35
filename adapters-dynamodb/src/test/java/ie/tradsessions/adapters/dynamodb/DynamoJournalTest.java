package ie.tradsessions.adapters.dynamodb;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.JournalContract;

class DynamoJournalTest extends JournalContract {
    @Override
    protected SharedStore emptyStore() {
        return DynamoStores.empty();
    }
}
