package ie.tradsessions.domain.venue;

import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.search.EditDistance;
import ie.tradsessions.domain.search.FoldedText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two records of a venue are of one and the same place. */
public enum DuplicateMatch {
    /** Certainly the same: one source, or one name within {@value #SAME_DOOR_METRES} metres. */
    SAME,
    /** Perhaps the same: somebody who knows the place has to say. */
    ALIKE,
    DIFFERENT;

    /** A pub mapped as a point and again as a building lies a few metres from itself. */
    static final int SAME_DOOR_METRES = 50;

    /** One name twice in a town: perhaps a bad position, perhaps two families. */
    static final int SAME_STREET_METRES = 500;

    /** Names that are only alike make two places suspect only where they stand close together. */
    static final int NEXT_DOOR_METRES = 150;

    /** No two venues further apart than this are ever anything but different, in metres. */
    public static final int MAX_METRES = SAME_STREET_METRES;

    /** Words that say what kind of house it is and not which. */
    private static final Set<String> KINDS_OF_HOUSE = Set.copyOf(
            FoldedText.words(
                    "bar pub public house lounge inn tavern hotel restaurant and an na tigh ti teach tabhairne bars beer garden"));

    public static DuplicateMatch of(Venue one, Venue other) {
        if (one.sample() != other.sample()) {
            // An invented house is never a real one, however it is called.
            return DIFFERENT;
        }
        if (one.sources().stream().anyMatch(other.sources()::contains)) {
            return SAME;
        }
        double metres = one.location().metresTo(other.location());
        if (metres > MAX_METRES) {
            return DIFFERENT;
        }
        if (!disjoint(folded(one), folded(other))) {
            return metres <= SAME_DOOR_METRES ? SAME : ALIKE;
        }
        return metres <= NEXT_DOOR_METRES && namesAreAlike(one, other) ? ALIKE : DIFFERENT;
    }

    /** Whether a record, of which no more is told than this, is certainly of a venue; never of an invented one. */
    public static boolean isCertainly(Venue venue, Source source, String name, GeoPoint location) {
        return !venue.sample()
                && (venue.sources().contains(source)
                        || (location.metresTo(venue.location()) <= SAME_DOOR_METRES
                                && folded(venue).contains(FoldedText.fold(name))));
    }

    private static boolean namesAreAlike(Venue one, Venue other) {
        for (String name : one.names()) {
            for (String otherName : other.names()) {
                if (alike(telling(name), telling(otherName))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One name holds all words of the other, or they differ by so few letters that a slip of the hand explains it. */
    private static boolean alike(List<String> words, List<String> others) {
        if (words.isEmpty() || others.isEmpty()) {
            return false;
        }
        if (words.containsAll(others) || others.containsAll(words)) {
            return true;
        }
        String one = String.join("", words);
        String other = String.join("", others);
        int slips = Math.min(one.length(), other.length()) / 5;
        return EditDistance.between(one, other) <= slips;
    }

    private static List<String> telling(String name) {
        return FoldedText.words(name).stream()
                .filter(word -> !KINDS_OF_HOUSE.contains(word))
                .toList();
    }

    private static Set<String> folded(Venue venue) {
        Set<String> folded = new HashSet<>();
        for (String name : venue.names()) {
            folded.add(FoldedText.fold(name));
        }
        // Lists that people keep have a pub's old name for long.
        for (String name : venue.formerNames()) {
            folded.add(FoldedText.fold(name));
        }
        // A name without a letter or digit says nothing.
        folded.remove("");
        return folded;
    }

    private static boolean disjoint(Collection<String> some, Collection<String> others) {
        return some.stream().noneMatch(others::contains);
    }
}
