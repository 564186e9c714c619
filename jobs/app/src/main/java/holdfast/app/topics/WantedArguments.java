package holdfast.app.topics;

import holdfast.app.kafka.Topics;
import holdfast.app.shell.WrongUseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words by which a person says what topics are to be like. */
final class WantedArguments {

    private static final int PARTITIONS = 4;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of topics that hold records of customers (default: 4).")
    private @Nullable Integer partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of each partition (default: the broker's own number).")
    private @Nullable Short replication;

    @Option(
            names = "--simulated",
            description = "For a replay or a simulation: records keep the producer's timestamps.")
    private boolean simulated;

    Topics topics(String prefix) {
        if (partitions != null && partitions < 1) {
            throw new WrongUseException("--partitions must be at least 1 (got " + partitions + ")");
        }
        if (replication != null && replication < 1) {
            throw new WrongUseException(
                    "--replication must be at least 1 (got " + replication + ")");
        }
        return new Topics(prefix, partitions().orElse(PARTITIONS), simulated);
    }

    /** The number of partitions, if one was asked for. */
    Optional<Integer> partitions() {
        return Optional.ofNullable(partitions);
    }

    /** The number of copies, if one was asked for. */
    Optional<Short> replication() {
        return Optional.ofNullable(replication);
    }
}
