package holdfast.flink.operator;

import holdfast.core.activity.RejectReason;

/** Something published cannot be used; what served before goes on serving. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int DETAIL_CHARS_MAX = 500;

    private final RejectReason reason;

    RefusedException(RejectReason reason, String detail) {
        super(detail.length() <= DETAIL_CHARS_MAX ? detail : detail.substring(0, DETAIL_CHARS_MAX));
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
