package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** Tests the steps of the whole job. */
class RiskJobTest {
    @Test
    void theJobEqualsTheDrawingInItsJavadoc() throws Exception {
        // given
        String golden;
        try (var drawing = RiskJobTest.class.getResourceAsStream("/risk-job.txt")) {
            golden = new String(drawing.readAllBytes(), StandardCharsets.UTF_8);
        }

        // when
        String drawn = draw(graph());

        // then
        assertThat(drawn).isEqualTo(golden);
    }

    @Test
    void everyStepHasAUidSoThatItsStateIsFoundAgain() throws Exception {
        // when
        StreamGraph graph = graph();

        // then
        assertThat(graph.getStreamNodes())
                .allSatisfy(node -> assertThat(node.getTransformationUID()).isNotNull());
    }

    private static StreamGraph graph() {
        Configuration flink = FlinkOptionsFactory.local(FlinkConfig.defaults(), Optional.empty());
        var env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        RiskFlink.job(RiskConfig.defaults()).build(env);
        return env.getStreamGraph();
    }

    /** Returns one line for each step, in alphabetical order, with its name and inputs. */
    private static String draw(StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .filter(node -> !node.getOperatorName().endsWith(": Committer"))
                .sorted(Comparator.comparing(StreamNode::getOperatorName))
                .map(node -> node.getOperatorName() + inputs(graph, node) + "\n")
                .collect(Collectors.joining());
    }

    private static String inputs(StreamGraph graph, StreamNode node) {
        List<String> inputs = node.getInEdges().stream()
                .map(edge -> graph.getStreamNode(edge.getSourceId()).getOperatorName() + side(edge))
                .sorted()
                .toList();
        return inputs.isEmpty() ? "" : " <- " + String.join(", ", inputs);
    }

    private static String side(StreamEdge edge) {
        return edge.getOutputTag() == null ? "" : " (" + edge.getOutputTag().getId() + ")";
    }
}
