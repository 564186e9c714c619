package holdfast.app.backtest.plot;

/** Makes any text fit to stand in markup. */
public final class Markup {

    private Markup() {}

    /** The text with what markup would take for its own, and control characters, made harmless. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(letter < ' ' && letter != '\n' ? '\uFFFD' : letter);
            }
        }
        return out.toString();
    }
}
