package holdfast.app.map;

import holdfast.app.kafka.KafkaArguments;
import holdfast.app.registry.RegisteredSource;
import holdfast.app.registry.RegistrySettings;
import holdfast.app.shell.WrongUseException;
import holdfast.flink.wire.SchemaSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command takes events from: a file or a topic. */
final class SourceArguments {

    private static final int SAMPLE_MAX = 200_000;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Events in a file, may be gzipped: JSON objects (a line each, or a list), or"
                            + " CSV.")
    private @Nullable Path events;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Events in the topic of this name, behind the prefix.")
    private @Nullable String topic;

    @Mixin private KafkaArguments kafka = new KafkaArguments();

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "5000",
            description = "How many records to look at (default: ${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--spread",
            description = "Take a topic's sample from all over it (default: the newest records).")
    private boolean spread;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "Schema registry of records in Avro that name a schema's id.")
    private @Nullable String registry;

    void check() {
        if ((events == null) == (topic == null)) {
            throw new WrongUseException(
                    events == null
                            ? "where are the events? give --events FILE or --topic NAME"
                            : "--events and --topic exclude each other");
        }
        if (sample < 1 || sample > SAMPLE_MAX) {
            throw new WrongUseException(
                    String.format(
                            Locale.ROOT,
                            "--sample must lie in 1 to %,d (got \"%d\")",
                            SAMPLE_MAX,
                            sample));
        }
    }

    boolean isCsv() {
        return events != null && EventFile.at(events).isCsv();
    }

    /** The file. */
    Path file() {
        if (events == null) {
            throw new IllegalStateException("the events are in a topic");
        }
        return events;
    }

    int sample() {
        return sample;
    }

    /** A sample of the JSON file or the topic. */
    List<RawEvent> read() {
        if (topic != null) {
            return TopicSample.read(kafka.cluster(), kafka.prefix() + topic, sample, spread);
        }
        Thinned<RawEvent> thinned = new Thinned<>(sample);
        EventFile.at(file()).read(thinned::add);
        return thinned.kept();
    }

    /** All records of the JSON file, or a sample of the topic. */
    void readAll(Consumer<RawEvent> sink) {
        if (topic == null) {
            EventFile.at(file()).read(sink);
        } else {
            read().forEach(sink);
        }
    }

    /** What knows the schemas of records in a registry's frame. */
    SchemaSource schemas() {
        return RegisteredSource.of(Optional.ofNullable(registry).map(RegistrySettings::at)).open();
    }

    /** What the events are called in reports. */
    String words() {
        return topic == null ? String.valueOf(events) : "topic " + kafka.prefix() + topic;
    }
}
