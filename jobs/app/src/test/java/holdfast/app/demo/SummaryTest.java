package holdfast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.activity.Fate;
import holdfast.core.alert.AlertStatus;
import holdfast.core.alert.AlertTrigger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final JobFigures figures =
            new JobFigures(
                    Map.of(Fate.SCORED, 1_200L, Fate.DEAD_LETTERED, 34L),
                    Map.of(AlertStatus.OPENED, 5L, AlertStatus.RECOVERED, 2L),
                    Map.of(AlertTrigger.SILENCE, 5L),
                    Map.of("value_gate", 7L, "paused", 0L),
                    Double.NaN);

    @Test
    void writesEveryFateAndEveryKindOfAlert() {
        assertThat(new Summary(1_234, figures).json())
                .isEqualTo(
                        "{\"summary\": {\"produced\": 1234, \"scored\": 1200, \"late\": 0,"
                                + " \"duplicates\": 0, \"unidentified\": 0, \"erased\": 0,"
                                + " \"dead_lettered\": 34, \"alerts\": {\"opened\": 5,"
                                + " \"escalated\": 0, \"recovered\": 2, \"retracted\": 0,"
                                + " \"expired\": 0, \"event\": 0, \"silence\": 5,"
                                + " \"clock\": 0}}}");
    }

    @Test
    void saysWhenARecordIsMissing() {
        assertThat(new Summary(1_234, figures).addsUp()).isTrue();
        assertThat(new Summary(1_235, figures).addsUp()).isFalse();
        assertThat(new Summary(1_235, figures).text()).contains("do not add up");
    }

    @Test
    void tellsPeopleOnlyWhatHappened() {
        assertThat(new Summary(1_234, figures).text())
                .contains("scored", "1,200", "5 opened", "held back by value gate: 7")
                .doesNotContain("paused");
    }
}
