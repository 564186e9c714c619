package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.LAPSE;
import static holdfast.core.engine.TestingShop.SAVE;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Activity;
import holdfast.core.bytes.Hashes;
import holdfast.core.customer.CustomerState;
import holdfast.core.engagement.FoldRules;
import holdfast.core.features.FeatureLayout;
import holdfast.core.features.FeatureReader;
import holdfast.core.playbook.Playbook;
import holdfast.core.training.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The engine's snapshots, against someone who reads the events up to each grid point anew. */
class SnapshotOraclePropertyTest {

    private static final String CUSTOMER = "c-1";
    private static final long END = START + 400 * DAY;
    private static final long STEP = LAPSE.horizonMillis() / 8;

    @Property(tries = 12)
    void areWhatTheEventsBeforeEachGridPointSay(@ForAll long seed) {
        List<Activity> events = events(new Random(seed));
        TestingDecisions out = new TestingDecisions();
        Replay replay = replay(out);
        events.forEach(replay::accept);
        replay.settle(END);

        assertThat(out.told).containsExactlyElementsOf(expected(events));
    }

    private static Replay replay(TestingDecisions out) {
        return new Replay(TestingShop.guidance(Settings.defaults(), SAVE), out);
    }

    private static List<Activity> events(Random random) {
        List<Activity> events = new ArrayList<>();
        double day = random.nextDouble() * 20;
        while (day < 380) {
            String name =
                    switch (random.nextInt(4)) {
                        case 0 -> "Product Viewed";
                        case 1 -> "Order Refunded";
                        default -> "Order Completed";
                    };
            events.add(TestingShop.event(CUSTOMER, day, name, 1 + random.nextInt(5000), 0));
            boolean isLongSilence = random.nextInt(6) == 0;
            day += 0.01 + random.nextDouble() * (isLongSilence ? 100 : 8);
        }
        return events;
    }

    private static List<TrainingRecord> expected(List<Activity> events) {
        List<TrainingRecord> expected = new ArrayList<>();
        long key = TrainingRecord.keyOf(CUSTOMER);
        long gridMillis = firstGrid();
        long lastMillis = Long.MIN_VALUE;
        int next = 0;
        while (gridMillis <= END) {
            for (; next < events.size() && events.get(next).timeMillis() < gridMillis; next++) {
                Activity event = events.get(next);
                if (!event.name().equals("Order Completed")) {
                    continue;
                }
                if (lastMillis > Long.MIN_VALUE && gridMillis - STEP > lastMillis) {
                    expected.add(TrainingRecord.decided(key, LAPSE.id(), event.timeMillis()));
                }
                lastMillis = event.timeMillis();
            }
            boolean isInScope =
                    lastMillis > Long.MIN_VALUE
                            && gridMillis - lastMillis < LAPSE.activeWithinMillis();
            if (isInScope) {
                expected.add(snapshot(key, events.subList(0, next), gridMillis));
            }
            gridMillis += STEP;
        }
        return expected;
    }

    private static long firstGrid() {
        long phaseMillis = Math.floorMod(Hashes.hash64(CUSTOMER), STEP);
        return Math.floorDiv(START - phaseMillis, STEP) * STEP + phaseMillis + STEP;
    }

    /** Made by another engine that has never seen anything else. */
    private static TrainingRecord snapshot(long key, List<Activity> before, long gridMillis) {
        TestingDecisions out = new TestingDecisions();
        Replay replay = replay(out);
        before.forEach(replay::accept);
        CustomerState state = replay.customers().next();
        Playbook playbook = TestingShop.playbook();
        FeatureLayout layout = FeatureLayout.of(playbook);
        double prior = TestingShop.lively().scorerFor(LAPSE).probability(state, LAPSE, gridMillis);
        double[] features = new double[layout.width()];
        new FeatureReader(LAPSE, FoldRules.of(playbook), layout)
                .read(state, gridMillis, Math.log(prior / (1 - prior)), features);
        replay.settle(gridMillis);
        TrainingRecord told = out.told.get(out.told.size() - 1);
        assertThat(told.customerKey()).isEqualTo(key);
        assertThat(told.atMillis()).isEqualTo(gridMillis);
        assertThat(told.snapshot().features()).containsExactly(features);
        return told;
    }
}
