package ie.tradsessions.benchmarks;

import ie.tradsessions.adapters.dynamodb.cost.LoadTable;
import ie.tradsessions.application.ReadConsistency;

/**
 * How often Lambda starts instances of a function, and what each of them reads first.
 *
 * <p>Lambda gives a request to an instance that is idle, and starts one where there is none. It ends an instance that was
 * idle for a time, and any instance after some hours. The model is a simple form of that of N. Mahmoudi and H. Khazaei,
 * "Performance Modeling of Serverless Computing Platforms" (IEEE Transactions on Cloud Computing, 2020): requests arrive
 * at random (a Poisson process), and instances are asked in a fixed order. What the first <i>n</i> instances cannot take,
 * because they are busy, is the share that Erlang's loss formula gives, and is offered to the next one as if that came at
 * random too. That is close while few are busy at once; at more it tells too few starts, since what overflows comes in
 * bursts.
 */
final class FirstLoads {
    /** As {@code SearchIndex}: whoever has more to read loads the snapshot instead. */
    private static final int MAX_TAIL = 10_000;

    private static final double BYTES_OF_AN_ENTRY = 50;
    private static final double BYTES_OF_A_READ_UNIT = 4_096;

    /** Requests in a month to a further instance; less is nothing. */
    private static final double NEGLIGIBLE = 1e-3;

    /**
     * What Lambda does, and how often a version is deployed.
     *
     * @param idleSeconds how long it keeps an instance that nobody asks
     * @param lifetimeSeconds how long it keeps one that is asked again and again
     * @param versions how many are deployed in a month
     */
    record Platform(Rhythm rhythm, double idleSeconds, double lifetimeSeconds, double versions) {
        static Platform of(Prices prices) {
            return new Platform(
                    Rhythm.of(prices),
                    prices.number("start.idle-minutes") * 60,
                    prices.number("start.lifetime-hours") * 3_600,
                    prices.number("start.versions"));
        }
    }

    private final Platform platform;
    private final double busySeconds;

    /** @param busySeconds how long an instance takes for one request */
    FirstLoads(Platform platform, double busySeconds) {
        this.platform = platform;
        this.busySeconds = busySeconds;
    }

    /**
     * How many instances are started in a month: as many as the model says, but at least one on each day with a request,
     * and one for each version; and never more than there are requests.
     */
    double starts(double requestsAMonth) {
        double started = platform.rhythm().stretches(requestsAMonth).stream()
                .mapToDouble(stretch -> stretch.seconds() * startsASecond(stretch))
                .sum();
        return Math.min(requestsAMonth, Math.max(started, daysWithRequests(requestsAMonth)) + platform.versions());
    }

    /** How many days of a month have a request, on average. */
    static double daysWithRequests(double requestsAMonth) {
        return Rhythm.DAYS * -Math.expm1(-requestsAMonth / Rhythm.DAYS);
    }

    private double startsASecond(Rhythm.Stretch stretch) {
        double starts = 0;
        Instance instance = Instance.first(stretch.rate(), busySeconds);
        while (instance.offered() * stretch.seconds() > NEGLIGIBLE) {
            double ended = 1 / (1 + instance.taken() * platform.lifetimeSeconds());
            double gone = gone(instance);
            starts += instance.taken() * (gone + (1 - gone) * ended);
            instance = instance.next();
        }
        return starts;
    }

    /** How many instances Lambda keeps in the evening, on average. */
    double instances(double requestsAMonth) {
        Rhythm.Stretch evening = platform.rhythm().evening(requestsAMonth);
        double kept = 0;
        Instance instance = Instance.first(evening.rate(), busySeconds);
        while (instance.offered() * evening.seconds() > NEGLIGIBLE) {
            kept += 1 - gone(instance);
            instance = instance.next();
        }
        return kept;
    }

    /** How likely it is that nothing was offered to an instance for so long that it has gone. */
    private double gone(Instance instance) {
        return Math.exp(-instance.offered() * platform.idleSeconds());
    }

    /**
     * One instance in the order in which they are asked.
     *
     * @param number from 1
     * @param load how many instances would be busy on average, if there were enough: Erlang's measure
     * @param offered requests in each second that find all before it busy
     * @param refused the share of all requests that finds this one busy too
     */
    private record Instance(int number, double load, double rate, double offered, double refused) {
        static Instance first(double rate, double busySeconds) {
            return new Instance(0, rate * busySeconds, rate, rate, 1).next();
        }

        /** By the usual recursion of Erlang's loss formula. */
        Instance next() {
            return new Instance(number + 1, load, rate, rate * refused, load * refused / (number + 1 + load * refused));
        }

        double taken() {
            return offered - rate * refused;
        }
    }

    /**
     * Read units of a start that goes on from what the function had in memory when its version was published: on average
     * over the time between two versions.
     *
     * @param changesAMonth saves that the journal tells of, each taken for one of another aggregate
     */
    double unitsOfRestore(double changesAMonth, LoadTable.Measured load, ReadConsistency consistency) {
        double most = changesAMonth / platform.versions();
        if (most <= MAX_TAIL) {
            return tail(most / 2, consistency);
        }
        double within = MAX_TAIL / most;
        double tooMuch = entries(MAX_TAIL, consistency) + unitsOfLoad(changesAMonth, load, consistency);
        return within * tail(MAX_TAIL / 2.0, consistency) + (1 - within) * tooMuch;
    }

    /**
     * Read units of a start from the snapshot in the table. That is made anew each night, and whenever as many saves were
     * made as it is worth; what came after it is read from the journal.
     */
    static double unitsOfLoad(double changesAMonth, LoadTable.Measured load, ReadConsistency consistency) {
        double since = Math.min(changesAMonth / Rhythm.DAYS, load.saves()) / 2;
        return load.load().readUnits() - tail(0, ReadConsistency.EVENTUAL) + tail(since, consistency);
    }

    /** The entries of the journal, and each of the aggregates that they name. */
    private static double tail(double changes, ReadConsistency consistency) {
        return entries(changes, consistency) + units(changes, consistency);
    }

    private static double entries(double changes, ReadConsistency consistency) {
        return units(Math.max(1, changes * BYTES_OF_AN_ENTRY / BYTES_OF_A_READ_UNIT), consistency);
    }

    private static double units(double blocks, ReadConsistency consistency) {
        return consistency == ReadConsistency.STRONG ? blocks : blocks / 2;
    }
}
