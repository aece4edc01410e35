package ie.tradsessions.adapters.inmemory;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.opinion.Voices;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.session.SessionId;
import java.util.List;
import java.util.function.Consumer;

final class InMemoryVoices implements Voices {
    private final InMemoryStore store;

    InMemoryVoices(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Versioned<Voice> of(MemberId member, SessionId session) {
        return store.voice(member, session);
    }

    @Override
    public List<Versioned<Voice>> of(MemberId member) {
        return store.voicesOf(member);
    }

    @Override
    public void readAll(Consumer<Voice> each, Consumer<String> unreadable) {
        store.allVoices().forEach(each);
    }
}
