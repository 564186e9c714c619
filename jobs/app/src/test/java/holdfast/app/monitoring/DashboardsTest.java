package holdfast.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.metrics.ChurnMetric;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DashboardsTest {

    private static final int COLUMNS = 24;
    private static final List<String> DASHBOARDS = Shipped.DASHBOARDS;

    /** Words of others for what the house calls opened, recovered and dead letter. */
    private static final List<String> FOREIGN_WORDS =
            List.of("raised", "cleared", "triggered", "dlq", "rejected");

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void panelsStandSideBySideWithinTheGrid(String name) {
        Map<Integer, String> taken = new HashMap<>();
        for (Tree panel : Shipped.dashboard(name).items("panels")) {
            Tree place = panel.at("gridPos");
            assertThat(place.whole("x") + place.whole("w")).isLessThanOrEqualTo(COLUMNS);
            for (int y = place.whole("y"); y < place.whole("y") + place.whole("h"); y++) {
                for (int x = place.whole("x"); x < place.whole("x") + place.whole("w"); x++) {
                    assertThat(taken.put(y * COLUMNS + x, panel.text("title"))).isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void panelsAndTheirQueriesAreToldApart(String name) {
        List<Tree> panels = Shipped.dashboard(name).items("panels");

        assertThat(panels).extracting(panel -> panel.whole("id")).doesNotHaveDuplicates();
        assertThat(panels).extracting(panel -> panel.text("title")).doesNotHaveDuplicates();
        for (Tree panel : Shipped.panels(Shipped.dashboard(name))) {
            assertThat(panel.items("targets"))
                    .isNotEmpty()
                    .extracting(target -> target.text("refId"))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyPanelSaysWhatItShowsInWhichUnitAndWhatToDo(String name) {
        for (Tree panel : Shipped.panels(Shipped.dashboard(name))) {
            String title = panel.text("title");
            String description = panel.text("description");
            assertThat(description).as(title).hasSizeBetween(40, 260).endsWith(".");
            assertThat(title + " " + description)
                    .as("words of the house only")
                    .doesNotContainIgnoringCase(FOREIGN_WORDS.toArray(CharSequence[]::new));
            if (!panel.text("type").equals("table")) {
                assertThat(panel.text("fieldConfig", "defaults", "unit")).as(title).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void everyQueryAsksTheChosenSourceAboutTheChosenDeployment(String name) {
        Tree dashboard = Shipped.dashboard(name);

        assertThat(dashboard.items("templating", "list"))
                .extracting(variable -> variable.text("name"))
                .containsExactly("datasource", "namespace", "job", "learner", "runbooks");
        for (Tree panel : Shipped.panels(dashboard)) {
            for (Tree target : panel.items("targets")) {
                assertThat(target.text("datasource", "uid")).isEqualTo("${datasource}");
                assertThat(target.text("expr"))
                        .as(panel.text("title"))
                        .containsPattern("namespace=~?\"\\$namespace")
                        .containsPattern("job=~?\"\\$" + (ofLearning(target) ? "learner" : "job"));
            }
        }
    }

    private static boolean ofLearning(Tree target) {
        return target.text("expr").contains(ChurnMetric.LEARNING_PREFIX);
    }

    @ParameterizedTest
    @FieldSource("DASHBOARDS")
    void linksLeadToRunbooksThatExist(String name) throws Exception {
        String runbooks = Files.readString(Shipped.FOLDER.resolve("RUNBOOKS.md"));

        for (Tree panel : Shipped.panels(Shipped.dashboard(name))) {
            for (Tree link : panel.has("links") ? panel.items("links") : List.<Tree>of()) {
                assertThat(link.text("url")).startsWith("${runbooks}");
                String anchor = link.text("url").replaceFirst(".*\\}#?", "");
                assertThat(runbooks).contains("## " + anchor);
            }
        }
    }

    /** The others are held against a running job, see {@link MonitoringKafkaITCase}. */
    @Test
    void whatIsAskedOfTheLearningJobIsInTheCatalogue() {
        Pattern name = Pattern.compile(ChurnMetric.LEARNING_PREFIX + "\\w+");
        Stream<String> queries = Shipped.queries().stream().map(Shipped.Query::expression);
        Stream<String> rules = Shipped.rules().stream().map(rule -> rule.text("expr"));
        Set<String> asked =
                Stream.concat(queries, rules)
                        .flatMap(expression -> name.matcher(expression).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());

        assertThat(asked)
                .hasSizeGreaterThan(5)
                .allMatch(
                        metric ->
                                ChurnMetric.named(metric)
                                        .filter(ChurnMetric::isOfLearning)
                                        .isPresent());
    }

    @Test
    void eachDashboardLeadsToTheOther() {
        assertThat(Shipped.dashboard("sre").text("uid")).isEqualTo("holdfast-sre");
        assertThat(Shipped.dashboard("retention").text("uid")).isEqualTo("holdfast-retention");
        for (String name : DASHBOARDS) {
            Tree dashboard = Shipped.dashboard(name);
            Set<String> others = Set.of("/d/holdfast-sre", "/d/holdfast-retention");
            assertThat(dashboard.items("links"))
                    .extracting(link -> link.text("url"))
                    .containsAnyElementsOf(others)
                    .doesNotContain("/d/" + dashboard.text("uid"));
        }
    }
}
