package holdfast.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import holdfast.core.prior.BgNbdFit.Fit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The published estimates (Fader, Hardie and Lee 2005), from the log that they were made of. */
class BgNbdCdnowTest {
    private static final Path EVENTS =
            Path.of(
                    System.getProperty("holdfast.shared", "../shared"),
                    "data/cdnow_sample/events.csv.gz");
    private static final LocalDate UNTIL = LocalDate.of(1997, 9, 30);

    @Test
    void findsThePublishedEstimates() throws IOException {
        String leftOut = "Left out: the published BG/NBD estimates, for want of " + EVENTS;
        if (!Files.exists(EVENTS)) {
            System.out.println(leftOut);
        }
        assumeTrue(Files.exists(EVENTS), leftOut);

        Fit fit = BgNbdFit.fit(histories(), 12);

        assertThat(fit.customers()).isEqualTo(2_357);
        assertThat(fit.logLikelihood()).isCloseTo(-9582.4, within(0.05));
        assertThat(fit.model().r()).isCloseTo(0.243, within(0.001));
        assertThat(fit.model().alpha()).isCloseTo(4.414, within(0.001));
        assertThat(fit.model().a()).isCloseTo(0.793, within(0.001));
        assertThat(fit.model().b()).isCloseTo(2.426, within(0.001));
    }

    private static List<RepeatHistory> histories() throws IOException {
        List<RepeatHistory> histories = new ArrayList<>();
        for (NavigableSet<Long> days : activeDays().values()) {
            histories.add(
                    new RepeatHistory(
                            days.size() - 1,
                            (days.last() - days.first()) / 7.0,
                            (UNTIL.toEpochDay() - days.first()) / 7.0));
        }
        return histories;
    }

    private static Map<String, NavigableSet<Long>> activeDays() throws IOException {
        Map<String, NavigableSet<Long>> days = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(EVENTS)),
                                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", 3);
                LocalDate day = LocalDate.parse(cells[1].substring(0, 10));
                if (!day.isAfter(UNTIL)) {
                    days.computeIfAbsent(cells[0], id -> new TreeSet<>()).add(day.toEpochDay());
                }
            }
        }
        return days;
    }
}
