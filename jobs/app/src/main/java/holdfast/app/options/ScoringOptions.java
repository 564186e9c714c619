package holdfast.app.options;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/**
 * Every option of the scoring job with those of {@link ClockOptions}, and which of them the
 * learning job heeds too.
 *
 * <p>Durations are written with a unit, such as {@code 500ms} or {@code 30d}. {@code OPTIONS.md} is
 * generated from this class.
 */
public final class ScoringOptions {

    public static final ConfigOption<String> BOOTSTRAP =
            key("kafka.bootstrap")
                    .stringType()
                    .defaultValue("127.0.0.1:9092")
                    .withDescription("Kafka brokers, as host:port, comma separated.");

    public static final ConfigOption<String> GROUP_ID =
            key("kafka.group-id")
                    .stringType()
                    .defaultValue("holdfast-scoring")
                    .withDescription(
                            "Consumer group whose committed offsets show progress. The learning"
                                    + " job's is holdfast-learning.");

    public static final ConfigOption<String> TOPIC_PREFIX =
            key("kafka.topic-prefix")
                    .stringType()
                    .defaultValue("")
                    .withDescription("Put before every topic name, such as \"staging.\".");

    public static final ConfigOption<Boolean> CREATE_TOPICS =
            key("kafka.create-topics")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Create the topics that are missing; existing ones stay.");

    public static final ConfigOption<Integer> PARTITIONS =
            key("kafka.partitions")
                    .intType()
                    .defaultValue(4)
                    .withDescription("Partitions of topics that the job creates.");

    public static final ConfigOption<StartingOffsets> STARTING_OFFSETS =
            key("kafka.starting-offsets")
                    .enumType(StartingOffsets.class)
                    .defaultValue(StartingOffsets.EARLIEST)
                    .withDescription(
                            "Where to begin without a checkpoint: earliest or latest. Offsets that the"
                                    + " group has committed do not count.");

    public static final ConfigOption<String> REGISTRY_URL =
            key("registry.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Schema registry with Confluent's REST interface. With it, records"
                                    + " that begin with 00 are read by the schema they name, and"
                                    + " Avro output carries registered ids.");

