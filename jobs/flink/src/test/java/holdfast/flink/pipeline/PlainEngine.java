package holdfast.flink.pipeline;

import static java.util.Objects.requireNonNull;

import holdfast.core.alert.Alert;
import holdfast.core.alert.HoldReason;
import holdfast.core.alert.ScoreReport;
import holdfast.core.engine.Decisions;
import holdfast.core.engine.Guidance;
import holdfast.core.engine.Replay;
import holdfast.core.engine.Settings;
import holdfast.core.playbook.Playbook;
import holdfast.core.playbook.Policy;
import holdfast.core.score.Model;
import holdfast.core.time.Succession;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Encoder;
import holdfast.flink.wire.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The oracle: the plain engine over the same arrivals, its decisions as the same lines. */
public final class PlainEngine implements Decisions {

    private final Encoder encoder = WireFormat.JSON.encoder();
    private final List<String> lines = new ArrayList<>();

    private PlainEngine() {}

    static List<String> lines(Playbook playbook, List<Arrival> arrivals) {
        return lines(playbook, arrivals, Map.of());
    }

    /**
     * The lines of a run in which models are published.
     *
     * @param published the model that becomes known before the arrival of an index
     */
    public static List<String> lines(
            Playbook playbook,
            List<Arrival> arrivals,
            Map<Integer, Succession.Version<Model>> published) {
        PlainEngine engine = new PlainEngine();
        Replay replay = new Replay(Guidance.of(playbook, Settings.defaults()), engine);
        long watermarkMillis = Long.MIN_VALUE;
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (published.containsKey(i)) {
                // A timeline forgets its oldest models, so nobody's decisions may wait for later.
                replay.settle(watermarkMillis);
                Succession.Version<Model> next = requireNonNull(published.get(i));
                replay.guide(replay.guidance().withModel(next.value(), next.pin()));
            }
            if (arrival.kind() == Arrival.Kind.TICK) {
                watermarkMillis = Math.max(watermarkMillis, arrival.timeMillis());
            } else {
                replay.accept(arrival.activity(), watermarkMillis);
            }
        }
        replay.settle(watermarkMillis);
        return engine.lines;
    }

    /** A record as such a line. */
    public static String line(EncodedRecord encoded) {
        return TestingCollector.line(encoded);
    }

    @Override
    public void alert(Alert alert) {
        lines.add(TestingCollector.line(encoder.alert(alert, 0)));
    }

    @Override
    public void score(ScoreReport report) {
        lines.add(TestingCollector.line(encoder.score(report)));
    }

    @Override
    public void held(Policy policy, HoldReason reason) {}

    @Override
    public void forgotten(String customerId) {
        lines.add(TestingCollector.line(EncodedRecord.tombstone(customerId, 0)));
    }
}
