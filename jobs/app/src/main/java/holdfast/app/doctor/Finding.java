package holdfast.app.doctor;

import java.util.Locale;

/**
 * One thing that was looked at, and how it is.
 *
 * @param check what kind of thing, in one word
 * @param topic that it is about, which stands in the text; empty where it is about none or several
 * @param text what was found, on one line
 * @param fix the command that mends it, or what to do; empty where nothing is to be done
 */
record Finding(Mark mark, String check, String topic, String text, String fix) {

    /** How bad it is. */
    enum Mark {
        OK,
        /** The job runs, but something may be lost or late. */
        WARN,
        /** The job does not run, or is wrong. */
        FAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String text) {
        return new Finding(Mark.OK, check, "", text, "");
    }

    static Finding warn(String check, String text, String fix) {
        return new Finding(Mark.WARN, check, "", text, fix);
    }

    static Finding fail(String check, String text, String fix) {
        return new Finding(Mark.FAIL, check, "", text, fix);
    }

    /** The same, of a topic that its text names. */
    Finding about(String name) {
        return new Finding(mark, check, name, text, fix);
    }
}
