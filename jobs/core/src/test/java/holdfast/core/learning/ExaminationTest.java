package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import holdfast.core.features.Feature;
import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureFamily;
import holdfast.core.features.FeatureLayout;
import holdfast.core.quality.Judgement;
import holdfast.core.quality.Opinion;
import holdfast.core.quality.Quality;
import holdfast.core.quality.Split;
import holdfast.core.time.Days;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows made by hand: what is judged, what is not, and in which group. */
class ExaminationTest {

    private static final long DAY = Days.DAY_MILLIS;
    private static final long H = 32 * DAY;
    private static final long NOW = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();

    private final Question question = new Question(H, false);
    private final TrainingRows rows = new TrainingRows(FeatureLayout.ofCatalogue());
    private final Examination examination =
            new Examination(rows, question, Days.in(ZoneId.of("Europe/Berlin")));

    @Test
    void opinionsStandWhereRowsKeepThem() {
        assertThat(Opinion.values()).hasSize(Panel.OPINIONS);
        assertThat(Opinion.PRIOR.position()).isEqualTo(Panel.PRIOR);
        assertThat(Opinion.SERVED.position()).isEqualTo(Panel.SERVED);
    }

    @Test
    void knowsNothingOfNothing() {
        Quality quality = examination.at(NOW);

        assertThat(quality).isEqualTo(Quality.none());
        assertThat(quality.of(Opinion.SERVED)).isEmpty();
        assertThat(quality.drift().max()).isNaN();
    }

