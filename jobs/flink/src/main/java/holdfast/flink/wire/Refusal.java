package holdfast.flink.wire;

import holdfast.core.activity.RejectReason;

/**
 * Ends the reading of a record that is refused; carries no stack trace, so that floods are cheap.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED_CHARS_MAX = 40;

    private final RejectReason reason;
    private final String detail;

    Refusal(RejectReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    RejectReason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }

    /** A value as it may stand in a detail: short, on one line. */
    static String quoted(String value) {
        StringBuilder out = new StringBuilder(QUOTED_CHARS_MAX + 4).append('"');
        for (int i = 0; i < Math.min(value.length(), QUOTED_CHARS_MAX); i++) {
            char c = value.charAt(i);
            out.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return out.append(value.length() > QUOTED_CHARS_MAX ? "…\"" : "\"").toString();
    }
}
