package holdfast.flink.pipeline;

import holdfast.core.training.TrainingRecord;
import holdfast.flink.operator.ChurnOperator;
import holdfast.flink.operator.EdgeFunction;
import holdfast.flink.operator.Metering;
import holdfast.flink.operator.ScoringStart;
import holdfast.flink.operator.TrainingOrder;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.Arrival;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The scoring job between its ends: checked arrivals and publications in; alerts, scores, dead
 * letters and training records out.
 *
 * <p>Arrivals bring timestamps and watermarks, and among them the ticks; publications need neither.
 */
public final class ScoringPipeline {

    private ScoringPipeline() {}

    /** What every environment that runs this pipeline must be configured with. */
    public static Configuration strict() {
        return new Configuration()
                .set(PipelineOptions.GENERIC_TYPES, false)
                .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                .set(PipelineOptions.OBJECT_REUSE, true);
    }

    /**
     * What the job writes.
     *
     * @param messages alerts, scores and dead letters
     * @param training what scores are learned from, from one task and in the order of time
     */
    public record Output(DataStream<EncodedRecord> messages, DataStream<EncodedRecord> training) {}

    /** Connects the operators. */
    public static Output score(
            DataStream<Arrival> arrivals,
            DataStream<Publication> published,
            ScoringStart start,
            Metering metering) {
        return connect(
                arrivals,
                published,
                new EdgeFunction(metering),
                new ChurnOperator(start, metering));
    }

    /**
     * Connects the same operators to take in history: a job that goes on from a savepoint of this
     * one takes nothing that customers did before the instant for new.
     *
     * @param arrivals all that customers did before the instant
     */
    public static DataStream<EncodedRecord> takeInHistory(
            DataStream<Arrival> arrivals,
            DataStream<Publication> published,
            ScoringStart start,
            long untilMillis) {
        Metering metering = new Metering(List.of(), true);
        return connect(
                        arrivals,
                        published,
                        EdgeFunction.ofHistory(metering, untilMillis),
                        new ChurnOperator(start, metering))
                .messages();
    }

    private static Output connect(
            DataStream<Arrival> arrivals,
            DataStream<Publication> published,
            EdgeFunction edge,
            ChurnOperator churn) {
        SingleOutputStreamOperator<Arrival> accepted =
                arrivals.process(edge, CodecTypes.ARRIVAL)
                        .setParallelism(arrivals.getParallelism()) // else order would be lost
                        .uid(Uids.EDGE)
                        .name("Check arrivals");
        DataStream<Publication> publications =
                published.union(accepted.getSideOutput(EdgeFunction.PUBLICATIONS)).broadcast();
        SingleOutputStreamOperator<EncodedRecord> scored =
                accepted.keyBy(Arrival::customerId)
                        .connect(publications)
                        .transform("Score churn", CodecTypes.ENCODED_RECORD, churn)
                        .uid(Uids.CHURN);
        return new Output(
                scored.union(accepted.getSideOutput(EdgeFunction.DEAD_LETTERS)),
                ordered(scored.getSideOutput(ChurnOperator.TRAINING)));
    }

    private static DataStream<EncodedRecord> ordered(DataStream<TrainingRecord> training) {
        return training.transform(
                        "Order training records", CodecTypes.ENCODED_RECORD, new TrainingOrder())
                // No greatest parallelism of its own: at a job's parallelism of 1 it shares a task
                // with its neighbours, and a savepoint of that could not be restored at 2.
                .setParallelism(1)
                .uid(Uids.ORDER_TRAINING);
    }
}
