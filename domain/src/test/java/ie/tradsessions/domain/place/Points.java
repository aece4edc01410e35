package ie.tradsessions.domain.place;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Points everywhere on earth, more of them where geometry goes wrong: poles, equator, and both sides of 180°. */
public final class Points extends DomainContextBase {
    @Provide
    Arbitrary<GeoPoint> points() {
        Arbitrary<Double> latitudes = Arbitraries.frequencyOf(
                Tuple.of(4, degrees(-90, 90)),
                Tuple.of(1, degrees(89, 90)),
                Tuple.of(1, degrees(-90, -89)),
                Tuple.of(1, Arbitraries.of(-90.0, 0.0, 90.0)),
                Tuple.of(2, degrees(51, 56)));
        Arbitrary<Double> longitudes = Arbitraries.frequencyOf(
                Tuple.of(4, degrees(-180, 180)),
                Tuple.of(1, degrees(179, 180)),
                Tuple.of(1, degrees(-180, -179)),
                Tuple.of(1, Arbitraries.of(-180.0, 0.0, 180.0)),
                Tuple.of(2, degrees(-11, -5)));
        return Combinators.combine(latitudes, longitudes).as(GeoPoint::new).withoutEdgeCases();
    }

    private static Arbitrary<Double> degrees(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(9);
    }
}
