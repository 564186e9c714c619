package holdfast.app.kafka;

import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.MessageName;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * Names alerts, scores and reports in the headers of CloudEvents 1.0, in Kafka's binary mode: the
 * value stays as it is. Immutable.
 */
final class CloudEventHeaders implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final byte[] SPEC_VERSION = utf8("1.0");
    private static final byte[] JSON = utf8("application/json");
    private static final byte[] AVRO = utf8("application/avro");

    private final byte[] source;

    /**
     * @param prefix of the deployment's topics, which tells deployments on one Kafka apart
     */
    CloudEventHeaders(String prefix) {
        source = utf8(prefix.isEmpty() ? "/holdfast/scoring" : "/holdfast/scoring/" + prefix);
    }

    /** Adds the headers of an alert, a score or a score's deletion. */
    void write(EncodedRecord encoded, Headers headers) {
        byte[] value = encoded.value();
        if (value != null) {
            headers.add("content-type", value[0] == '{' ? JSON : AVRO);
        }
        MessageName name = encoded.name();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", utf8(name.id()));
        headers.add("ce_type", utf8(name.type()));
        headers.add("ce_source", source);
        headers.add("ce_subject", encoded.key());
        headers.add("ce_time", utf8(Instant.ofEpochMilli(encoded.timestampMillis()).toString()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
