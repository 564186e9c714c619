package holdfast.flink.wire;

import holdfast.core.learning.Lesson;
import holdfast.core.quality.Drift;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Quality;
import holdfast.core.quality.Split;
import holdfast.schemas.v1.FeatureDrift;
import holdfast.schemas.v1.Opinion;
import holdfast.schemas.v1.OpinionJudgement;
import holdfast.schemas.v1.OpinionShare;
import holdfast.schemas.v1.QualityReport;
import holdfast.schemas.v1.QualitySplit;
import holdfast.schemas.v1.ServingScore;
import holdfast.schemas.v1.SplitBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes reports of quality as Avro single-object. */
final class QualityAvro {

    private final FramedRecords records = FramedRecords.singleObject(QualityReport.class);

    byte[] bytes(holdfast.core.learning.QualityReport report) {
        Lesson lesson = report.lesson();
        Quality quality = lesson.quality();
        QualityReport message = new QualityReport();
        message.setOutcome(report.outcome());
        message.setLearnedAt(Instant.ofEpochMilli(lesson.atMillis()));
        message.setPlaybook(report.playbook());
        message.setPlaybookVersion(report.playbookVersion());
        message.setModelVersion(report.modelVersion());
        message.setServing(lesson.linear().isPresent() ? ServingScore.LEARNED : ServingScore.PRIOR);
        message.setOpenRows(quality.counts().open());
        message.setMaturedRows(quality.counts().matured());
        message.setTreatedRows(quality.counts().treated());
        message.setSpecialRows(quality.counts().special());
        message.setCustomers(quality.counts().customers());
        message.setShares(
                report.shares().stream()
                        .map(share -> new OpinionShare(opinion(share.opinion()), share.share()))
                        .toList());
        message.setJudgements(judgements(quality.judgements()));
        message.setSplits(quality.splits().stream().map(QualityAvro::split).toList());
        drift(message, quality.drift());
        return records.bytes(message);
    }

    private static QualitySplit split(Split split) {
        return new QualitySplit(
                SplitBy.valueOf(split.by().name()), split.group(), judgements(split.judgements()));
    }

    private static List<OpinionJudgement> judgements(List<Judgement> judgements) {
        return judgements.stream()
                .map(
                        each ->
                                new OpinionJudgement(
                                        opinion(each.opinion()),
                                        each.rows(),
                                        each.customers(),
                                        each.lostShare(),
                                        each.meanRisk(),
                                        each.logLoss(),
                                        known(each.rocAuc()),
                                        each.calibrationError(),
                                        each.calibrationErrorByChance()))
                .toList();
    }

    private static void drift(QualityReport message, Drift drift) {
        message.setDriftRows(drift.rows());
        message.setDriftRowsBefore(drift.rowsBefore());
        message.setDriftByChance(known(drift.indexByChance()));
        message.setPastRhythm(known(drift.pastRhythm()));
        message.setPastRhythmBefore(known(drift.pastRhythmBefore()));
        message.setDrifts(
                drift.features().stream()
                        .map(
                                each ->
                                        new FeatureDrift(
                                                each.feature(), each.family().name(), each.index()))
                        .toList());
    }

    private static Opinion opinion(holdfast.core.quality.Opinion opinion) {
        return Opinion.valueOf(opinion.name());
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
