package holdfast.app.backtest.plot;

/**
 * How a line is drawn; lines are told apart by dashes first and by colour second.
 *
 * @param dashes lengths of dashes and gaps as SVG takes them; empty for a solid line
 */
public record Stroke(String colour, double width, String dashes) {

    static final String INK = "#1b1b1b";
    static final String GREY = "#8a8a8a";

    public static final Stroke MAIN = new Stroke(INK, 2.6, "");
    public static final Stroke DASHED = new Stroke("#b3261e", 2, "8 5");
    public static final Stroke DOTTED = new Stroke("#1f5fa8", 2.2, "2 4");
    public static final Stroke LIMIT = new Stroke(GREY, 1.8, "12 4 2 4");
    public static final Stroke FAINT = new Stroke("#b5b5b5", 1.2, "");
    public static final Stroke GUIDE = new Stroke(GREY, 1, "3 3");

    static final Stroke GRID = new Stroke("#e4e4e4", 1, "");
    static final Stroke AXIS = new Stroke("#555555", 1, "");
}
