package holdfast.flink.pipeline;

import holdfast.flink.operator.LearningFunction;
import holdfast.flink.serialize.CodecTypes;
import holdfast.flink.wire.EncodedRecord;
import holdfast.flink.wire.Publication;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The learning job between its ends: training records in their order and playbooks in; models,
 * population figures and reports of their quality out. One task does it all.
 */
public final class LearningPipeline {

    private LearningPipeline() {}

    /**
     * Connects the operators.
     *
     * @param playbook YAML, as the scoring job is started with
     */
    public static DataStream<EncodedRecord> learn(
            DataStream<byte[]> records, DataStream<Publication> published, String playbook) {
        return records.connect(published.broadcast(LearningFunction.PLAYBOOKS))
                .process(new LearningFunction(playbook), CodecTypes.ENCODED_RECORD)
                .setParallelism(1)
                .setMaxParallelism(1)
                .uid(Uids.LEARN)
                .name("Learn");
    }
}
