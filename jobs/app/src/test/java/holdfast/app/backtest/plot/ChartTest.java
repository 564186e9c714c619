package holdfast.app.backtest.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChartTest {

    @Test
    void drawsACurveWithGapsWhereThereIsNoNumber() {
        Chart chart = new Chart(200, 100, Axis.percent("", 1), Axis.percent("", 1), 0);
        Points points = new Points();
        points.add(0, 0);
        points.add(0.5, Double.NaN);
        points.add(1, 1);
        chart.curve(points, Stroke.MAIN);

        assertThat(chart.svg("a curve")).contains("d=\"M50 76M182 14\"").doesNotContain("NaN");
    }

    @Test
    void makesForeignTextHarmless() {
        Chart chart = new Chart(200, 100, Axis.count("<x>", 3), Axis.count("a & b", 3), 1);
        chart.legend(Stroke.DASHED, "\"quoted\"\u0007");

        assertThat(chart.svg("</svg>"))
                .contains("&lt;x&gt;", "a &amp; b", "&quot;quoted&quot;\uFFFD", "&lt;/svg&gt;")
                .doesNotContain("<x>");
    }

    @Test
    void marksMonthsOnLongAxesAndDaysOnShortOnes() {
        long from = Instant.parse("2025-01-15T00:00:00Z").toEpochMilli();
        long later = Instant.parse("2025-07-02T00:00:00Z").toEpochMilli();
        long soon = Instant.parse("2025-02-03T00:00:00Z").toEpochMilli();

        assertThat(Axis.time(from, later).marks())
                .extracting(Axis.Mark::label)
                .containsExactly(
                        "Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025", "Jul 2025");
        assertThat(Axis.time(from, soon).marks())
                .extracting(Axis.Mark::label)
                .startsWith("15 Jan", "18 Jan")
                .hasSizeLessThan(9);
    }

    @Test
    void countsToARoundNumberAboveTheLargest() {
        assertThat(Axis.count("", 0).to()).isEqualTo(1);
        assertThat(Axis.count("", 7).to()).isEqualTo(8);
        assertThat(Axis.count("", 1234).marks()).hasSizeLessThan(9);
        assertThat(Axis.count("", 1234).to()).isBetween(1234.0, 2000.0);
    }
}
