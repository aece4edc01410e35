package ie.tradsessions.adapters.dynamodb.item;

import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.Change;
import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.membership.MemberFile;
import ie.tradsessions.domain.MemberId;
import ie.tradsessions.domain.Secret;
import ie.tradsessions.domain.member.Activity;
import ie.tradsessions.domain.member.Block;
import ie.tradsessions.domain.member.CalendarKey;
import ie.tradsessions.domain.member.Contributions;
import ie.tradsessions.domain.member.Favourites;
import ie.tradsessions.domain.member.Profile;
import ie.tradsessions.domain.member.RequestKey;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Instrument;
import ie.tradsessions.domain.session.SessionId;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is kept of a member: the partition {@code M#} id, with an item for each part. All of it is one query. Nothing of it
 * leaves a tombstone.
 */
public final class MemberItems {
    /** The first of the sort keys. */
    public static final String FIRST = "activity";

    /** The last of them. */
    public static final String LAST = "profile";

    private static final String PREFIX = "M#";
    private static final String BLOCK = "block";
    private static final String FAVOURITES = "favourites";
    private static final String BETWEEN = " ";
    private static final int PARTS_OF_A_REQUEST = 4;

    private MemberItems() {}

    public static String partition(MemberId member) {
        return PREFIX + member;
    }

    public static Key key(MemberId member, Change.Part part) {
        return new Key(
                partition(member),
                switch (part) {
                    case ACTIVITY -> FIRST;
                    case BLOCK -> BLOCK;
                    case FAVOURITES -> FAVOURITES;
                    case PROFILE -> LAST;
                });
    }

    /** Whether a key is of something that is kept of a member. */
    public static boolean isOne(Key key) {
        return key.partition().startsWith(PREFIX);
    }

    // As it is written

    public static Item item(Profile profile, long version) {
        CalendarKey calendar = profile.calendarKey();
        return item(
                key(profile.id(), Change.Part.PROFILE),
                new Document()
                        .text("displayName", profile.displayName())
                        .texts("instruments", profile.instruments())
                        .text(
                                "homeCounty",
                                profile.homeCounty() == null
                                        ? null
                                        : profile.homeCounty().name())
                        .text("about", profile.about())
                        .text("since", profile.since())
                        .text(
                                "calendarKey",
                                calendar == null ? null : calendar.hash().value()),
                version);
    }

    public static Item item(Favourites favourites, long version) {
        return item(
                key(favourites.member(), Change.Part.FAVOURITES),
                new Document().texts("sessions", favourites.sessions()),
                version);
    }

    public static Item item(Activity activity, long version) {
        Contributions contributions = activity.contributions();
        return item(
                key(activity.member(), Change.Part.ACTIVITY),
                new Document()
                        .texts("organised", contributions.organised())
                        .texts("shared", contributions.shared())
                        .texts("changedVenues", contributions.changedVenues())
                        .map("hourly", written(activity.hourly()))
                        .map("daily", written(activity.daily()))
                        .map("questions", written(activity.questions()))
                        .texts(
                                "requests",
                                activity.requests().stream()
                                        .map(MemberItems::written)
                                        .toList()),
                version);
    }

    public static Item item(Block block, long version) {
        return item(
                key(block.member(), Change.Part.BLOCK),
                new Document()
                        .text("since", block.since())
                        .text("until", block.until())
                        .text("note", block.note()),
                version);
    }

    private static Item item(Key key, Document document, long version) {
        Map<String, AttributeValue> attributes = new HashMap<>(document.attributes());
        attributes.put(AggregateItems.VERSION, AttributeValue.fromN(Long.toString(version)));
        return new Item(key, attributes);
    }

    private static Document written(NavigableMap<Long, Integer> counts) {
        Document written = new Document();
        counts.forEach((slot, count) -> written.number(slot.toString(), count));
        return written;
    }

    private static String written(Activity.Done done) {
        return String.join(
                BETWEEN,
                done.key().key(),
                done.key().body(),
                Long.toString(done.at().getEpochSecond()),
                done.result());
    }

    // As it is read

    /**
     * @param items of the partition of the member
     * @throws IllegalStateException if one of them cannot be read
     */
    public static MemberFile file(MemberId member, Collection<Item> items) {
        MemberFile file = MemberFile.empty(member);
        for (Item item : items) {
            Fields fields = new Fields(item.key().sort() + " of member " + member, item.attributes());
            long version = AggregateItems.version(item);
            file = switch (item.key().sort()) {
                case LAST -> file.withProfile(profile(member, fields), version);
                case BLOCK -> file.withBlock(new Versioned<>(block(member, fields), version));
                case FAVOURITES -> file.withFavourites(new Versioned<>(favourites(member, fields), version));
                case FIRST -> file.withActivity(new Versioned<>(activity(member, fields), version));
                // Of a later program.
                default -> file;
            };
        }
        return file;
    }

    /** The name of the member whose profile it is, or null where that cannot be read. */
    public static @Nullable String name(Item profile) {
        AttributeValue name = profile.attributes().get("displayName");
        return name == null ? null : name.s();
    }

    /** The member of whom something is kept under a key. */
    public static MemberId member(Key key) {
        return new MemberId(key.partition().substring(PREFIX.length()));
    }

    private static Profile profile(MemberId member, Fields fields) {
        return fields.checked(() -> new Profile(
                member,
                fields.text("displayName"),
                fields.constants(Instrument.class, "instruments"),
                fields.optional("homeCounty", County::valueOf),
                fields.optionalText("about"),
                fields.value("since", Instant::parse),
                fields.optional("calendarKey", hash -> new CalendarKey(new Secret.Hash(hash)))));
    }

    private static Block block(MemberId member, Fields fields) {
        return fields.checked(() -> new Block(
                member,
                fields.value("since", Instant::parse),
                fields.optional("until", Instant::parse),
                fields.text("note")));
    }

    private static Favourites favourites(MemberId member, Fields fields) {
        return fields.checked(() -> new Favourites(member, fields.values("sessions", SessionId::new)));
    }

    private static Activity activity(MemberId member, Fields fields) {
        return fields.checked(() -> new Activity(
                member,
                new Contributions(
                        new TreeSet<>(fields.values("organised", SessionId::new)),
                        new TreeSet<>(fields.values("shared", SessionId::new)),
                        new TreeSet<>(fields.values("changedVenues", VenueId::new))),
                fields.entries("hourly", Long::valueOf, Fields::number),
                fields.entries("daily", Long::valueOf, Fields::number),
                fields.entries("questions", Long::valueOf, Fields::number),
                fields.values("requests", MemberItems::done)));
    }

    private static Activity.Done done(String text) {
        List<String> parts = List.of(text.split(BETWEEN, PARTS_OF_A_REQUEST));
        if (parts.size() != PARTS_OF_A_REQUEST) {
            throw new IllegalArgumentException("a key, a body, a time and a result");
        }
        return new Activity.Done(
                new RequestKey(parts.get(0), parts.get(1)),
                Instant.ofEpochSecond(Long.parseLong(parts.get(2))),
                parts.get(3));
    }
}