    public static final ConfigOption<Boolean> REGISTRY_REGISTER =
            key("registry.register")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Register the schemas of Avro output at the start, under TOPIC-value;"
                                    + " false: they must be there.");

    public static final ConfigOption<String> REGISTRY_BASIC_AUTH =
            key("registry.basic-auth")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Where the registry's user:password is found: ${env:NAME},"
                                    + " ${file:/path:key} or ${directory:/path:name}.");

    public static final ConfigOption<String> REGISTRY_BEARER_TOKEN =
            key("registry.bearer-token")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Where the registry's token is found, in the same form.");

    public static final ConfigOption<String> PLAYBOOK =
            key("playbook")
                    .stringType()
                    .defaultValue("generic")
                    .withDescription("Name of a preset, or path of a playbook file.");

    public static final ConfigOption<String> MODEL_FILE =
            key("model.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "First model, as written by fit; models on the topic replace it when"
                                    + " they take effect, and a newer file waits while one there is"
                                    + " pinned. Without one the shipped prior serves.");

    public static final ConfigOption<String> POPULATION_FILE =
            key("population.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "First population figures, as written by fit. Without any, value gates"
                                    + " stand open.");

    public static final ConfigOption<Boolean> SIMULATED =
            key("clock.simulated")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Kafka timestamps come from the producer's clock, as in a demo or a"
                                    + " replay: topics keep them and never expire by age, and the"
                                    + " job writes no ticks.");

    public static final ConfigOption<TicksWriter> TICKS_WRITER =
            key("ticks.writer")
                    .enumType(TicksWriter.class)
                    .defaultValue(TicksWriter.JOB)
                    .withDescription(
                            "job: this job writes ticks by the wall clock; external: demo, replay"
                                    + " or another job does.");

    public static final ConfigOption<String> LIVE_FROM =
            key("start.live-from")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Instant (ISO-8601, UTC) from which alerts are sent; everything before"
                                    + " is history that only builds state. Without it: the first"
                                    + " start when the job writes ticks; else all is live.");

    public static final ConfigOption<Duration> WARM_UP =
            key("start.warm-up")
                    .durationType()
                    .noDefaultValue()
                    .withDescription(
                            "After live-from, alerts about customers already silent are spread"
                                    + " over so long, the most valuable first. Without it: an"
                                    + " eighth of the primary outcome's horizon.");

    public static final ConfigOption<Delivery> DELIVERY =
            key("output.delivery")
                    .enumType(Delivery.class)
                    .defaultValue(Delivery.AT_LEAST_ONCE)
                    .withDescription(
                            "at-least-once: a restart may repeat messages, under equal ids;"
                                    + " exactly-once: output appears with each checkpoint.");

    public static final ConfigOption<OutputFormat> OUTPUT_FORMAT =
            key("output.format")
                    .enumType(OutputFormat.class)
                    .defaultValue(OutputFormat.JSON)
                    .withDescription(
                            "json, or avro: single-object encoding, or with registry.url the"
                                    + " registry's.");

    public static final ConfigOption<Double> SCORE_STEP =
            key("output.score-step")
                    .doubleType()
                    .defaultValue(0.05)
                    .withDescription(
                            "A score is written when its band changes or it has moved by this.");

    public static final ConfigOption<Double> TRAINING_SHARE =
            key("training.share")
                    .doubleType()
                    .defaultValue(1.0)
                    .withDescription(
                            "The share of customers, chosen by hash, of whom the job writes what"
                                    + " scores are learned from; 0 for nobody, which costs and"
                                    + " writes nothing. An erasure is told of everybody unless"
                                    + " it is 0; 1e-9 tells of nothing else.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            key("checkpoint.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "Time between two checkpoints. The learning job's is 1m: its whole"
                                    + " state goes into each.");

    public static final ConfigOption<String> CHECKPOINT_DIRECTORY =
            key("checkpoint.directory")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Where checkpoints go, as a URI; needed to survive a crash.");

    public static final ConfigOption<StateStore> STATE_STORE =
            key("state.store")
                    .enumType(StateStore.class)
                    .defaultValue(StateStore.ROCKSDB)
                    .withDescription(
                            "rocksdb: on disk, for any number; heap: in memory, faster, up to a few"
                                    + " million customers. The learning job's is always in memory.");

    private ScoringOptions() {}

    /** Every option, in the order of the documentation. */
    public static List<ConfigOption<?>> all() {
        return List.of(
                BOOTSTRAP,
                GROUP_ID,
                TOPIC_PREFIX,
                CREATE_TOPICS,
                PARTITIONS,
                STARTING_OFFSETS,
                REGISTRY_URL,
                REGISTRY_REGISTER,
                REGISTRY_BASIC_AUTH,
                REGISTRY_BEARER_TOKEN,
                PLAYBOOK,
                MODEL_FILE,
                POPULATION_FILE,
                ClockOptions.DISORDER,
                ClockOptions.FUTURE_SKEW,
                ClockOptions.IDLENESS,
                ClockOptions.UNREAD,
                ClockOptions.DRIFT,
                ClockOptions.TICK_INTERVAL,
                ClockOptions.SETTLE,
                SIMULATED,
                TICKS_WRITER,
                LIVE_FROM,
                WARM_UP,
                DELIVERY,
                OUTPUT_FORMAT,
                SCORE_STEP,
                TRAINING_SHARE,
                CHECKPOINT_INTERVAL,
                CHECKPOINT_DIRECTORY,
                STATE_STORE);
    }

    /** Those that say something to the learning job. */
    public static List<ConfigOption<?>> ofLearning() {
        return List.of(
                BOOTSTRAP,
                GROUP_ID,
                TOPIC_PREFIX,
                CREATE_TOPICS,
                PARTITIONS,
                PLAYBOOK,
                SIMULATED,
                CHECKPOINT_INTERVAL,
                CHECKPOINT_DIRECTORY);
    }
}
