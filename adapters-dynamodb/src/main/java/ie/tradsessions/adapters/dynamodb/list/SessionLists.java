package ie.tradsessions.adapters.dynamodb.list;

import ie.tradsessions.adapters.dynamodb.cell.Cell;
import ie.tradsessions.adapters.dynamodb.cell.Cells;
import ie.tradsessions.adapters.dynamodb.item.VenueItem;
import ie.tradsessions.adapters.dynamodb.table.Item;
import ie.tradsessions.adapters.dynamodb.table.Key;
import ie.tradsessions.application.session.SessionCard;
import ie.tradsessions.application.venue.SearchTerms;
import ie.tradsessions.application.venue.VenueSummary;
import ie.tradsessions.domain.place.Country;
import ie.tradsessions.domain.place.County;
import ie.tradsessions.domain.session.Recurrence;
import ie.tradsessions.domain.session.Timetable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The lists of sessions, each a partition of the table, and under which keys a session stands in them. What is asked
 * for most stands ready in its order; for the rest a list is read that holds it and little else.
 */
public final class SessionLists {
    static final String EVERYWHERE = "*";

    private SessionLists() {}

    static String in(County county) {
        return county.name();
    }

    static String in(Country country) {
        return country.code();
    }

    /** @param where {@link #EVERYWHERE} or what {@code in} answers */
    static String byRank(String where) {
        return "r#" + where;
    }

    /** Of those that may have a night on a weekday. */
    static String byRank(String where, DayOfWeek day) {
        return "r" + day.getValue() + "#" + where;
    }

    /** Of those that have no night of which the weekday is known. */
    static String withoutNights(String where) {
        return "r0#" + where;
    }

    static String byName(String where) {
        return "n#" + where;
    }

    /** @param area a geohash of three letters */
    static String byRankInArea(String area) {
        return "a#" + area;
    }

    /** By rank, those of which a word begins like this. */
    static String byRankWithPrefix(String prefix) {
        return "t#" + prefix;
    }

    static String byPlace(String cell) {
        return "g#" + cell;
    }

    static String byPlace(String cell, DayOfWeek day) {
        return "g" + day.getValue() + "#" + cell;
    }

    /** The identifiers of all that there are, those that have ended too. */
    public static final String IDENTIFIERS = "xs";

    /** How the sort keys begin under which sessions are listed in their venue's own partition. */
    public static final String AT_VENUE = "c#";

    /**
     * Everything that stands in lists about a session.
     *
     * @param listed whether it is still to be found: one that has ended is kept only with its venue and in the export
     */
    public static List<Item> items(ListedSession session, boolean listed) {
        List<Item> items = new ArrayList<>();
        SessionCard card = session.card();
        Map<String, AttributeValue> attributes = session.attributes();
        String venue = VenueItem.key(card.venue().id()).partition();
        items.add(new Item(new Key(venue, AT_VENUE + session.id()), attributes));
        items.add(new Item(new Key(IDENTIFIERS, session.id()), Map.of()));
        if (listed) {
            keys(session).forEach(key -> items.add(new Item(key, attributes)));
        }
        return items;
    }

    private static Set<Key> keys(ListedSession session) {
        Set<Key> keys = new LinkedHashSet<>();
        VenueSummary venue = session.card().venue();
        Set<DayOfWeek> days = days(session.card().timetable());
        String byRank = session.byRank();
        String byName = session.byName();
        for (String where : wheres(venue)) {
            keys.add(new Key(byRank(where), byRank));
            days.forEach(day -> keys.add(new Key(byRank(where, day), byRank)));
            if (days.isEmpty()) {
                keys.add(new Key(withoutNights(where), byRank));
            }
            keys.add(new Key(byName(where), byName));
        }
        keys.add(new Key(byRankInArea(Cells.area(venue.location())), byRank));
        Set<String> termsOfCounty = venue.county() == null ? Set.of() : SearchTerms.of(venue.county());
        for (String prefix : Prefixes.of(session.termsWithoutCounty(), termsOfCounty)) {
            keys.add(new Key(byRankWithPrefix(prefix), byRank));
        }
        Cell cell = Cells.of(venue.location());
        keys.add(new Key(byPlace(cell.partition()), cell.fine() + session.id()));
        days.forEach(day -> keys.add(new Key(byPlace(cell.partition(), day), cell.fine() + session.id())));
        return keys;
    }

    private static List<String> wheres(VenueSummary venue) {
        return venue.county() == null
                ? List.of(EVERYWHERE, in(venue.country()))
                : List.of(EVERYWHERE, in(venue.country()), in(venue.county()));
    }

    /** The weekdays on which it may have a night: by its schedule or, where it is irregular, as announced. */
    private static Set<DayOfWeek> days(Timetable timetable) {
        Recurrence recurrence = timetable.schedule().recurrence();
        if (!(recurrence instanceof Recurrence.Irregular)) {
            return recurrence.weekdays();
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        timetable.changes().keySet().forEach(date -> days.add(date.getDayOfWeek()));
        return days;
    }
}
