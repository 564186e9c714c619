package holdfast.app.replay;

import holdfast.app.csv.ColumnsOption;
import holdfast.app.csv.EventLog;
import holdfast.app.csv.EventLogReader;
import holdfast.app.kafka.KafkaArguments;
import holdfast.app.kafka.KafkaCluster;
import holdfast.app.kafka.Topic;
import holdfast.app.kafka.TopicAdmin;
import holdfast.app.kafka.Topics;
import holdfast.app.playbook.PlaybookSource;
import holdfast.app.shell.DurationConverter;
import holdfast.app.shell.FailedRunException;
import holdfast.app.shell.WrongUseException;
import holdfast.core.playbook.Playbook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code holdfast replay}: plays an event log into Kafka. */
@Command(
        name = "replay",
        description = {
            "Play an event log into Kafka, stamped with the time of its events and with a clock of"
                    + " its own.",
            "All rows go to the transactions, or to the clickstream if the log has no amounts,"
                    + " under Segment's field names and without message ids."
        },
        footer = {
            "  holdfast replay --events shop.csv.gz --bootstrap 127.0.0.1:29092 --speed 1000x",
            "  holdfast replay --events shop.csv --playbook ecommerce --speed max --prefix test."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KafkaArguments kafka = new KafkaArguments();

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description =
                    "Event log: CSV, may be gzipped, with customer_id, event_time, event_type and,"
                            + " for money, amount.")
    private Path events = Path.of("");

    @Mixin private ColumnsOption columns = new ColumnsOption();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of topics that are missing (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "max",
            converter = Speed.Converter.class,
            description = "Such as 1000x: so much faster than in life; or max (the default).")
    private Speed speed = Speed.MAX;

    @Option(
            names = "--playbook",
            paramLabel = "NAME|FILE",
            defaultValue = "generic",
            description = "Gives the currency and the horizon (default: ${DEFAULT-VALUE}).")
    private String playbook = "";

    @Option(
            names = "--end",
            paramLabel = "INSTANT",
            description = "Let the clock run to here, such as 2012-02-01T00:00:00Z.")
    private @Nullable Instant end;

    @Option(
            names = "--horizon",
            paramLabel = "SPAN",
            converter = DurationConverter.class,
            description =
                    "Without --end: let the clock run so long after the last event (default: the"
                            + " playbook's horizon).")
    private @Nullable Duration horizon;

    @Override
    public Integer call() {
        Playbook rules = PlaybookSource.named(playbook);
        CountedRejects rejects = new CountedRejects();
        EventLog log = log(rules, rejects);
        Topics topics = new Topics(kafka.prefix(), partitions, true);
        KafkaCluster cluster = kafka.cluster();
        TopicAdmin.ensure(cluster, topics);
        long ticks = play(log, rules, cluster, topics);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%,d events, %,d ticks; %,d rows rejected, %,d without a customer%n"
                                + "next: holdfast score --bootstrap %s --set clock.simulated=true%n",
                        log.size(),
                        ticks,
                        rejects.rejected(),
                        rejects.unidentified(),
                        kafka.bootstrap());
        return 0;
    }

    private EventLog log(Playbook rules, CountedRejects rejects) {
        if (!Files.isRegularFile(events)) {
            throw new WrongUseException("--events: there is no file " + events);
        }
        try {
            // The job judges amounts by its own playbook: a negative one passes here.
            EventLogReader.Rules edge =
                    new EventLogReader.Rules(
                            rules.currency().getDefaultFractionDigits(),
                            name -> true,
                            System.currentTimeMillis(),
                            columns.names());
            EventLog log = EventLogReader.read(events, edge, rejects, bytes -> {});
            if (log.size() == 0) {
                throw new FailedRunException(events + " holds no event that can be used");
            }
            return log;
        } catch (IOException failure) {
            throw new FailedRunException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private long play(EventLog log, Playbook rules, KafkaCluster cluster, Topics topics) {
        long lastMillis = log.timeMillis(log.size() - 1);
        LogReplay.Plan plan =
                new LogReplay.Plan(
                        topics.name(Topic.TICKS),
                        TickStep.millis(speed, horizonMillis(rules)),
                        endMillis(rules, lastMillis));
        Map<String, Object> settings = cluster.settings();
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", "5");
        ByteArraySerializer bytes = new ByteArraySerializer();
        EventRecords records = new EventRecords(log, rules.currency(), topics);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
            LogReplay replay = new LogReplay(producer, records, plan);
            replay.play(log, new Pacer(speed, log.timeMillis(0), System::nanoTime), progress(log));
            return replay.ticks();
        } catch (IllegalStateException refused) {
            throw cluster.refusal(refused);
        }
    }

    private long horizonMillis(Playbook rules) {
        return horizon == null ? rules.primaryOutcome().horizonMillis() : horizon.toMillis();
    }

    private long endMillis(Playbook rules, long lastMillis) {
        if (end == null) {
            return lastMillis + horizonMillis(rules);
        }
        if (end.toEpochMilli() < lastMillis) {
            throw new WrongUseException(
                    "--end lies before the last event, "
                            + Instant.ofEpochMilli(lastMillis)
                            + " (got \""
                            + end
                            + "\")");
        }
        return end.toEpochMilli();
    }

    private LongConsumer progress(EventLog log) {
        PrintWriter err = spec.commandLine().getErr();
        return new ReplayProgress(log, err, System::nanoTime);
    }
}
