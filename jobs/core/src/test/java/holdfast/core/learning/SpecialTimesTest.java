package holdfast.core.learning;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.features.FeatureCatalogue;
import holdfast.core.features.FeatureLayout;
import holdfast.core.playbook.Calendar;
import holdfast.core.playbook.SpecialDays;
import holdfast.core.playbook.SpecialDays.Effect;
import holdfast.core.quality.Counts;
import holdfast.core.time.Days;
import holdfast.core.training.Snapshot;
import holdfast.core.training.TrainingRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecialTimesTest {

    private static final long H = 10 * Days.DAY_MILLIS;
    private static final long NOW = at("2026-09-01T00:00:00Z");

    private final Days days = Days.in(ZoneId.of("Europe/Berlin"));
    private final Question question = new Question(H, false);
    private final TrainingRows rows = new TrainingRows(FeatureLayout.ofCatalogue());
    private final SpecialTimes special =
            SpecialTimes.of(
                    new Calendar(
                            List.of(
                                    new SpecialDays(
                                            "closing",
                                            LocalDate.of(2026, 8, 3),
                                            LocalDate.of(2026, 8, 4),
                                            Effect.CLOSED))),
                    days);

    @Test
    void leavesOutRowsWhoseHorizonMeetsTheDaysOfThePlaybooksZone() {
        // From midnight of 3 August to that of 5 August in Berlin, which is 22:00 UTC.
        int endsBefore = row("2026-07-23T21:59:59Z");
        int endsAtTheStart = row("2026-07-23T22:00:00Z");
        int within = row("2026-08-04T12:00:00Z");
        int lastInstant = row("2026-08-04T21:59:59Z");
        int after = row("2026-08-04T22:00:00Z");

        special.leaveOut(rows, question, NOW);

        assertThat(rows.isSpecial(endsBefore)).isFalse();
        assertThat(rows.isSpecial(endsAtTheStart)).isTrue();
        assertThat(rows.isSpecial(within)).isTrue();
        assertThat(rows.isSpecial(lastInstant)).isTrue();
        assertThat(rows.isSpecial(after)).isFalse();
    }

    @Test
    void leavesOutThoseToWhomACustomerCameBackToo() {
        int row = row("2026-07-30T00:00:00Z");
        rows.decide(row, at("2026-07-31T00:00:00Z"));

        special.leaveOut(rows, question, NOW);

        assertThat(rows.isTreated(row)).isTrue();
        assertThat(rows.weight(row)).isZero();
        assertThat(Outreach.untouchedUntilMillis(rows, row)).isEqualTo(rows.timeMillis(row));
    }

    @Test
    void forgetNoOutreach() {
        int row = row("2026-07-30T00:00:00Z");
        rows.treat(row, at("2026-08-04T12:00:00Z"));

        special.leaveOut(rows, question, NOW);
        rows.arrange(any -> true);

        assertThat(rows.isSpecial(0)).isTrue();
        assertThat(rows.isReached(0)).isTrue();
        assertThat(rows.treatedMillis(0)).isEqualTo(at("2026-08-04T12:00:00Z"));
    }

    @Test
    void leavesRowsAloneWhoseHorizonHasNotPassed() {
        int row = row("2026-08-01T00:00:00Z");

        special.leaveOut(rows, question, at("2026-08-10T00:00:00Z"));

        assertThat(rows.isSpecial(row)).isFalse();
    }

    @Test
    void areCountedApartFromOutreach() {
        row("2026-08-01T00:00:00Z");
        int treated = row("2026-08-08T00:00:00Z");
        rows.treat(treated, at("2026-08-09T00:00:00Z"));

        special.leaveOut(rows, question, NOW);

        Counts counts = new Examination(rows, question, days).at(NOW).counts();
        assertThat(counts.special()).isEqualTo(1);
        assertThat(counts.treated()).isEqualTo(1);
        assertThat(counts.rows()).isEqualTo(2);
    }

    private int row(String instant) {
        long atMillis = at(instant);
        Snapshot.Span span = new Snapshot.Span(atMillis - H, atMillis - 1, 2);
        double[] features = new double[FeatureCatalogue.size()];
        return rows.add(
                TrainingRecord.snapshot(
                        atMillis, 1, atMillis, new Snapshot(span, 0, new int[0], features)));
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
