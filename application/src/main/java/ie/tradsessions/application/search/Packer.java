package ie.tradsessions.application.search;

import ie.tradsessions.application.Versioned;
import ie.tradsessions.application.search.SessionEntry.Facts;
import ie.tradsessions.domain.search.FoldedText;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Packs everything that an index knows into sections. Equal contents and equal moments give equal bytes. */
final class Packer {
    private static final int VENUES_PER_BLOCK = 64;

    private static final Comparator<Versioned<Venue>> ORDER_OF_VENUES = Comparator.comparing(
                    (Versioned<Venue> venue) -> venue.value().location(), VenuePositions::compare)
            .thenComparing(venue -> venue.value().id());

    private final Instant now;
    private final Sections sections = new Sections();
    private final Map<VenueId, Versioned<Venue>> venues;
    private final List<Facts> facts;
    private final List<ListedSession> sessions;

    /** The places in the hosts' tables of rows, names and terms. */
    private final Map<VenueId, Integer> hosts = new HashMap<>();

    private Map<String, Integer> names = Map.of();
    private Map<String, Integer> terms = Map.of();

    private Packer(Contents contents, Instant now) {
        this.now = now;
        venues = contents.venues();
        List<ListedSession> listed = new ArrayList<>();
        List<SessionEntry> rest = new ArrayList<>();
        contents.sessions().values().forEach(entry -> {
            Facts itsFacts = entry.facts();
            Versioned<Venue> venue = itsFacts == null ? null : venues.get(itsFacts.venue());
            if (itsFacts != null && venue != null && !itsFacts.takenDown()) {
                listed.add(new ListedSession(entry, itsFacts, VenueSummary.of(venue.value())));
            } else {
                rest.add(entry);
            }
        });
        listed.sort(Comparator.comparing(ListedSession::rankKey));
        rest.sort(Comparator.comparing(SessionEntry::id));
        put(Section.Table.REST, Section.Kind.RECORDS, Rest.write(contents.deletedVenues(), merged(contents), rest));
        sessions = listed;
        facts = new ArrayList<>();
        sessions.forEach(session -> {
            Facts its = session.entry().facts();
            if (its != null) {
                facts.add(its);
            }
        });
    }

    private static SortedMap<VenueId, VenueId> merged(Contents contents) {
        SortedMap<VenueId, VenueId> merged = new TreeMap<>();
        contents.venues().forEach((id, venue) -> {
            VenueId into = venue.value().mergedInto();
            if (into != null) {
                merged.put(id, into);
            }
        });
        return merged;
    }

    static Sections pack(Contents contents, Instant now) {
        return new Packer(contents, now).pack();
    }

    private Sections pack() {
        Set<VenueId> onCards = new HashSet<>();
        for (Facts its : facts) {
            onCards.add(its.venue());
            onCards.addAll(its.timetable().venuesMovedTo());
        }
        List<Versioned<Venue>> listed = new ArrayList<>();
        List<Versioned<Venue>> others = new ArrayList<>();
        for (Versioned<Venue> venue : venues.values()) {
            (onCards.contains(venue.value().id()) ? listed : others).add(venue);
        }
        listed.sort(ORDER_OF_VENUES);
        others.sort(ORDER_OF_VENUES);
        listed.forEach(venue -> hosts.put(venue.value().id(), hosts.size()));

        Set<String> ownNames = new TreeSet<>();
        facts.forEach(its -> {
            String name = its.name();
            if (name != null) {
                ownNames.add(name);
            }
        });
        packHosts(listed, ownNames);
        packSessions();
        packVenues(Section.Table.OTHER_VENUES, others, Set.of());
        return sections;
    }

    private void packHosts(List<Versioned<Venue>> listed, Set<String> ownNames) {
        Places places = packVenues(Section.Table.HOSTS, listed, ownNames);
        names = places.names;
        terms = places.terms;
    }

    private record Places(Map<String, Integer> names, Map<String, Integer> terms) {}

