package holdfast.core.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Builds samples column by column. */
final class SampleOf {

    private final int records;
    private final List<String> paths = new ArrayList<>();
    private final List<FieldKind> kinds = new ArrayList<>();
    private final List<IntFunction<String>> texts = new ArrayList<>();

    private SampleOf(int records) {
        this.records = records;
    }

    static SampleOf records(int records) {
        return new SampleOf(records);
    }

    /** A field of texts; an empty text is an absent one. */
    SampleOf text(String path, IntFunction<String> text) {
        return field(path, FieldKind.TEXT, text);
    }

    SampleOf number(String path, IntFunction<String> text) {
        return field(path, FieldKind.NUMBER, text);
    }

    private SampleOf field(String path, FieldKind kind, IntFunction<String> text) {
        paths.add(path);
        kinds.add(kind);
        texts.add(text);
        return this;
    }

    EventSample build() {
        EventSample.Builder sample = new EventSample.Builder();
        for (int record = 0; record < records; record++) {
            sample.next(0);
            for (int i = 0; i < paths.size(); i++) {
                String text = texts.get(i).apply(record);
                if (!text.isEmpty()) {
                    sample.put(paths.get(i), kinds.get(i), text);
                }
            }
        }
        return sample.build();
    }
}
