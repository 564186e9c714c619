package holdfast.flink.pipeline;

import holdfast.flink.wire.EncodedRecord;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.accumulators.ListAccumulator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Hands every record to the program that waits for the job, as one line of text. */
final class TestingCollector extends RichMapFunction<EncodedRecord, String> {

    static final String LINES = "lines";

    private static final long serialVersionUID = 1L;

    private final ListAccumulator<String> lines = new ListAccumulator<>();

    @Override
    public void open(OpenContext context) {
        getRuntimeContext().addAccumulator(LINES, lines);
    }

    @Override
    public String map(EncodedRecord record) {
        lines.add(line(record));
        return "";
    }

    /** Customer, kind and value; without the wall clock's time of detection. */
    static String line(EncodedRecord record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        byte[] value = record.value();
        String text = value == null ? "tombstone" : new String(value, StandardCharsets.UTF_8);
        return key
                + "|"
                + record.kind()
                + "|"
                + text.replaceFirst("\"detected_at\":\"[^\"]*\",", "");
    }
}
