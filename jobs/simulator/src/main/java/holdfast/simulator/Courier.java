package holdfast.simulator;

import holdfast.core.activity.SourceKind;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings records to their topics in order of arrival, and does to them what networks and clients
 * do.
 *
 * <p>Holds only what is on its way: seconds of traffic, and the few records that are very late.
 */
final class Courier {
    private static final long SECOND_MILLIS = 1000;
    private static final long MINUTE_MILLIS = 60 * SECOND_MILLIS;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
    private static final long TRANSIT_MILLIS_MIN = 50;
    private static final long TRANSIT_MILLIS_MAX = 1500;

    private final List<Fault> faults;
    private final BadRecords badRecords;
    private final PriorityQueue<Parcel> onTheWay =
            new PriorityQueue<>(
                    Comparator.comparingLong(Parcel::arrivalMillis)
                            .thenComparingLong(Parcel::rank)
                            .thenComparingInt(Parcel::number));

    Courier(FaultRates rates, BadRecords badRecords) {
        this.faults = faults(rates);
        this.badRecords = badRecords;
    }

    /** Takes a good record; a fault may delay it or send a bad one along. */
    void send(Shopper shopper, SourceKind source, long timeMillis, byte[] value) {
        RandomStream traffic = shopper.traffic();
        long arrivalMillis = timeMillis + traffic.between(TRANSIT_MILLIS_MIN, TRANSIT_MILLIS_MAX);
        String key = shopper.customer().customerId();
        SimulatedRecord good =
                new SimulatedRecord(source, key, value, arrivalMillis, timeMillis, Expected.GOOD);
        Fault fault = faultAt(traffic.nextUnit());
        if (fault == null) {
            post(shopper, good);
            return;
        }
        long delayMillis = fault.delayMillis(traffic);
        if (fault.kind() == Expected.LATE) {
            post(shopper, good.delayed(delayMillis, Expected.LATE));
            return;
        }
        post(shopper, good);
        post(shopper, badRecords.beside(good, fault.kind(), shopper).delayed(delayMillis));
    }

    /** Hands out what arrives before {@code endMillis}, in order. */
    void deliverBefore(long endMillis, Consumer<SimulatedRecord> out) {
        while (true) {
            Parcel first = onTheWay.peek();
            if (first == null || first.arrivalMillis() >= endMillis) {
                return;
            }
            onTheWay.remove();
            out.accept(first.content());
        }
    }

    int onTheWay() {
        return onTheWay.size();
    }

    private void post(Shopper shopper, SimulatedRecord content) {
        onTheWay.add(new Parcel(content, shopper.rank(), shopper.nextRecord()));
    }

    private @Nullable Fault faultAt(double unit) {
        double upTo = 0;
        for (Fault fault : faults) {
            upTo += fault.rate();
            if (unit < upTo) {
                return fault;
            }
        }
        return null;
    }

    private static List<Fault> faults(FaultRates rates) {
        return List.of(
                new Fault(Expected.DUPLICATE, rates.duplicate(), 200, 4 * SECOND_MILLIS),
                new Fault(Expected.LATE, rates.late(), 10 * SECOND_MILLIS, 10 * MINUTE_MILLIS),
                new Fault(Expected.LATE, rates.veryLate(), HOUR_MILLIS, 36 * HOUR_MILLIS),
                Fault.prompt(Expected.ANONYMOUS, rates.anonymous()),
                Fault.prompt(Expected.BROKEN, rates.broken()),
                Fault.prompt(Expected.EMPTY, rates.empty()),
                Fault.prompt(Expected.FUTURE, rates.future()),
                Fault.prompt(Expected.SECONDS, rates.seconds()),
                Fault.prompt(Expected.OTHER_CURRENCY, rates.otherCurrency()));
    }

    private record Fault(Expected kind, double rate, long delayMillisMin, long delayMillisMax) {
        static Fault prompt(Expected kind, double rate) {
            return new Fault(kind, rate, 1, 1);
        }

        long delayMillis(RandomStream traffic) {
            return traffic.betweenByMagnitude(delayMillisMin, delayMillisMax);
        }
    }

    private record Parcel(SimulatedRecord content, long rank, int number) {
        long arrivalMillis() {
            return content.kafkaTimestampMillis();
        }
    }
}
