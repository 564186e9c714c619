package holdfast.flink.wire;

import holdfast.core.alert.Alert;
import holdfast.core.bytes.Hashes;
import java.util.HexFormat;

/**
 * What a message is called: the id and the type of its CloudEvents headers. Delivered again, a
 * message bears the same name.
 *
 * @param id names one message of a topic; for an alert {@code alert_id.sequence}
 * @param type what happened; its version changes when the meaning of the payload does
 */
public record MessageName(String id, String type) {
    private static final String SCORED = "holdfast.score.updated.v1";
    private static final String LEARNED = "holdfast.quality.reported.v1";
    private static final String FORGOTTEN = "holdfast.score.forgotten.v1";

    static MessageName of(Alert alert) {
        return new MessageName(
                alert.messageId(),
                switch (alert.status()) {
                    case OPENED -> "holdfast.alert.opened.v1";
                    case ESCALATED -> "holdfast.alert.escalated.v1";
                    case RECOVERED -> "holdfast.alert.recovered.v1";
                    case RETRACTED -> "holdfast.alert.retracted.v1";
                    case EXPIRED -> "holdfast.alert.expired.v1";
                });
    }

    /** Of a score: nothing in it but the score, so that its bytes can name it. */
    static MessageName ofScore(byte[] key, byte[] value) {
        return new MessageName(hex(key, Hashes.hash64(value, 0, value.length)), SCORED);
    }

    static MessageName ofForgotten(byte[] key, long timestampMillis) {
        return new MessageName(hex(key, Hashes.mix64(timestampMillis)), FORGOTTEN);
    }

    /** Of a report: there is one of an outcome at an instant. */
    static MessageName ofQuality(byte[] key, long timestampMillis) {
        return new MessageName(hex(key, Hashes.mix64(timestampMillis)), LEARNED);
    }

    private static String hex(byte[] key, long rest) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(Hashes.hash64(key, 0, key.length)) + hex.toHexDigits(rest);
    }
}
