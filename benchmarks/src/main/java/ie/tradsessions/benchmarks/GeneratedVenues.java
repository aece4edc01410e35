package ie.tradsessions.benchmarks;

import ie.tradsessions.application.fixtures.Town;
import ie.tradsessions.domain.Identifier;
import ie.tradsessions.domain.place.GeoPoint;
import ie.tradsessions.domain.place.Place;
import ie.tradsessions.domain.venue.Source;
import ie.tradsessions.domain.venue.Venue;
import ie.tradsessions.domain.venue.VenueId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented venues without sessions, one after another and the same every time, as a map's data hold them: in thousands
 * of invented villages around real towns, three quarters of them in Ireland.
 */
final class GeneratedVenues {
    private static final int VILLAGES = 4_000;
    private static final double VILLAGE_DEGREES = 0.6;
    private static final double VENUE_DEGREES = 0.02;

    private static final List<String> FIRST_PARTS =
            List.of("Bally", "Kil", "Knock", "Clon", "Carrick", "Drum", "Rath", "Lis", "Dun", "Ard", "Glen", "Inish");
    private static final List<String> SECOND_PARTS = List.of(
            "more", "beg", "roe", "duff", "bawn", "nagh", "keel", "derg", "mullan", "corry", "shannon", "feakle",
            "tubber", "carra", "lahan", "moyle", "quin", "sillan", "tarsna", "vogy");
    private static final List<String> FAMILIES = List.of(
            "Ahern", "Boland", "Brady", "Breen", "Burke", "Byrne", "Carey", "Casey", "Clancy", "Coleman", "Conlon",
            "Crowley", "Daly", "Devlin", "Dolan", "Duffy", "Egan", "Fahy", "Farrell", "Flynn", "Foley", "Gormley",
            "Hanley", "Healy", "Hogan", "Keane", "Keogh", "Lally", "Lynch", "Madden", "Moran", "Nolan", "Power",
            "Quinn", "Regan", "Ryan", "Scanlon", "Tierney", "Tully", "Ward");
    private static final List<String> THINGS = List.of(
            "Abbey",
            "Badger",
            "Barrel",
            "Bell",
            "Bridge",
            "Castle",
            "Cross",
            "Crown",
            "Eagle",
            "Ferry",
            "Fox",
            "Gate",
            "Hare",
            "Hill",
            "Horse",
            "Lantern",
            "Lion",
            "Market",
            "Mill",
            "Moon",
            "Oak",
            "Orchard",
            "Pike",
            "Plough",
            "Priory",
            "Rising Sun",
            "River",
            "Rose",
            "Salmon",
            "Spinning Wheel",
            "Square",
            "Stag",
            "Star",
            "Strand",
            "Thistle",
            "Tower",
            "Village",
            "Wagon",
            "Well",
            "Wren");
    private static final List<String> STREETS =
            List.of("Main Street", "Church Street", "Bridge Street", "The Square", "Market Street", "Chapel Lane");

    private final Random random = new Random(GeneratedStore.SEED);
    private final List<Town> villages = new ArrayList<>();
    private int made;

    GeneratedVenues() {
        for (int i = 0; i < VILLAGES; i++) {
            villages.add(village());
        }
    }

    private Town village() {
        Town near = one(chance(0.75) ? Town.OF_IRELAND : Town.OF_ELSEWHERE);
        return new Town(
                one(FIRST_PARTS) + one(SECOND_PARTS),
                near.county(),
                near.region(),
                near.country(),
                near.gaeltacht(),
                around(near.location(), VILLAGE_DEGREES),
                near.zone());
    }

    Venue next() {
        int number = made++;
        Town village = one(villages);
        return new Venue(
                new VenueId(Identifier.derivedFrom("generated venue without sessions " + number)),
                name(),
                null,
                List.of(),
                List.of(),
                new Place(
                        chance(0.5) ? random.nextInt(1, 90) + " " + one(STREETS) : null,
                        village.name(),
                        village.county(),
                        village.region(),
                        village.country(),
                        village.gaeltacht()),
                around(village.location(), VENUE_DEGREES),
                village.zone(),
                chance(0.3) ? URI.create("https://pub-" + number + ".example/") : null,
                chance(0.3) ? "+353 1 55 " + random.nextInt(10_000, 100_000) : null,
                List.of(new Source("generated", "node/" + random.nextLong(1_000_000_000L, 9_999_999_999L))),
                true,
                null);
    }

    private String name() {
        return switch (random.nextInt(4)) {
            case 0 -> one(FAMILIES) + "'s";
            case 1 -> one(FAMILIES) + "'s Bar";
            case 2 -> "The " + one(THINGS) + " Inn";
            default -> "The " + one(THINGS) + " and " + one(THINGS);
        };
    }

    /** To the seven places of OpenStreetMap. */
    private GeoPoint around(GeoPoint centre, double degrees) {
        double north = (random.nextDouble() * 2 - 1) * degrees;
        double east = (random.nextDouble() * 2 - 1) * degrees;
        double longitude = centre.longitude() + east;
        return new GeoPoint(
                rounded(centre.latitude() + north),
                rounded(longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    private boolean chance(double of) {
        return random.nextDouble() < of;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
