package holdfast.core.training;

import static holdfast.core.training.TestingLog.CANCEL;
import static holdfast.core.training.TestingLog.DAY;
import static holdfast.core.training.TestingLog.END;
import static holdfast.core.training.TestingLog.LAPSE;
import static holdfast.core.training.TestingLog.PLAYBOOK;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.engine.TestingDecisions;
import holdfast.core.engine.TestingShop;
import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.learning.LabelledRows;
import holdfast.core.playbook.Outcome;
import holdfast.core.prior.BgNbd;
import holdfast.core.score.Model;
import holdfast.core.score.PriorScorer;
import holdfast.core.time.Days;
import holdfast.core.training.NaiveSnapshots.Due;
import holdfast.core.training.TestingLog.Arrival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The engine's snapshots and their labels, against someone who has the raw events and knows neither
 * the engine nor its state.
 *
 * <p>What holds of late events, as of any: a grid point is told once, when the watermark or an
 * event of the customer reaches it, from what had come by then. It is never told anew or taken
 * back, so a snapshot may lack an event that came later, and one of somebody who turns out to have
 * cancelled before it stays. Its label is that of all events in the order of time, as long as the
 * disorder stays within the watermark's bound.
 */
class SnapshotOraclePropertyTest {

    private static final long BOUND = 3 * DAY;
    private static final double EXACT = 1e-9;
    private static final Days DAYS = Days.in(TestingLog.ZONE);
    private static final BgNbd OF_LAPSE = TestingShop.LIVELY;
    private static final BgNbd OF_CANCEL = new BgNbd(0.6, 2.0, 0.8, 2.5);

    @Property(tries = 10)
    void saysOfEachGridPointWhatTheEventsBeforeItSay(@ForAll long seed) {
        List<Arrival> arrivals = new TestingLog(seed).arrivals(0, 0);

        assertTold(told(arrivals), arrivals);
    }

    @Property(tries = 10)
    void saysWhatHadComeByThenWhenEventsAreOutOfOrderAndLate(@ForAll long seed) {
        List<Arrival> arrivals = new TestingLog(seed).arrivals(BOUND, 40 * DAY);

        assertTold(told(arrivals), arrivals);
    }

    @Property(tries = 10)
    void labelsAsTheEventsInTheOrderOfTimeDo(@ForAll long seed) {
        List<Arrival> arrivals = new TestingLog(seed).arrivals(BOUND, 0);
        List<TrainingRecord> told = inOrderOfTime(told(arrivals));
        Map<Outcome, LabelledRows> rows =
                Map.of(LAPSE, rows(LAPSE, told), CANCEL, rows(CANCEL, told));

        for (String customer : NaiveSnapshots.customers(arrivals)) {
            NaiveSnapshots naive = naive(customer, arrivals);
            Map<String, LabelledRows.Row> labelled = new TreeMap<>();
            rows.forEach((outcome, all) -> collect(outcome, all, customer, labelled));
            for (Due due : naive.due()) {
                LabelledRows.Row row =
                        requireNonNull(labelled.remove(due.outcome().id() + "@" + due.atMillis()));
                boolean mature = due.atMillis() + due.outcome().horizonMillis() <= END;
                assertThat(row.label().isPresent()).isEqualTo(mature);
                row.label().ifPresent(label -> assertThat(label).isEqualTo(naive.label(due)));
            }
            assertThat(labelled).isEmpty();
        }
    }

    private static void assertTold(List<TrainingRecord> told, List<Arrival> arrivals) {
        for (String customer : NaiveSnapshots.customers(arrivals)) {
            List<Due> due = naive(customer, arrivals).due();
            List<TrainingRecord> snapshots = snapshotsOf(customer, told);
            assertThat(snapshots.stream().map(s -> s.outcomeId() + "@" + s.atMillis()))
                    .containsExactlyElementsOf(
                            due.stream().map(d -> d.outcome().id() + "@" + d.atMillis()).toList());
            for (int i = 0; i < due.size(); i++) {
                assertSaid(snapshots.get(i).snapshot(), due.get(i));
            }
        }
    }

