package holdfast.app.backtest.plot;

import java.util.Locale;

/**
 * An SVG picture under construction; positions in its own units from the upper left corner.
 *
 * <p>Not thread-safe.
 */
final class Drawing {

    private final double width;
    private final double height;
    private final StringBuilder shapes = new StringBuilder();

    Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Where a text stands relative to its position. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        shapes.append("<path d=\"M")
                .append(point(x1, y1))
                .append('L')
                .append(point(x2, y2))
                .append('"')
                .append(style(stroke))
                .append("/>\n");
    }

    /** A line through points; a point that is no number leaves a gap. */
    void path(Points points, Stroke stroke) {
        shapes.append("<path d=\"");
        boolean down = false;
        for (int i = 0; i < points.size(); i++) {
            boolean number = Double.isFinite(points.y(i));
            if (number) {
                shapes.append(down ? 'L' : 'M').append(point(points.x(i), points.y(i)));
            }
            down = number;
        }
        shapes.append('"').append(style(stroke)).append(" stroke-linejoin=\"round\"/>\n");
    }

    void rectangle(double x, double y, double wide, double high, String fill) {
        shapes.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
                        .formatted(number(x), number(y), number(wide), number(high), fill));
    }

    void dot(double x, double y, double radius, String fill) {
        shapes.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>\n"
                        .formatted(number(x), number(y), number(radius), fill, Stroke.INK));
    }

    /** A triangle that points up and stands on its position. */
    void triangle(double x, double y, double size, String fill) {
        shapes.append(
                "<path d=\"M%sL%sL%sZ\" fill=\"%s\" stroke=\"%s\"/>\n"
                        .formatted(
                                point(x, y - size),
                                point(x + size * 0.7, y),
                                point(x - size * 0.7, y),
                                fill,
                                Stroke.INK));
    }

    void text(double x, double y, Anchor anchor, String kind, String text) {
        shapes.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">%s</text>\n"
                        .formatted(number(x), number(y), anchor.word, kind, Markup.escaped(text)));
    }

    /** A text that reads upwards. */
    void upwards(double x, double y, String kind, String text) {
        shapes.append(
                "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" class=\"%s\">%s</text>\n"
                        .formatted(number(x), number(y), kind, Markup.escaped(text)));
    }

    /** The picture as markup, with a title for those who cannot see it. */
    String svg(String title) {
        return "<svg viewBox=\"0 0 %s %s\" role=\"img\"><title>%s</title>\n%s</svg>\n"
                .formatted(number(width), number(height), Markup.escaped(title), shapes);
    }

    private static String style(Stroke stroke) {
        String dashes =
                stroke.dashes().isEmpty() ? "" : " stroke-dasharray=\"" + stroke.dashes() + "\"";
        return " fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s"
                .formatted(stroke.colour(), number(stroke.width()), dashes);
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
