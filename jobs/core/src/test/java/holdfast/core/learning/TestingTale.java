package holdfast.core.learning;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up customers as training records in the order of time, always the same. */
final class TestingTale {

    static final long T0 = 1_700_000_000_000L;

    private static final int CUSTOMERS = 60;
    private static final int SLICES = 8;

    private TestingTale() {}

    /** Each customer has a pace, which features tell with noise; half of them leave. */
    static List<TrainingRecord> records(Playbook playbook, int horizons) {
        List<TrainingRecord> records = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            add(records, TrainingRecord.keyOf("c-" + customer), playbook, random, horizons);
        }
        records.sort(
                Comparator.comparingLong(TrainingRecord::atMillis)
                        .thenComparingLong(TrainingRecord::customerKey)
                        .thenComparing(TrainingRecord::kind));
        return records;
    }

    private static void add(
            List<TrainingRecord> records,
            long customer,
            Playbook playbook,
            SplittableRandom random,
            int horizons) {
        Outcome outcome = playbook.primaryOutcome();
        long step = outcome.horizonMillis() / SLICES;
        double pace = 0.02 + 0.4 * random.nextDouble();
        int leavesAt = (int) (2 * horizons * SLICES * random.nextDouble());
        long lastMillis = T0 - step;
        int activeDays = 1;
        for (int slice = 0; slice < horizons * SLICES; slice++) {
            long atMillis = T0 + slice * step + Math.floorMod(customer, step);
            double[] features = new double[FeatureLayout.of(playbook).width()];
            for (int i = 0; i < features.length; i++) {
                features[i] = random.nextDouble();
            }
            features[Feature.PRIOR_LOGIT.position()] = 1 - 6 * pace;
            records.add(
                    TrainingRecord.snapshot(
                            customer,
                            outcome.id(),
                            atMillis,
                            new Snapshot(
                                    new Snapshot.Span(T0 - 2 * step, lastMillis, activeDays),
                                    (long) (10_000 * pace),
                                    FeatureLayout.of(playbook).categoryIds(),
                                    features)));
            if (slice < leavesAt && random.nextDouble() < pace) {
                lastMillis = atMillis + step / 2;
                activeDays++;
                records.add(TrainingRecord.decided(customer, outcome.id(), lastMillis));
            }
        }
    }
}
