package holdfast.core.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.document.Checked;
import holdfast.core.playbook.SpecialDays.Effect;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final String SHOP =
            """
            playbook: shop
            version: 2
            zone: UTC
            currency: EUR
            outcomes:
              1: {name: lapse, when: no-activity, of: [other], horizon: 30d, active-within: 90d}
            policies:
              1: {name: all, outcome: lapse, open-at: 0.6, close-at: 0.4}
            """;

    @Test
    void readsDaysInTheOrderOfTime() {
        Playbook playbook =
                read("""
                                calendar:
                                  - {name: black week, from: 2026-11-23, until: 2026-11-30, effect: sale}
                                  - {name: stocktaking, from: 2026-01-05, until: 2026-01-05, effect: closed}
                                """)
                        .value();

        assertThat(playbook.calendar().days())
                .containsExactly(
                        new SpecialDays(
                                "stocktaking",
                                LocalDate.of(2026, 1, 5),
                                LocalDate.of(2026, 1, 5),
                                Effect.CLOSED),
                        new SpecialDays(
                                "black week",
                                LocalDate.of(2026, 11, 23),
                                LocalDate.of(2026, 11, 30),
                                Effect.SALE));
    }

    @Test
    void hasNoneUnlessItSaysSo() {
        assertThat(read("").value().calendar()).isEqualTo(Calendar.none());
        assertThat(PlaybookText.of(read("").value())).doesNotContain("calendar");
    }

    @Test
    void isWrittenAsItReads() {
        SpecialDays days =
                new SpecialDays(
                        "the \"great\" sale",
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 3, 9),
                        Effect.SALE);
        Playbook playbook = read("").value().withCalendar(new Calendar(List.of(days)));

        Playbook again = new PlaybookReader(each -> 0).read("again", playbook.source()).value();

        assertThat(again).isEqualTo(playbook).isNotEqualTo(read("").value());
    }

    @Test
    void saysWhereADayIsWrong() {
        assertThat(lines("{name: a, from: 3.8.2026, until: 2026-08-04, effect: sale}"))
                .startsWith("shop:9: \"from\" in the calendar's entry must be a day such as")
                .contains("(got \"3.8.2026\")");
        assertThat(lines("{name: a, from: 2026-08-04, until: 2026-08-03, effect: sale}"))
                .contains("ends on 2026-08-03, before it begins on 2026-08-04");
        assertThat(lines("{name: a, from: 2026-01-01, until: 2027-01-02, effect: sale}"))
                .contains("takes more than 366 days");
        assertThat(lines("{name: a, from: 2026-08-03, until: 2026-08-03, effect: close}"))
                .contains("\"effect\"", "must be one of sale, closed (got \"close\")");
        assertThat(lines("{name: a, form: 2026-08-03, until: 2026-08-03, effect: sale}"))
                .contains("unknown key \"form\"", "did you mean \"from\"?");
    }

    @Test
    void refusesTheSameDaysTwice() {
        String day = "{name: a, from: 2026-08-03, until: 2026-08-03, effect: sale}";

        assertThat(lines(day + ", " + day)).contains("\"a\" of 2026-08-03 is there twice");
    }

    @Test
    void mayChangeWhileTheJobRuns() {
        Playbook running = read("").value();
        SpecialDays days =
                new SpecialDays(
                        "feast", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 1), Effect.CLOSED);

        assertThat(running.withCalendar(new Calendar(List.of(days))).refusalToReplace(running))
                .isEmpty();
    }

    private static String lines(String entries) {
        Checked<Playbook> checked = read("calendar: [" + entries + "]");
        assertThat(checked.isAccepted()).isFalse();
        return String.join("\n", checked.lines());
    }

    private static Checked<Playbook> read(String calendar) {
        return new PlaybookReader(each -> 0).read("shop", SHOP + calendar);
    }
}