    private static void assertSaid(Snapshot said, Due due) {
        NaiveFeatures naive = new NaiveFeatures(due.outcome(), due.known(), due.atMillis());
        assertThat(said.span()).isEqualTo(naive.span());
        assertThat((double) said.valueMinor()).isCloseTo(naive.value(), within(0.501));
        assertThat(said.categoryIds()).containsExactly(NaiveFeatures.CATEGORIES);
        for (Feature feature : Feature.values()) {
            double value = said.features()[feature.position()];
            if (feature == Feature.PRIOR_LOGIT) {
                BgNbd prior = due.outcome().equals(LAPSE) ? OF_LAPSE : OF_CANCEL;
                assertThat(1 / (1 + Math.exp(-value)))
                        .isCloseTo(naive.priorProbability(prior), within(1e-8));
            } else {
                assertThat(value).as(feature.id()).isCloseTo(naive.of(feature), within(EXACT));
            }
        }
        int position = FeatureCatalogue.size();
        for (int categoryId : NaiveFeatures.CATEGORIES) {
            for (double expected : naive.ofCategory(categoryId)) {
                assertThat(said.features()[position++]).isCloseTo(expected, within(EXACT));
            }
        }
        assertThat(said.features()).hasSize(position);
    }

    private static List<TrainingRecord> snapshotsOf(String customer, List<TrainingRecord> told) {
        long key = TrainingRecord.keyOf(customer);
        return told.stream()
                .filter(record -> record.kind() == TrainingRecord.Kind.SNAPSHOT)
                .filter(record -> record.customerKey() == key)
                .sorted(
                        Comparator.comparingLong(TrainingRecord::atMillis)
                                .thenComparingInt(TrainingRecord::outcomeId))
                .toList();
    }

    private static void collect(
            Outcome outcome,
            LabelledRows rows,
            String customer,
            Map<String, LabelledRows.Row> into) {
        for (int row = 0; row < rows.size(); row++) {
            LabelledRows.Row known = rows.row(row, END);
            if (known.customerKey() == TrainingRecord.keyOf(customer)) {
                into.put(outcome.id() + "@" + known.atMillis(), known);
            }
        }
    }

    private static LabelledRows rows(Outcome outcome, List<TrainingRecord> told) {
        LabelledRows rows = new LabelledRows(outcome, PLAYBOOK);
        told.forEach(rows::take);
        rows.arrange(END);
        return rows;
    }

    private static NaiveSnapshots naive(String customer, List<Arrival> arrivals) {
        return new NaiveSnapshots(
                customer,
                arrivals.stream()
                        .filter(arrival -> arrival.activity().customerId().equals(customer))
                        .toList(),
                END);
    }

    private static List<TrainingRecord> told(List<Arrival> arrivals) {
        TestingDecisions out = new TestingDecisions();
        Model model =
                new Model(
                        "test",
                        0,
                        DAYS,
                        Map.of(
                                LAPSE.id(), new PriorScorer(OF_LAPSE, DAYS),
                                CANCEL.id(), new PriorScorer(OF_CANCEL, DAYS)));
        Replay replay =
                new Replay(Guidance.of(PLAYBOOK, Settings.defaults()).withModel(model), out);
        for (Arrival arrival : arrivals) {
            replay.accept(arrival.activity(), arrival.watermarkMillis());
        }
        replay.settle(END);
        assertThat(out.alerts).isNotEmpty();
        return out.told;
    }

    /** As the topic has them. */
    private static List<TrainingRecord> inOrderOfTime(List<TrainingRecord> told) {
        List<TrainingRecord> ordered = new ArrayList<>(told);
        ordered.sort(
                Comparator.comparingLong(TrainingRecord::atMillis)
                        .thenComparingLong(TrainingRecord::customerKey)
                        .thenComparingInt(TrainingRecord::outcomeId)
                        .thenComparing(TrainingRecord::kind));
        return ordered;
    }
}
