package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.SharedStore;
import ie.tradsessions.application.search.JournalContract;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected SharedStore emptyStore() {
        return InMemoryStores.empty();
    }
}
