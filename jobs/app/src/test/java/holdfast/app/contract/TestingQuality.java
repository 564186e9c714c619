package holdfast.app.contract;

import holdfast.core.features.FeatureCatalogue;
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
import holdfast.core.score.LinearWeights;
import holdfast.core.score.LinearWeights.FeatureWeight;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reports of quality: one with everything, one with the least. */
public final class TestingQuality {

    private static final BgNbdFit.Fit PRIOR =
            new BgNbdFit.Fit(
                    new BgNbd(0.243, 4.414, 0.793, 2.426),
                    -9_582.4,
                    310,
                    true,
                    BgNbdFit.Source.FITTED);

    private TestingQuality() {}

    /** A report with every field that a report can have. */
    public static QualityReport learned() {
        FeatureWeight weight = new FeatureWeight(0.5, 0, 3);
        LinearWeights linear =
                new LinearWeights(-1, Collections.nCopies(FeatureCatalogue.size(), weight));
        Quality quality =
                new Quality(
                        new Counts(800, 5_200, 40, 60, 310),
                        List.of(
                                new Judgement(
                                        Opinion.PRIOR, 760, 101, .31, .35, .604, .71, .061, .037),
                                new Judgement(
                                        Opinion.SERVED, 760, 101, .31, .32, .587, .742, .05, .036)),
                        List.of(new Split(Split.By.VALUE, "10", List.of(mostValuable()))),
                        new Drift(
                                800,
                                5_200,
                                .12,
                                .41,
                                .38,
                                List.of(new FeatureDrift("recency", FeatureFamily.SILENCE, .08))));
        return report(
                new Lesson(
                        TestingMessages.OPENED_AT,
                        PRIOR,
                        Optional.of(linear),
                        List.of(.1, .4, .2, .3),
                        quality));
    }

    /** A report of a job that has only begun. */
    public static QualityReport nothing() {
        return report(Lesson.ofPrior(TestingMessages.OPENED_AT, PRIOR));
    }

    private static Judgement mostValuable() {
        return new Judgement(Opinion.SERVED, 76, 12, 0.1, .11, .3, .7, .11, .07);
    }

    private static QualityReport report(Lesson lesson) {
        return new QualityReport("ecommerce", 3, "learned-2026-05-26T09:30:00Z", "lapse", lesson);
    }
}
