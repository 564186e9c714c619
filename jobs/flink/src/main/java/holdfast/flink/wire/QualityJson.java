package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import holdfast.core.learning.Lesson;
import holdfast.core.learning.QualityReport;
import holdfast.core.quality.Drift;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Quality;
import java.util.List;

/** Writes reports of quality as JSON, under the names of the Avro schema. */
final class QualityJson {

    private final JsonFactory json = new JsonFactory();

    byte[] bytes(QualityReport report) {
        Lesson lesson = report.lesson();
        Quality quality = lesson.quality();
        JsonRecord out = new JsonRecord(json);
        out.text("outcome", report.outcome())
                .instant("learned_at", lesson.atMillis())
                .text("playbook", report.playbook())
                .whole("playbook_version", report.playbookVersion())
                .text("model_version", report.modelVersion())
                .text("serving", lesson.linear().isPresent() ? "LEARNED" : "PRIOR")
                .whole("open_rows", quality.counts().open())
                .whole("matured_rows", quality.counts().matured())
                .whole("treated_rows", quality.counts().treated())
                .whole("special_rows", quality.counts().special())
                .whole("customers", quality.counts().customers())
                .list(
                        "shares",
                        report.shares(),
                        share ->
                                out.text("opinion", share.opinion().name())
                                        .fraction("share", share.share()));
        judgements(out, quality.judgements());
        out.list(
                "splits",
                quality.splits(),
                split -> {
                    out.text("by", split.by().name()).text("group", split.group());
                    judgements(out, split.judgements());
                });
        drift(out, quality.drift());
        return out.toBytes();
    }

    private static void judgements(JsonRecord out, List<Judgement> judgements) {
        out.list(
                "judgements",
                judgements,
                judgement ->
                        out.text("opinion", judgement.opinion().name())
                                .whole("rows", judgement.rows())
                                .whole("customers", judgement.customers())
                                .fraction("lost_share", judgement.lostShare())
                                .fraction("mean_probability", judgement.meanRisk())
                                .fraction("log_loss", judgement.logLoss())
                                .fraction("roc_auc", judgement.rocAuc())
                                .fraction("calibration_error", judgement.calibrationError())
                                .fraction(
                                        "calibration_error_by_chance",
                                        judgement.calibrationErrorByChance()));
    }

    private static void drift(JsonRecord out, Drift drift) {
        out.whole("drift_rows", drift.rows())
                .whole("drift_rows_before", drift.rowsBefore())
                .fraction("drift_by_chance", drift.indexByChance())
                .fraction("past_rhythm", drift.pastRhythm())
                .fraction("past_rhythm_before", drift.pastRhythmBefore())
                .list(
                        "drifts",
                        drift.features(),
                        feature ->
                                out.text("feature", feature.feature())
                                        .text("family", feature.family().name())
                                        .fraction("index", feature.index()));
    }
}
