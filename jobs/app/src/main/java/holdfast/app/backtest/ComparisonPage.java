package holdfast.app.backtest;

import holdfast.app.backtest.plot.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A comparison as one page that needs nothing but itself. */
final class ComparisonPage {

    private final StringBuilder page = new StringBuilder();

    private ComparisonPage() {}

    static String html(RunFacts facts, ComparisonTable table) throws IOException {
        return new ComparisonPage().written(facts, table);
    }

    private String written(RunFacts facts, ComparisonTable table) throws IOException {
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .append("<title>Holdfast comparison</title>\n<style>\n")
                .append(style())
                .append("</style></head>\n<body><main>\n");
        element("h1", "What would change from A to B");
        page.append("<ul class=\"findings\">");
        table.sentences().forEach(sentence -> element("li", sentence));
        page.append("</ul>\n");
        element("h2", "The figures side by side");
        page.append("<table><thead>");
        row("th", List.of("mean over the judged cut-offs", "A", "B", "B − A"));
        page.append("</thead><tbody>\n");
        for (ComparisonTable.Row row : table.rows()) {
            row("td", List.of(row.name(), row.a(), row.b(), row.difference()));
        }
        page.append("</tbody></table>\n");
        for (ComparisonTable.Examples examples : table.examples()) {
            element("h2", examples.title());
            page.append("<table><tbody>\n");
            examples.rows().forEach(row -> row("td", row));
            page.append("</tbody></table>\n");
        }
        element("h2", "To get this page again");
        element("pre", facts.command());
        page.append("<p class=\"note\">")
                .append(Markup.escaped(facts.version() + "; SHA-256 of the file "))
                .append(Markup.escaped(facts.log().sha256()))
                .append("</p>\n");
        return page.append("</main></body></html>\n").toString();
    }

    private void row(String tag, List<String> cells) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            element(i == 0 ? "th" : tag, cells.get(i));
        }
        page.append("</tr>\n");
    }

    private void element(String tag, String text) {
        page.append('<').append(tag).append('>').append(Markup.escaped(text));
        page.append("</").append(tag).append(">\n");
    }

    private static String style() throws IOException {
        try (InputStream css = ComparisonPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
