package holdfast.app.backtest;

import holdfast.app.csv.ColumnsOption;
import holdfast.app.csv.EventLog;
import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicReader;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.document.Nearest;
import holdfast.core.learning.LabelledRows;
import holdfast.core.playbook.Outcome;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where rows to learn from come from: an event log, or what a live job has told. */
final class TrainingArguments {

    private static final List<String> OF_KAFKA =
            List.of("--bootstrap", "--prefix", "--kafka-config");
    private static final List<String> OF_A_LOG =
            List.of("--columns", "--horizon", "--active", "--activity", "--cancel");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Event log: CSV, may be gzipped, with the columns customer_id, event_time,"
                            + " event_type and, for money, amount.")
    private @Nullable Path events;

    @Mixin private ColumnsOption columns = new ColumnsOption();

    @Mixin private PlaybookOptions meaning = new PlaybookOptions();

    @Option(
            names = "--outcome",
            paramLabel = "NAME",
            description =
                    "Which of the playbook's outcomes, by name or number (default: its first).")
    private @Nullable String outcome;

    @Mixin private KafkaArguments kafka = new KafkaArguments();

    /**
     * The rows.
     *
     * @param folder where to write of rows of the log that are no events
     */
    TrainingTable read(Path folder, Progress progress) throws IOException {
        Path log = events;
        List<String> topic = given(OF_KAFKA);
        if (log != null && !topic.isEmpty()) {
            throw new WrongUseException(
                    "--events and %s exclude each other: the rows come from a log or from a topic"
                            .formatted(topic.get(0)));
        }
        if (log != null) {
            return past(log, folder, progress);
        }
        if (topic.isEmpty()) {
            throw new WrongUseException(
                    "where are the rows to come from? give --events FILE, or --bootstrap HOST:PORT for the training topic");
        }
        return told(progress);
    }

    private TrainingTable past(Path log, Path folder, Progress progress) throws IOException {
        Playbook playbook = meaning.playbook();
        Outcome asked = outcome(playbook);
        EventLog read = new LogFile(log, columns.names()).read(playbook, folder, progress).events();
        Past past = Past.of(read, playbook, asked);
        LabelledRows rows = new LabelledRows(asked, playbook);
        Backtest.observe(past, rows::take, progress.of("taking snapshots", read.size()));
        rows.arrange(past.endMillis());
        if (rows.size() == 0) {
            throw new FailedRunException(
                    "%s: nobody stood at a grid point, which come an eighth of the horizon apart, while outcome \"%s\" was open; a longer log is needed"
                            .formatted(log, asked.name()));
        }
        return new TrainingTable(playbook, asked, rows, past.endMillis());
    }

    private TrainingTable told(Progress progress) {
        List<String> useless = given(OF_A_LOG);
        if (!useless.isEmpty()) {
            throw new WrongUseException(
                    "%s is for --events: the topic's rows were taken by the job's own playbook, to be given as --playbook"
                            .formatted(String.join(", ", useless)));
        }
        Playbook playbook = meaning.unchanged();
        String name = kafka.prefix() + Topic.TRAINING.topicName();
        ToldRows rows =
                new ToldRows(name + " at " + kafka.bootstrap(), playbook, outcome(playbook));
        try (TopicReader reader = TopicReader.open(kafka.cluster(), name, true)) {
            LongConsumer taken = progress.of("reading " + name, reader.ahead());
            reader.readToEnd(
                    entry -> {
                        rows.take(entry.offset(), entry.value());
                        taken.accept(rows.records());
                    });
        }
        progress.end();
        TrainingTable table = rows.table();
        rows.complaint().ifPresent(this::warn);
        return table;
    }

    private Outcome outcome(Playbook playbook) {
        String asked = outcome;
        if (asked == null) {
            return playbook.primaryOutcome();
        }
        return playbook.outcomes().stream()
                .filter(each -> asked.equals(each.name()) || asked.equals("" + each.id()))
                .findFirst()
                .orElseThrow(() -> new WrongUseException(unknown(asked, playbook)));
    }

    private static String unknown(String asked, Playbook playbook) {
        List<String> names = playbook.outcomes().stream().map(Outcome::name).toList();
        String hint =
                Nearest.of(asked, names)
                        .map(meant -> "did you mean \"" + meant + "\"?")
                        .orElseGet(
                                () ->
                                        playbook.outcomes().stream()
                                                .map(each -> each.name() + " (" + each.id() + ")")
                                                .collect(Collectors.joining(", ", "it has ", "")));
        return "--outcome: playbook %s has no outcome \"%s\"; %s"
                .formatted(playbook.name(), asked, hint);
    }

    private List<String> given(List<String> names) {
        return names.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .toList();
    }

    private void warn(String complaint) {
        spec.commandLine().getErr().println("holdfast: " + complaint);
        spec.commandLine().getErr().flush();
    }
}
