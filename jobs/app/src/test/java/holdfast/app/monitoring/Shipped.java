package holdfast.app.monitoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The monitoring files as they are shipped. */
final class Shipped {

    static final Path FOLDER = Path.of("../../k8s/monitoring");
    static final Path RULES = FOLDER.resolve("rules.yaml");
    static final List<String> DASHBOARDS = List.of("sre", "retention");

    private Shipped() {}

    /** A query of a dashboard, and where it stands. */
    record Query(String place, String expression) {

        /** As Grafana sends it for one deployment; the time shown is two minutes, a step 15 s. */
        String of(String namespace, String job) {
            return expression
                    .replace("$namespace", namespace)
                    .replace("$job", job)
                    .replace("$__rate_interval", "15s")
                    .replace("$__range", "2m");
        }
    }

    static Tree dashboard(String name) {
        return Tree.file(FOLDER.resolve("dashboards").resolve(name + ".json"));
    }

    /** The panels that ask something, which is all but the rows. */
    static List<Tree> panels(Tree dashboard) {
        return dashboard.items("panels").stream()
                .filter(panel -> !panel.text("type").equals("row"))
                .toList();
    }

    /** Every query of every panel and annotation. */
    static List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (String name : DASHBOARDS) {
            Tree dashboard = dashboard(name);
            for (Tree panel : panels(dashboard)) {
                for (Tree target : panel.items("targets")) {
                    String place = name + ": " + panel.text("title") + ", " + target.text("refId");
                    queries.add(new Query(place, target.text("expr")));
                }
            }
        }
        return queries;
    }

    /** The queries that mark moments in all panels; most of the time they have no answer. */
    static List<Query> marks() {
        return DASHBOARDS.stream()
                .flatMap(name -> dashboard(name).items("annotations", "list").stream())
                .map(mark -> new Query(mark.text("name"), mark.text("expr")))
                .toList();
    }

    static List<Tree> rules() {
        return Tree.file(RULES).items("groups").stream()
                .flatMap(group -> group.items("rules").stream())
                .toList();
    }

    static List<Tree> alertRules() {
        return rules().stream().filter(rule -> rule.has("alert")).toList();
    }
}
