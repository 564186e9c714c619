package holdfast.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    private static final List<String> ALERTS =
            List.of(
                    "HoldfastScoresAbsent",
                    "HoldfastEventsStopped",
                    "HoldfastDeadLetterShareHigh",
                    "HoldfastCheckpointsStalled",
                    "HoldfastAlertsLate",
                    "HoldfastRestarting",
                    "HoldfastCalibrationDrifted",
                    "HoldfastLearningStopped");

    @Test
    void thereAreEightOfWhichEachSaysHowUrgentAndWhatItMeans() {
        List<Tree> rules = Shipped.alertRules();

        assertThat(rules.stream().map(rule -> rule.text("alert")).distinct())
                .containsExactlyElementsOf(ALERTS);
        for (Tree rule : rules) {
            assertThat(rule.text("for")).isNotEmpty();
            assertThat(rule.text("labels", "severity")).isIn("critical", "warning");
            assertThat(rule.at("annotations").keys())
                    .containsExactlyInAnyOrder("summary", "description", "runbook_url");
        }
    }

    /** Of two rules under one name at most one may speak of a job. */
    @Test
    void onlyWhatIsUrgentForOneJobAndNotForTheOtherIsToldByTwoRules() {
        Map<String, List<String>> severities =
                Shipped.alertRules().stream()
                        .collect(
                                Collectors.groupingBy(
                                        rule -> rule.text("alert"),
                                        Collectors.mapping(
                                                rule -> rule.text("labels", "severity"),
                                                Collectors.toList())));

        assertThat(severities.remove("HoldfastCheckpointsStalled"))
                .containsExactly("critical", "warning");
        assertThat(severities.values()).allMatch(each -> each.size() == 1);
    }

    @Test
    void eachHasItsRunbookOfTheSameShape() throws Exception {
        String runbooks = Files.readString(Shipped.FOLDER.resolve("RUNBOOKS.md"));

        for (Tree rule : Shipped.alertRules()) {
            String anchor = rule.text("annotations", "runbook_url").replaceFirst(".*#", "");
            String name = rule.text("alert").replace("Holdfast", "");
            assertThat(anchor).isEqualTo(kebab(name));
            assertThat(section(runbooks, anchor))
                    .as(anchor)
                    .contains(rule.text("alert"))
                    .containsSubsequence(
                            "**What it means.**",
                            "**Look first.**",
                            "**Likely causes",
                            "**Over when**",
                            "**Wake somebody");
        }
    }

    @Test
    void eachIsTestedToFireAndNotToFire() {
        List<Tree> cases =
                Tree.file(Shipped.FOLDER.resolve("rules.test.yaml")).items("tests").stream()
                        .filter(test -> test.has("alert_rule_test"))
                        .flatMap(test -> test.items("alert_rule_test").stream())
                        .toList();
        Map<String, List<Boolean>> firing =
                cases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        test -> test.text("alertname"),
                                        Collectors.mapping(
                                                test -> !test.items("exp_alerts").isEmpty(),
                                                Collectors.toList())));

        assertThat(firing.keySet()).containsExactlyInAnyOrderElementsOf(ALERTS);
        assertThat(firing).allSatisfy((name, each) -> assertThat(each).contains(true, false));
    }

    @Test
    void recordedFiguresAreNamedByLevelMetricAndOperation() {
        assertThat(Shipped.rules().stream().filter(rule -> rule.has("record")))
                .isNotEmpty()
                .extracting(rule -> rule.text("record"))
                .allMatch(name -> name.matches("[a-z_]+:churn_[a-z_]+:[a-z0-9_]+"));
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** From a heading to the next. */
    private static String section(String text, String heading) {
        String after = text.substring(text.indexOf("## " + heading + "\n"));
        int end = after.indexOf("\n## ");
        return end < 0 ? after : after.substring(0, end);
    }
}
