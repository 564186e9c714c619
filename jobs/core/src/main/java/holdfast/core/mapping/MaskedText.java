package holdfast.core.mapping;

/** What a value looks like, without saying it: letters become a or A, digits 9. */
public final class MaskedText {

    private static final int RUN_SHOWN_MAX = 4;
    private static final int CHARS_MAX = 48;
    private static final String PUNCTUATION = " .,:;-_/+@#()|=%&$*'";

    private MaskedText() {}

    /** The shape of a text; a run of more than four of a kind is counted, as in 9(12). */
    public static String of(String text) {
        StringBuilder shape = new StringBuilder();
        int at = 0;
        while (at < text.length() && shape.length() < CHARS_MAX) {
            char mask = mask(text.charAt(at));
            int end = at + 1;
            while (end < text.length() && mask(text.charAt(end)) == mask) {
                end++;
            }
            int run = end - at;
            if (run <= RUN_SHOWN_MAX) {
                shape.append(String.valueOf(mask).repeat(run));
            } else {
                shape.append(mask).append('(').append(run).append(')');
            }
            at = end;
        }
        return at < text.length() ? shape + "..." : shape.toString();
    }

    private static char mask(char letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isLetter(letter)) {
            return Character.isUpperCase(letter) ? 'A' : 'a';
        }
        return PUNCTUATION.indexOf(letter) >= 0 ? letter : '?';
    }
}
