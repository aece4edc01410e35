package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.place.TimeZones;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place that hosts sessions.
 *
 * @param name the name over the door, 1 to 120 characters
 * @param irishName its name in Irish where that is another, or null
 * @param otherNames names that people also use, without {@code name} and {@code irishName}, at most 10
 * @param formerNames names that it has no more and that people still remember, without those that it has, at most 10
 * @param timeZone the zone in which its sessions are timed, that of its place; see {@link TimeZones}
 * @param website http or https, in the form of {@link WebAddress}, or null
 * @param phone as one dials it from abroad or at home, or null
 * @param sources the data sets that it came from, in order; empty where a member typed it in
 * @param sample whether it was invented to show what the app does
 * @param closed who says that it is closed for good, or null while it is open as far as anybody knows
 * @param mergedInto the venue that a moderator found to be the same, and that is listed in place of this one, or null
 */
public record Venue(
        VenueId id,
        String name,
        @Nullable String irishName,
        List<String> otherNames,
        List<String> formerNames,
        Place place,
        GeoPoint location,
        ZoneId timeZone,
        @Nullable URI website,
        @Nullable String phone,
        List<Source> sources,
        boolean sample,
        @Nullable Closure closed,
        @Nullable VenueId mergedInto) {
    private static final int MAX_NAMES = 10;
    private static final int MAX_SOURCES = 20;

    public Venue {
        name = Text.line("name", name, 120);
        irishName = Text.optionalLine("nameIrish", irishName, 120);
        if (name.equals(irishName)) {
            irishName = null;
        }
        otherNames = cleanNames("otherNames", otherNames, namesOf(name, irishName, List.of()));
        formerNames = cleanNames("formerNames", formerNames, namesOf(name, irishName, otherNames));
        timeZone = TimeZones.checked("timeZone", timeZone, place.country(), location);
        website = website == null ? null : WebAddress.checked("website", website);
        phone = Text.optionalLine("phone", phone, 40);
        sources = List.copyOf(new TreeSet<>(sources));
        if (sources.size() > MAX_SOURCES) {
            throw new InvalidValue("sources", "at most " + MAX_SOURCES);
        }
        if (id.equals(mergedInto)) {
            throw new InvalidValue("mergedInto", "another venue");
        }
    }

    /** One that is not merged into another. */
    public Venue(
            VenueId id,
            String name,
            @Nullable String irishName,
            List<String> otherNames,
            List<String> formerNames,
            Place place,
            GeoPoint location,
            ZoneId timeZone,
            @Nullable URI website,
            @Nullable String phone,
            List<Source> sources,
            boolean sample,
            @Nullable Closure closed) {
        this(
                id,
                name,
                irishName,
                otherNames,
                formerNames,
                place,
                location,
                timeZone,
                website,
                phone,
                sources,
                sample,
                closed,
                null);
    }

    /** The name, the Irish name and the others, in that order; not the former ones. */
    public List<String> names() {
        return namesOf(name, irishName, otherNames);
    }

    /** The same, closed for good; as before where it was closed already, whoever said so. */
    public Venue closed(Closure closure) {
        return closed != null ? this : withClosed(closure);
    }

    /** The same, closed for sure; see {@link Closure#sure}. */
    public Venue surelyClosed(Closure closure) {
        return withClosed((closed != null ? closed : closure).confirmed());
    }

    /**
     * The same, shown as open by a record of a data set: what that data set said of its closing is taken back. What
     * another one said stays, and what a member said.
     */
    public Venue shownOpenBy(Source source) {
        Source closedBy = closed == null ? null : closed.source();
        return closedBy != null && closedBy.dataset().equals(source.dataset()) ? open() : this;
    }

    /** The same, open as far as anybody knows, whoever said that it is closed. */
    public Venue open() {
        return withClosed(null);
    }

    /** Whether its sessions have ended because it is closed for good, rather than being in doubt. */
    public boolean isSurelyClosed() {
        return closed != null && closed.sure();
    }

    private Venue withClosed(@Nullable Closure closure) {
        return with(sources, closure, mergedInto);
    }

    public boolean isMerged() {
        return mergedInto != null;
    }

    /** The same, merged into another venue. */
    public Venue mergedInto(VenueId other) {
        return with(sources, closed, other);
    }

    /** The same, listed by itself again. */
    public Venue separate() {
        return with(sources, closed, null);
    }

    /** The same without records that it took over from a venue that was merged into it. */
    public Venue withoutSources(Collection<Source> others) {
        return with(sources.stream().filter(source -> !others.contains(source)).toList(), closed, mergedInto);
    }

    private Venue with(List<Source> newSources, @Nullable Closure closure, @Nullable VenueId into) {
        return new Venue(
                id,
                name,
                irishName,
                otherNames,
                formerNames,
                place,
                location,
                timeZone,
                website,
                phone,
                newSources,
                sample,
                closure,
                into);
    }

    /**
     * This venue, with some fields as another state of it has them.
     *
     * @throws InvalidValue if they do not go with the rest
     */
    Venue with(Set<VenueField> fields, Venue other) {
        Place mixed = new Place(
                value(fields, VenueField.STREET, other, venue -> venue.place.street()),
                value(fields, VenueField.TOWN, other, venue -> venue.place.town()),
                value(fields, VenueField.COUNTY, other, venue -> venue.place.county()),
                value(fields, VenueField.REGION, other, venue -> venue.place.region()),
                (fields.contains(VenueField.COUNTRY) ? other : this).place.country(),
                (fields.contains(VenueField.GAELTACHT) ? other : this).place.gaeltacht());
        return new Venue(
                id,
                (fields.contains(VenueField.NAME) ? other : this).name,
                value(fields, VenueField.NAME_IRISH, other, Venue::irishName),
                (fields.contains(VenueField.OTHER_NAMES) ? other : this).otherNames,
                (fields.contains(VenueField.FORMER_NAMES) ? other : this).formerNames,
                mixed,
                (fields.contains(VenueField.LOCATION) ? other : this).location,
                (fields.contains(VenueField.TIME_ZONE) ? other : this).timeZone,
                value(fields, VenueField.WEBSITE, other, Venue::website),
                value(fields, VenueField.PHONE, other, Venue::phone),
                sources,
                sample,
                value(fields, VenueField.CLOSED, other, Venue::closed),
                mergedInto);
    }

    private <T> @Nullable T value(
            Set<VenueField> fields, VenueField field, Venue other, Function<Venue, @Nullable T> of) {
        return of.apply(fields.contains(field) ? other : this);
    }

    /**
     * This venue, knowing also what another record of it knows: its names, its sources, and whatever this one lacks.
     * What this one states is kept.
     */
    public Venue enrichedBy(Venue other) {
        Set<String> names = new LinkedHashSet<>(otherNames);
        names.addAll(other.names());
        String itsIrishName = irishName != null ? irishName : other.irishName;
        names.removeIf(known -> known.equals(name) || known.equals(itsIrishName) || formerNames.contains(known));
        Set<String> allFormerNames = new LinkedHashSet<>(formerNames);
        allFormerNames.addAll(other.formerNames);
        allFormerNames.removeAll(namesOf(name, itsIrishName, names));
        Set<Source> allSources = new TreeSet<>(sources);
        allSources.addAll(other.sources);
        Place merged = new Place(
                place.street() != null ? place.street() : other.place.street(),
                place.town() != null ? place.town() : other.place.town(),
                place.county(),
                place.region(),
                place.country(),
                place.gaeltacht() || (place.country().equals(other.place.country()) && other.place.gaeltacht()));
        return new Venue(
                id,
                name,
                itsIrishName,
                names.stream().limit(MAX_NAMES).toList(),
                allFormerNames.stream().limit(MAX_NAMES).toList(),
                merged,
                location,
                timeZone,
                website != null ? website : other.website,
                phone != null ? phone : other.phone,
                List.copyOf(allSources),
                sample,
                closed != null ? closed : other.closed,
                mergedInto);
    }

    private static List<String> namesOf(String name, @Nullable String irishName, Collection<String> otherNames) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        if (irishName != null) {
            names.add(irishName);
        }
        names.addAll(otherNames);
        return List.copyOf(names);
    }

    private static List<String> cleanNames(String field, Collection<String> given, Collection<String> without) {
        Set<String> clean = new LinkedHashSet<>();
        for (String other : given) {
            clean.add(Text.line(field, other, 120));
        }
        without.forEach(clean::remove);
        if (clean.size() > MAX_NAMES) {
            throw new InvalidValue(field, "at most " + MAX_NAMES + " names");
        }
        return List.copyOf(clean);
    }
}
