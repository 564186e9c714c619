package holdfast.flink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.core.playbook.Presets;
import holdfast.flink.operator.ScoringStart;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class ScoringPipelineTest {

    private final StreamGraph graph =
            TestingJob.define(
                            ScoringStart.with(Presets.generic().source()),
                            new Script(1).arrivals(List.of()),
                            new Configuration())
                    .getStreamGraph();

    @Test
    void everyOperatorHasAUid() {
        assertThat(graph.getStreamNodes())
                .isNotEmpty()
                .allSatisfy(
                        node ->
                                assertThat(node.getTransformationUID())
                                        .as(node.getOperatorName())
                                        .isNotBlank());
    }

    @Test
    void keepsTheUidsThatSavepointsKnow() {
        assertThat(graph.getStreamNodes())
                .extracting(StreamNode::getTransformationUID)
                .contains("edge", "churn");
    }

    @Test
    void configuresNoGenericTypes() {
        Map<String, String> strict = ScoringPipeline.strict().toMap();

        assertThat(strict)
                .containsEntry("pipeline.generic-types", "false")
                .containsEntry("pipeline.auto-generate-uids", "false")
                .containsEntry("pipeline.object-reuse", "true");
    }
}
