package holdfast.core.engine;

import static holdfast.core.engine.TestingShop.DAY;
import static holdfast.core.engine.TestingShop.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.activity.Activity;
import holdfast.core.activity.SourceKind;
import holdfast.core.alert.Alert;
import holdfast.core.alert.AlertStatus;
import holdfast.core.playbook.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The engine, which sleeps until something is due, against a watch that looks all the time. */
class SilenceOraclePropertyTest {

    private static final long END = START + 300 * DAY;
    private static final Policy POLICY =
            new Policy(1, "save", 1, 0.60, 0.45, 1.0, 5 * DAY, 14 * DAY, 40 * DAY, 1.0);

    @Property(tries = 40, seed = "20260101")
    void opensAndClosesWhenSomeoneWhoLooksAllTheTimeWould(
            @ForAll @IntRange(max = 1_000_000) int seed) {
        List<Long> visits = visits(new Random(seed));

        List<NaiveSilence.Step> expected =
                new NaiveSilence(TestingShop.LIVELY, POLICY).watch(visits, END);
        List<Alert> actual = alerts(visits);

        assertThat(actual).extracting(Alert::status).isEqualTo(statuses(expected));
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).occurredAtMillis())
                    .isCloseTo(expected.get(i).atMillis(), within(2 * NaiveSilence.STEP));
        }
    }

    private static List<AlertStatus> statuses(List<NaiveSilence.Step> steps) {
        return steps.stream().map(NaiveSilence.Step::status).toList();
    }

    private static List<Alert> alerts(List<Long> visits) {
        TestingDecisions out = new TestingDecisions();
        Replay replay = new Replay(TestingShop.guidance(Settings.defaults(), POLICY), out);
        for (long visit : visits) {
            replay.accept(
                    new Activity("c-1", visit, "Order Completed", 1, 0, 0, SourceKind.TRANSACTION));
        }
        replay.settle(END);
        return out.alerts;
    }

    private static List<Long> visits(Random random) {
        List<Long> visits = new ArrayList<>();
        long step = START / NaiveSilence.STEP;
        while (step * NaiveSilence.STEP < START + 250 * DAY) {
            visits.add(step * NaiveSilence.STEP);
            step += 1 + random.nextInt(random.nextInt(8) == 0 ? 10_000 : 800);
        }
        return visits;
    }
}
