package holdfast.flink.operator;

import holdfast.core.engine.Settings;
import holdfast.flink.wire.Encoding;
import holdfast.flink.wire.WireFormat;
import java.io.Serializable;

/**
 * What the scoring job is started with.
 *
 * <p>The live instant and the playbook of the very first start are kept in the job's state: a later
 * start that restores it goes on with that instant, and with its own playbook only if that may
 * replace the first.
 *
 * @param playbook YAML
 * @param model as published, empty for the shipped defaults
 * @param population as published, empty for none
 * @param liveFromMillis silences that crossed before form the opening list
 * @param warmUpMillis over how long the opening list is spread
 * @param scoreStep a change of probability that is worth publishing, in (0, 1]
 * @param trainingShare the share of customers from whom scores are learned, from 0 to 1
 * @param format how scores and alerts are written
 */
public record ScoringStart(
        String playbook,
        String model,
        String population,
        long liveFromMillis,
        long warmUpMillis,
        double scoreStep,
        double trainingShare,
        Encoding format)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A start with a playbook alone, live since ever. */
    public static ScoringStart with(String playbook) {
        Settings settings = Settings.defaults();
        return new ScoringStart(
                playbook,
                "",
                "",
                settings.liveFromMillis(),
                settings.warmUpMillis(),
                settings.scoreStep(),
                1,
                WireFormat.JSON);
    }

    Settings settings(long firstLiveFromMillis) {
        return new Settings(firstLiveFromMillis, warmUpMillis, scoreStep);
    }
}