    private Places packVenues(Section.Table table, List<Versioned<Venue>> packed, Set<String> ownNames) {
        List<Venue> those = packed.stream().map(Versioned::value).toList();
        ByteWriter ids = new ByteWriter();
        IdColumn.write(ids, those.stream().map(venue -> venue.id().value()).toList());
        put(table, Section.Kind.IDS, ids.toByteArray());

        ByteWriter positions = new ByteWriter();
        VenuePositions.write(positions, those.stream().map(Venue::location).toList());
        put(table, Section.Kind.POSITIONS, positions.toByteArray());

        Set<String> allNames = new HashSet<>(ownNames);
        Set<String> allTowns = new HashSet<>();
        List<Collection<String>> allTerms = new ArrayList<>();
        for (Venue venue : those) {
            allNames.add(venue.name());
            String irishName = venue.irishName();
            if (irishName != null) {
                allNames.add(irishName);
            }
            String town = venue.place().town();
            if (town != null) {
                allTowns.add(town);
            }
            allTerms.add(SearchTerms.withoutCounty(venue));
        }
        ByteWriter nameTable = new ByteWriter();
        final Map<String, Integer> namePlaces = NameTable.write(nameTable, allNames);
        put(table, Section.Kind.NAMES, nameTable.toByteArray());
        ByteWriter townTable = new ByteWriter();
        final Map<String, Integer> townPlaces = NameTable.write(townTable, allTowns);
        put(table, Section.Kind.TOWNS, townTable.toByteArray());

        ByteWriter columns = new ByteWriter();
        VenueColumns.write(columns, those, namePlaces, townPlaces);
        put(table, Section.Kind.COLUMNS, columns.toByteArray());

        Set<String> ownTerms = new TreeSet<>();
        ownNames.forEach(name -> ownTerms.addAll(FoldedText.terms(name)));
        ByteWriter termTable = new ByteWriter();
        final Map<String, Integer> termPlaces = TermTable.write(termTable, allTerms, ownTerms);
        put(table, Section.Kind.TERMS, termTable.toByteArray());

        List<byte[]> records = new ArrayList<>(packed.size());
        for (Versioned<Venue> venue : packed) {
            ByteWriter record = new ByteWriter();
            VenueCodec.write(record, venue);
            records.add(record.toByteArray());
        }
        put(table, Section.Kind.RECORDS, Blocks.write(records, VENUES_PER_BLOCK));
        return new Places(namePlaces, termPlaces);
    }

    private void packSessions() {
        Section.Table table = Section.Table.SESSIONS;
        ByteWriter out = new ByteWriter();
        IdColumn.write(
                out, sessions.stream().map(session -> session.id().value()).toList());
        byte[] ids = out.toByteArray();
        put(table, Section.Kind.IDS, ids);

        List<SessionColumns.Row> rows = new ArrayList<>(sessions.size());
        List<byte[]> records = new ArrayList<>(sessions.size());
        int[][] ownTerms = new int[sessions.size()][];
        for (int row = 0; row < ownTerms.length; row++) {
            SessionEntry entry = sessions.get(row).entry();
            Facts its = facts.get(row);
            String name = its.name();
            rows.add(new SessionColumns.Row(
                    hosts.getOrDefault(its.venue(), -1),
                    name == null ? -1 : names.getOrDefault(name, -1),
                    EtiquetteBits.of(its.etiquette()),
                    its.timetable(),
                    EndDay.of(
                            its.timetable(),
                            entry.opinionsOrNone().testimony().over()
                                    || sessions.get(row).venue().surelyClosed())));
            ownTerms[row] = name == null ? new int[0] : TermTable.places(FoldedText.terms(name), terms);
            ByteWriter record = new ByteWriter();
            SessionCodec.write(record, entry);
            records.add(record.toByteArray());
        }
        ByteWriter columns = new ByteWriter();
        SessionColumns.write(columns, rows);
        put(table, Section.Kind.COLUMNS, columns.toByteArray());
        ByteWriter termLists = new ByteWriter();
        IntLists.write(termLists, ownTerms);
        put(table, Section.Kind.TERMS, termLists.toByteArray());
        put(table, Section.Kind.RECORDS, Blocks.write(records, SessionTable.RECORDS_PER_BLOCK));

        ByteWriter starts = new ByteWriter();
        NextStarts.around(
                        NextStarts.secondOf(now),
                        IdColumn.read(new ByteReader(ids), sessions.size()),
                        (row, second) -> sessions.get(row).nextStart(second))
                .write(starts);
        put(table, Section.Kind.STARTS, starts.toByteArray());
    }

    private void put(Section.Table table, Section.Kind kind, byte[] bytes) {
        sections.put(new Section(table, kind), bytes.length, () -> bytes);
    }
}
