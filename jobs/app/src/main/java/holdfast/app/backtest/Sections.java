package holdfast.app.backtest;

import holdfast.app.backtest.plot.Markup;
import java.util.List;

/** Puts headings, texts, pictures and tables into a page. Not thread-safe. */
final class Sections {

    private final StringBuilder page;

    Sections(StringBuilder page) {
        this.page = page;
    }

    void heading(String text) {
        page.append("<h2>").append(Markup.escaped(text)).append("</h2>\n");
    }

    /** A paragraph of a kind that the style sheet knows, or of none. */
    void text(String kind, String text) {
        page.append("<p class=\"").append(kind).append("\">");
        page.append(Markup.escaped(text)).append("</p>\n");
    }

    /** A picture under a title that says what it shows. */
    void figure(String title, String svg, String caption) {
        page.append("<figure>");
        heading(title);
        page.append(svg).append("<figcaption>").append(Markup.escaped(caption));
        page.append("</figcaption></figure>\n");
    }

    /** A small picture among others, see {@link #openGrid}. */
    void smallFigure(String title, String svg, String caption) {
        page.append("<figure><h3>").append(Markup.escaped(title)).append("</h3>");
        page.append(svg).append("<figcaption>").append(Markup.escaped(caption));
        page.append("</figcaption></figure>\n");
    }

    /** Small pictures that follow stand side by side. */
    void openGrid() {
        page.append("<div class=\"six\">\n");
    }

    void closeGrid() {
        page.append("</div>\n");
    }

    /** A table; the first cell of a row is its head. */
    void table(List<String> heads, List<List<String>> rows) {
        page.append("<div class=\"wide\"><table><thead><tr>");
        heads.forEach(head -> tag("th", head));
        page.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            tag("th", row.get(0));
            row.subList(1, row.size()).forEach(cell -> tag("td", cell));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private void tag(String tag, String text) {
        page.append('<').append(tag).append('>').append(Markup.escaped(text));
        page.append("</").append(tag).append('>');
    }
}
