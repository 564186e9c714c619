package holdfast.flink.wire;

import holdfast.core.features.FeatureFamily;
import holdfast.core.learning.Lesson;
import holdfast.core.learning.QualityReport;
import holdfast.core.prior.BgNbd;
import holdfast.core.prior.BgNbdFit;
import holdfast.core.quality.Counts;
import holdfast.core.quality.Drift;
import holdfast.core.quality.FeatureDrift;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Quality;
import holdfast.core.quality.Split;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports of quality with a little of everything. */
public final class TestingReports {

    public static final long AT = Instant.parse("2026-05-26T09:30:00Z").toEpochMilli();

    private TestingReports() {}

    /** Of a prior that serves alone, whose ranking and whose newest rhythm are not known. */
    public static QualityReport report() {
        BgNbdFit.Fit prior =
                new BgNbdFit.Fit(new BgNbd(1, 1, 1, 1), -5, 4, true, BgNbdFit.Source.DEFAULT);
        Judgement served = new Judgement(Opinion.SERVED, 2, 2, .5, .4, .6, Double.NaN, .1, .2);
        Quality quality =
                new Quality(
                        new Counts(3, 2, 1, 5, 4),
                        List.of(served),
                        List.of(new Split(Split.By.TENURE, "0-1", List.of())),
                        new Drift(
                                3,
                                2,
                                7.5,
                                Double.NaN,
                                .5,
                                List.of(new FeatureDrift("recency", FeatureFamily.SILENCE, .25))));
        return new QualityReport(
                "shop",
                2,
                "m-1",
                "lapse",
                new Lesson(AT, prior, Optional.empty(), List.of(1.0), quality));
    }
}
