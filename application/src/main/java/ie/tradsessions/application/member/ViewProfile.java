package ie.tradsessions.application.member;

import ie.tradsessions.application.AggregateKey;
import ie.tradsessions.application.Identity;
import ie.tradsessions.application.ReadConsistency;
import ie.tradsessions.application.StoredAggregate;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.application.membership.MemberNames;
import ie.tradsessions.application.membership.MemberRecord;
import ie.tradsessions.application.membership.Members;
import ie.tradsessions.application.moderation.Told;
import ie.tradsessions.application.search.DataSet;
import ie.tradsessions.application.search.Index;
import ie.tradsessions.application.search.SearchIndex;
import ie.tradsessions.application.session.Listing;
import ie.tradsessions.domain.Author;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.feedback.Question;
import ie.tradsessions.domain.feedback.Voice;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.session.Night;
import ie.tradsessions.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows members their own page: what is kept of them, the sessions that they organise, and those that they follow. */
public final class ViewProfile {
    private static final int DAYS_ASKED = 14;

    private final Members members;
    private final DataSet dataSet;
    private final SearchIndex index;
    private final MemberNames names;
    private final InstantSource clock;

    /** @param names of members, for all pages of this process */
    public ViewProfile(Members members, DataSet dataSet, SearchIndex index, MemberNames names, InstantSource clock) {
        this.members = members;
        this.dataSet = dataSet;
        this.index = index;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param organised also those that have ended or were taken down, in the order of their identifiers
     * @param favourites in the order in which they were added; not those that were taken down
     * @param questions about sessions that the member organises or keeps, while nobody has answered; the next night first
     * @param asked what the member asked about the nights since {@value ViewProfile#DAYS_ASKED} days ago, the latest first
     * @param decisions what moderators decided about something of the member's, newest first
     * @param block that which keeps the member from changing anything now, or null
     */
    public record View(
            MemberFile file,
            List<Organised> organised,
            List<Listing> favourites,
            List<OpenQuestion> questions,
            List<Asked> asked,
            List<Told> decisions,
            @Nullable Block block) {}

    /** @param night the one that somebody asks about */
    public record OpenQuestion(Listing session, LocalDate night) {}

    /**
     * @param question as it stands now, with its answer if it has one
     * @param names of the member who answered, as far as there is one
     */
    public record Asked(Listing session, Question question, Map<MemberId, String> names) {}

    public record Organised(Listing listing, boolean takenDown) {}

    public View view(Identity who) {
        Instant now = clock.instant();
        MemberRecord everything = members.everything(who.member());
        MemberFile file = everything.file();
        Collection<SessionId> organised =
                file.activity().value().contributions().organised();
        Index newEnough = knowing(organised);
        List<Organised> organisedNow = new ArrayList<>();
        for (SessionId id : organised) {
            newEnough
                    .session(id)
                    .ifPresent(
                            known -> organisedNow.add(new Organised(Listing.at(now, known.card()), known.takenDown())));
        }
        List<Listing> favourites = new ArrayList<>();
        for (SessionId id : file.favourites().value().sessions()) {
            newEnough
                    .session(id)
                    .filter(known -> !known.takenDown())
                    .ifPresent(known -> favourites.add(Listing.at(now, known.card())));
        }
        return new View(
                file,
                List.copyOf(organisedNow),
                List.copyOf(favourites),
                questions(organisedNow, favourites, now),
                asked(everything.voices(), newEnough, now),
                Told.of(everything.notices(), newEnough),
                file.blockAt(now));
    }

    private static List<OpenQuestion> questions(List<Organised> organised, List<Listing> favourites, Instant now) {
        Map<SessionId, OpenQuestion> open = new HashMap<>();
        Stream.concat(organised.stream().filter(one -> !one.takenDown()).map(Organised::listing), favourites.stream())
                .forEach(listing -> {
                    LocalDate night = listing.card().signs().askedFor();
                    if (night != null && !night.isBefore(tonight(listing, now))) {
                        open.put(listing.card().id(), new OpenQuestion(listing, night));
                    }
                });
        return open.values().stream()
                .sorted(Comparator.comparing(OpenQuestion::night)
                        .thenComparing(question -> question.session().card().id()))
                .toList();
    }

    /** A question of which a later one has taken the place is over. */
    private List<Asked> asked(List<Versioned<Voice>> voices, Index index, Instant now) {
        Map<SessionId, LocalDate> nights = new HashMap<>();
        for (Versioned<Voice> spoken : voices) {
            LocalDate night = spoken.value().asked();
            if (night != null) {
                nights.put(spoken.value().session(), night);
            }
        }
        List<AggregateKey> keys =
                nights.keySet().stream().sorted().map(AggregateKey::feedbackOf).toList();
        List<Asked> asked = new ArrayList<>();
        List<StoredAggregate> feedbacks = keys.isEmpty() ? List.of() : dataSet.read(keys, ReadConsistency.EVENTUAL);
        for (StoredAggregate stored : feedbacks) {
            if (stored instanceof StoredAggregate.OfFeedback(var feedback, var version)) {
                Question question = feedback.question();
                if (question != null && question.night().equals(nights.get(feedback.session()))) {
                    index.session(feedback.session())
                            .filter(known -> !known.takenDown())
                            .map(known -> new Asked(Listing.at(now, known.card()), question, namesIn(question)))
                            .filter(one -> !question.night()
                                    .isBefore(tonight(one.session(), now).minusDays(DAYS_ASKED)))
                            .ifPresent(asked::add);
                }
            }
        }
        asked.sort(Comparator.comparing((Asked one) -> one.question().night()).reversed());
        return List.copyOf(asked);
    }

    private Map<MemberId, String> namesIn(Question question) {
        Question.Answer answer = question.answer();
        return answer != null && answer.by() instanceof Author.Member(var member)
                ? names.of(List.of(member))
                : Map.of();
    }

    private static LocalDate tonight(Listing listing, Instant now) {
        return Night.of(now, listing.card().venue().timeZone());
    }

    /** A session that was shared a moment ago by another process may not have come yet. */
    private Index knowing(Collection<SessionId> sessions) {
        Index current = index.current();
        return sessions.stream().allMatch(id -> current.session(id).isPresent()) ? current : index.latest();
    }
}
