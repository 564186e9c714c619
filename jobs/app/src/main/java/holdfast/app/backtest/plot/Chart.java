package holdfast.app.backtest.plot;

import holdfast.app.backtest.plot.Drawing.Anchor;

/**
 * A framed plot that curves, bars and marks are put into, in the values of its two axes.
 *
 * <p>Not thread-safe.
 */
public final class Chart {

    private static final double TOP = 14;
    private static final double RIGHT = 18;
    private static final double LEGEND_HIGH = 18;
    private static final double SAMPLE_WIDE = 30;
    private static final double LETTER_WIDE = 6.1;

    private final Drawing drawing;
    private final Axis x;
    private final Axis y;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private double legendX;
    private double legendY = TOP;

    /**
     * An empty chart with its axes.
     *
     * @param width of the whole picture, in units of which a letter is about seven wide
     * @param legendRows how many rows of {@link #legend} there is room for above
     */
    public Chart(double width, double height, Axis x, Axis y, int legendRows) {
        this.drawing = new Drawing(width, height);
        this.x = x;
        this.y = y;
        this.left = y.title().isEmpty() ? 50 : 70;
        this.top = TOP + legendRows * LEGEND_HIGH;
        this.right = width - RIGHT;
        this.bottom = height - (x.title().isEmpty() ? 24 : 42);
        this.legendX = left;
        drawAxes();
    }

    /** A line through the points. */
    public void curve(Points points, Stroke stroke) {
        Points drawn = new Points();
        for (int i = 0; i < points.size(); i++) {
            drawn.add(acrossAt(points.x(i)), downAt(points.y(i)));
        }
        drawing.path(drawn, stroke);
    }

    /** A sample of a line with its name, above the plot, after the one before. */
    public void legend(Stroke stroke, String name) {
        double wide = SAMPLE_WIDE + 20 + LETTER_WIDE * name.length();
        if (legendX + wide > right && legendX > left) {
            legendX = left;
            legendY += LEGEND_HIGH;
        }
        drawing.line(legendX, legendY, legendX + SAMPLE_WIDE, legendY, stroke);
        drawing.text(legendX + SAMPLE_WIDE + 6, legendY + 4, Anchor.START, "tick", name);
        legendX += wide;
    }

    /** A bar that stands on the axis. */
    public void bar(double fromX, double toX, double value, String fill) {
        double start = acrossAt(fromX);
        double high = bottom - downAt(value);
        drawing.rectangle(start, bottom - high, acrossAt(toX) - start, high, fill);
    }

    public void dot(double atX, double atY, String fill) {
        drawing.dot(acrossAt(atX), downAt(atY), 4, fill);
    }

    /** A triangle that stands on the point. */
    public void triangle(double atX, double atY, String fill) {
        drawing.triangle(acrossAt(atX), downAt(atY) - 3, 11, fill);
    }

    /** A short mark on the lower edge. */
    public void rug(double atX) {
        double across = acrossAt(atX);
        drawing.line(across, bottom, across, bottom - 9, Stroke.AXIS);
    }

    /** A line from edge to edge at a height. */
    public void level(double atY, Stroke stroke) {
        drawing.line(left, downAt(atY), right, downAt(atY), stroke);
    }

    /** A line from top to bottom. */
    public void instant(double atX, Stroke stroke) {
        drawing.line(acrossAt(atX), top, acrossAt(atX), bottom, stroke);
    }

    /** An upright line between two heights. */
    public void span(double atX, double fromY, double toY, Stroke stroke) {
        drawing.line(acrossAt(atX), downAt(fromY), acrossAt(atX), downAt(toY), stroke);
    }

    /** The picture as markup. */
    public String svg(String title) {
        return drawing.svg(title);
    }

    private void drawAxes() {
        for (Axis.Mark mark : y.marks()) {
            double down = downAt(mark.value());
            drawing.line(left, down, right, down, Stroke.GRID);
            drawing.text(left - 7, down + 4, Anchor.END, "tick", mark.label());
        }
        for (Axis.Mark mark : x.marks()) {
            double across = acrossAt(mark.value());
            drawing.line(across, bottom, across, bottom + 4, Stroke.AXIS);
            Anchor anchor = across > right - 24 ? Anchor.END : Anchor.MIDDLE;
            drawing.text(across, bottom + 18, anchor, "tick", mark.label());
        }
        drawing.line(left, bottom, right, bottom, Stroke.AXIS);
        if (!x.title().isEmpty()) {
            drawing.text((left + right) / 2, bottom + 38, Anchor.MIDDLE, "axis", x.title());
        }
        if (!y.title().isEmpty()) {
            drawing.upwards(14, (top + bottom) / 2, "axis", y.title());
        }
    }

    private double acrossAt(double value) {
        return left + (right - left) * (value - x.from()) / (x.to() - x.from());
    }

    private double downAt(double value) {
        return bottom - (bottom - top) * (value - y.from()) / (y.to() - y.from());
    }
}
