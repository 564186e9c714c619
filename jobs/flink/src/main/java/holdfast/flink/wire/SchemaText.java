package holdfast.flink.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Reads the text of a schema that somebody else wrote, within bounds. */
final class SchemaText {
    private static final int DEPTH_MAX = 500;
    private static final int CHARS_MAX = 1 << 20;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                    .build();

    private SchemaText() {}

    /**
     * The schema; its names and defaults need not be those that Java would choose.
     *
     * @throws UnknownSchemaException if it is too long
     * @throws IOException or a runtime exception if it is no schema
     */
    static Schema parsed(String text) throws IOException, UnknownSchemaException {
        if (text.length() > CHARS_MAX) {
            throw new UnknownSchemaException("is too large to be read");
        }
        try (JsonParser tokens = JSON.createParser(text)) {
            while (tokens.nextToken() != null) {
                // Only the depth matters: the library's parser calls itself for each level.
            }
        }
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(text);
    }
}