    @Test
    void judgesRowsThatMaturedWithinTheLastHorizonAndNoOthers() {
        said(row(1, NOW - H - DAY), 2.0, 1.0);
        said(row(2, NOW - H), 2.0, 1.0);
        said(row(3, NOW - H + 1), 9.0, 9.0); // open
        said(row(4, NOW - 2 * H), 9.0, 9.0); // matured long ago
        row(5, NOW - H - DAY); // nobody was asked
        int treated = said(row(6, NOW - H - DAY), 9.0, 9.0);
        rows.treat(treated, NOW - H);
        int returned = said(row(7, NOW - H - DAY), -1.0, -1.0);
        rows.decide(returned, NOW - 5 * DAY);

        Quality quality = examination.at(NOW);

        assertThat(quality.judgements()).extracting(Judgement::opinion).hasSize(5);
        Judgement served = quality.of(Opinion.SERVED).orElseThrow();
        assertThat(served.rows()).isEqualTo(3);
        assertThat(served.lostShare()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(served.logLoss()).isCloseTo(softplus(-1), within(1e-6));
        double prior = quality.of(Opinion.PRIOR).orElseThrow().logLoss();
        assertThat(prior).isCloseTo((2 * softplus(-2) + softplus(-1)) / 3, within(1e-6));
    }

    @Test
    void countsEveryRowOnce() {
        row(1, NOW - H - DAY);
        row(1, NOW - DAY);
        row(2, NOW - DAY);
        int treated = row(3, NOW - 3 * DAY);
        rows.treat(treated, NOW - 2 * DAY);
        int treatedAfterTheReturn = row(4, NOW - H - 3 * DAY);
        rows.decide(treatedAfterTheReturn, NOW - H);
        rows.treat(treatedAfterTheReturn, NOW - H + DAY);

        assertThat(examination.at(NOW).counts().open()).isEqualTo(2);
        assertThat(examination.at(NOW).counts().matured()).isEqualTo(2);
        assertThat(examination.at(NOW).counts().treated()).isEqualTo(1);
        assertThat(examination.at(NOW).counts().rows()).isEqualTo(5);
        assertThat(examination.at(NOW).counts().customers()).isEqualTo(4);
    }

    @Test
    void leavesOutExpertsThatWereNotThereForEveryRow() {
        said(row(1, NOW - H - DAY), 2.0, 1.0);
        int early = row(2, NOW - H - DAY);
        rows.setOpinion(early, Panel.PRIOR, 1);
        rows.setOpinion(early, Panel.SERVED, 1);

        assertThat(examination.at(NOW).judgements())
                .extracting(Judgement::opinion)
                .containsExactly(Opinion.PRIOR, Opinion.SERVED);
    }

    @Test
    void splitsByTenureInHorizons() {
        for (double horizons : new double[] {0, 0.99, 1.01, 2.01, 3.9, 4.1, 30}) {
            double[] features = features();
            features[Feature.TENURE.position()] = Math.log1p(8 * horizons);
            said(add(1, NOW - H - DAY, features, 0), 1, 1);
        }

        List<Split> bands = by(Split.By.TENURE);

        assertThat(bands)
                .extracting(Split::group)
                .containsExactly("0-1", "1-2", "2-4", "4 or more");
        assertThat(bands)
                .extracting(band -> band.judgements().get(0).rows())
                .containsExactly(2, 1, 2, 2);
    }

    @Test
    void splitsAllMaturedRowsByMonthOfThePlaybooksZone() {
        // 23:30 UTC of 31 March is April in Berlin.
        said(row(1, Instant.parse("2026-03-31T23:30:00Z").toEpochMilli()), 1, 1);
        said(row(2, Instant.parse("2026-03-31T20:30:00Z").toEpochMilli()), 1, 1);
        said(row(3, Instant.parse("2026-02-10T00:00:00Z").toEpochMilli()), 1, 1);

        assertThat(by(Split.By.SEASON))
                .extracting(Split::group)
                .containsExactly("2026-02", "2026-03", "2026-04");
    }

    @Test
    void keepsTheNewestTwelveMonths() {
        for (int month = 0; month < 15; month++) {
            said(row(month, NOW - H - month * 31L * DAY), 1, 1);
        }

        List<Split> seasons = by(Split.By.SEASON);

        assertThat(seasons).hasSize(12);
        assertThat(seasons.get(11).group()).isEqualTo("2026-04");
    }

    @Test
    void splitsByTenthOfValueEqualOnesTogether() {
        for (int customer = 0; customer < 100; customer++) {
            // 60 are worth nothing, the others 1, 2, 3 …
            said(add(customer, NOW - H - DAY, features(), Math.max(0, customer - 59)), 1, 1);
        }

        List<Split> deciles = by(Split.By.VALUE);

        assertThat(deciles).extracting(Split::group).containsExactly("1", "7", "8", "9", "10");
        assertThat(deciles)
                .extracting(decile -> decile.judgements().get(0).rows())
                .containsExactly(60, 10, 10, 10, 10);
        assertThat(deciles)
                .allSatisfy(
                        decile ->
                                assertThat(decile.judgements())
                                        .extracting(Judgement::opinion)
                                        .containsExactly(Opinion.PRIOR, Opinion.SERVED));
    }

    @Test
    void seesTheFeatureThatMovedAndNoOther() {
        for (int customer = 0; customer < 200; customer++) {
            double[] before = features();
            before[Feature.VALUE.position()] = customer % 20;
            add(customer, NOW - H - DAY, before, 0);
            double[] now = features();
            now[Feature.VALUE.position()] = customer % 20 + 10;
            add(customer, NOW - DAY, now, 0);
        }

        var drift = examination.at(NOW).drift();

        assertThat(drift.features()).hasSize(FeatureCatalogue.size());
        assertThat(drift.max()).isGreaterThan(1).isEqualTo(drift.max(FeatureFamily.MONEY));
        assertThat(drift.max(FeatureFamily.SILENCE)).isZero();
        assertThat(drift.rows()).isEqualTo(200);
        assertThat(drift.rowsBefore()).isEqualTo(200);
    }

    @Test
    void tellsTheShareOfCustomersPastTheirRhythmAtTheirNewestGridPoint() {
        silent(1, NOW - H - DAY, 2.1);
        silent(2, NOW - H - DAY, 1.9);
        silent(1, NOW - 1, 2.1);
        silent(2, NOW - DAY, 3);
        silent(3, NOW - 2 * DAY, 0);
        silent(4, NOW - 5 * DAY, 9); // an older grid point

        var drift = examination.at(NOW).drift();

        assertThat(drift.pastRhythm()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(drift.pastRhythmBefore()).isEqualTo(0.5);
    }

    private List<Split> by(Split.By by) {
        return examination.at(NOW).splits().stream().filter(split -> split.by() == by).toList();
    }

    private void silent(long customer, long atMillis, double gaps) {
        double[] features = features();
        features[Feature.RELATIVE_RECENCY.position()] = Math.log1p(gaps);
        add(customer, atMillis, features, 0);
    }

    private int row(long customer, long atMillis) {
        return add(customer, atMillis, features(), 0);
    }

    private int add(long customer, long atMillis, double[] features, long valueMinor) {
        Snapshot.Span span = new Snapshot.Span(atMillis - H, atMillis - DAY, 2);
        return rows.add(
                TrainingRecord.snapshot(
                        customer,
                        1,
                        atMillis,
                        new Snapshot(span, valueMinor, new int[0], features)));
    }

    private int said(int row, double prior, double others) {
        for (Opinion opinion : Opinion.values()) {
            boolean isPrior = opinion == Opinion.PRIOR;
            rows.setOpinion(row, opinion.position(), (float) (isPrior ? prior : others));
        }
        return row;
    }

    private static double[] features() {
        return new double[FeatureCatalogue.size()];
    }

    private static double softplus(double logit) {
        return Math.log1p(Math.exp(logit));
    }
}
