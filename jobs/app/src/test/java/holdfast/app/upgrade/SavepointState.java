package holdfast.app.upgrade;

import static java.util.Objects.requireNonNull;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.Hashes;
import holdfast.core.customer.CustomerState;
import holdfast.core.customer.CustomerStateCodec;
import holdfast.core.engagement.CategoryTally;
import holdfast.core.engagement.Rhythm;
import holdfast.core.episode.Episode;
import holdfast.core.episode.PolicyEpisode;
import holdfast.flink.pipeline.Uids;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Publication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** What the churn operator's state in a savepoint says, in words that no layout changes. */
public final class SavepointState {

    private static final int PARALLELISM_MAX = 128;
    private static final MapStateDescriptor<String, Publication> PUBLICATIONS =
            new MapStateDescriptor<>("publications", Types.STRING, CodecTypes.PUBLICATION);

    private SavepointState() {}

    /** A line for each customer and publication, sorted. */
    public static List<String> lines(Path savepoint) throws Exception {
        Configuration flink = new Configuration();
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        flink.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(1, flink);
        env.setMaxParallelism(PARALLELISM_MAX);
        List<String> lines = new ArrayList<>();
        try (CloseableIterator<String> read =
                env.fromData("nobody")
                        .keyBy(nobody -> nobody)
                        .connect(env.fromData("read").broadcast(PUBLICATIONS))
                        .process(new Reader())
                        .returns(Types.STRING)
                        .uid(Uids.CHURN)
                        .executeAndCollect()) {
            read.forEachRemaining(lines::add);
        }
        return lines.stream().sorted().toList();
    }

    /** Reads everything when it is told to. */
    private static final class Reader
            extends KeyedBroadcastProcessFunction<String, String, String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(String nobody, ReadOnlyContext context, Collector<String> out) {}

        @Override
        public void processBroadcastElement(String read, Context context, Collector<String> out)
                throws Exception {
            context.getBroadcastState(PUBLICATIONS)
                    .immutableEntries()
                    .forEach(kept -> out.collect(publication(kept.getKey(), kept.getValue())));
            context.applyToKeyedState(
                    new ValueStateDescriptor<>("customer", CodecTypes.CUSTOMER),
                    (customer, state) -> out.collect(customer(customer, state)));
        }

        private static String publication(String key, Publication kept) {
            return String.format(
                    Locale.ROOT,
                    "publication %s from %d: %d characters, hash %016x",
                    key,
                    kept.effectiveFromMillis(),
                    kept.text().length(),
                    Hashes.hash64(kept.text()));
        }

        private static String customer(String customerId, ValueState<byte[]> state)
                throws Exception {
            byte[] bytes = requireNonNull(state.value());
            ByteReader reader = new ByteReader();
            reader.reset(bytes, 0, Long.BYTES);
            CustomerState customer = new CustomerState(customerId);
            new CustomerStateCodec().read(customer, bytes, Long.BYTES, bytes.length - Long.BYTES);
            return "customer " + customerId + " timer " + when(reader.readLong()) + said(customer);
        }
    }

    private static String said(CustomerState customer) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < customer.tallyCount(); i++) {
            CategoryTally tally = customer.tallyAt(i);
            line.append("; category ").append(tally.categoryId()).append(' ').append(tally.count());
            line.append(" from ").append(tally.firstMillis()).append(" to ");
            line.append(tally.lastMillis());
        }
        for (int outcome = 1; outcome <= 3; outcome++) {
            said(line, outcome, customer.rhythmOf(outcome));
        }
        line.append("; revenue ").append(customer.money().revenueMinor());
        line.append(" refunds ").append(customer.money().refundMinor());
        Episode episode = customer.episode();
        line.append("; wake-up ").append(when(episode.wakeupMillis()));
        line.append(" erased ").append(when(episode.erasedAtMillis()));
        line.append(" suppressed until ").append(when(episode.suppressedUntilMillis()));
        for (int policy = 1; policy <= 4; policy++) {
            said(line, policy, episode.policyOrNull(policy), customer.lastMillis());
        }
        return line.toString();
    }

    private static void said(StringBuilder line, int outcome, @Nullable Rhythm rhythm) {
        if (rhythm != null) {
            line.append("; outcome ").append(outcome).append(' ').append(rhythm.activeDays());
            line.append(" days to ").append(rhythm.lastMillis());
        }
    }

    private static void said(
            StringBuilder line, int policy, @Nullable PolicyEpisode episode, long lastMillis) {
        if (episode != null) {
            line.append("; policy ").append(policy).append(' ').append(episode.status());
            line.append(" opened ").append(when(episode.openedAtMillis()));
            line.append(" message ").append(episode.sequence());
            line.append(" cool until ").append(when(episode.coolDownUntilMillis()));
            line.append(" held ").append(episode.heldReason(lastMillis));
        }
    }

    private static String when(long millis) {
        return millis == Episode.NEVER ? "never" : Long.toString(millis);
    }
}
