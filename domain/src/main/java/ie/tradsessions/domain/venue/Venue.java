package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.InvalidValue;
import ie.tradsessions.domain.Text;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place that hosts sessions.
 *
 * @param name the name over the door, 1 to 120 characters
 * @param irishName its name in Irish where that is another, or null
 * @param otherNames names that people also use, without {@code name} and {@code irishName}, at most 10
 * @param timeZone the zone in which its sessions are timed
 * @param website http or https, in the form of {@link WebAddress}, or null
 * @param phone as one dials it from abroad or at home, or null
 * @param sources the data sets that it came from, in order; empty where a member typed it in
 * @param sample whether it was invented to show what the app does
 */
public record Venue(
        VenueId id,
        String name,
        @Nullable String irishName,
        List<String> otherNames,
        Place place,
        GeoPoint location,
        ZoneId timeZone,
        @Nullable URI website,
        @Nullable String phone,
        List<Source> sources,
        boolean sample) {
    private static final int MAX_NAMES = 10;
    private static final int MAX_SOURCES = 20;

    public Venue {
        name = Text.line("name", name, 120);
        irishName = Text.optionalLine("nameIrish", irishName, 120);
        if (name.equals(irishName)) {
            irishName = null;
        }
        otherNames = cleanNames(otherNames, name, irishName);
        website = website == null ? null : WebAddress.checked("website", website);
        phone = Text.optionalLine("phone", phone, 40);
        sources = List.copyOf(new TreeSet<>(sources));
        if (sources.size() > MAX_SOURCES) {
            throw new InvalidValue("sources", "at most " + MAX_SOURCES);
        }
    }

    /** The name, the Irish name and the others, in that order. */
    public List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        names.add(name);
        if (irishName != null) {
            names.add(irishName);
        }
        names.addAll(otherNames);
        return List.copyOf(names);
    }

    /**
     * This venue, knowing also what another record of it knows: its names, its sources, and whatever this one lacks.
     * What this one states is kept.
     */
    public Venue enrichedBy(Venue other) {
        Set<String> names = new LinkedHashSet<>(otherNames);
        names.addAll(other.names());
        String itsIrishName = irishName != null ? irishName : other.irishName;
        names.removeIf(known -> known.equals(name) || known.equals(itsIrishName));
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
                merged,
                location,
                timeZone,
                website != null ? website : other.website,
                phone != null ? phone : other.phone,
                List.copyOf(allSources),
                sample);
    }

    private static List<String> cleanNames(Collection<String> given, String name, @Nullable String irishName) {
        Set<String> clean = new LinkedHashSet<>();
        for (String other : given) {
            clean.add(Text.line("otherNames", other, 120));
        }
        clean.remove(name);
        if (irishName != null) {
            clean.remove(irishName);
        }
        if (clean.size() > MAX_NAMES) {
            throw new InvalidValue("otherNames", "at most " + MAX_NAMES + " names");
        }
        return List.copyOf(clean);
    }
}
