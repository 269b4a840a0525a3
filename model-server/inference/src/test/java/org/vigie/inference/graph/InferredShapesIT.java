package org.vigie.inference.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

/** Compares the inferred shape of each tensor of the shipped models with that of the engine. */
class InferredShapesIT {
    private static final Path FOLDER = Path.of(System.getProperty("vigie.repository"), "model-server");
    private static final Map<String, long[]> FEEDS = Map.of(
            "values", new long[] {3, 48, 37},
            "measured", new long[] {3, 48, 37},
            "ages", new long[] {3, 48, 37},
            "statics", new long[] {3, 12},
            "channels", new long[] {3, 48, 36, 10});

    @ParameterizedTest
    @CsvSource({
        "models/survival-lstm/1, serving_default",
        "models/survival/2, serving_default",
        "models/survival/2, attribution",
        "imputers/1, causal",
        "imputers/1, two_sided"
    })
    void theEngineMakesTheInferredShapes(String model, String signature) throws Exception {
        // given
        MetaGraphDef graph = SavedModel.parseFrom(Files.readAllBytes(FOLDER.resolve(model + "/saved_model.pb")))
                .getMetaGraphs(0);
        SignatureDef called = graph.getSignatureDefOrThrow(signature);
        List<GraphStep> steps = GraphSteps.of(SignatureNodes.of(graph.getGraphDef(), called));

        // when
        Map<String, String> inferred = shapes(steps, GraphMemory.outputs(steps, FEEDS));
        inferred.keySet()
                .removeIf(name -> called.getInputsMap().values().stream()
                        .anyMatch(input -> input.getName().equals(name)));

        // then
        assertThat(inferred).isEqualTo(computed(graph, called, steps)).hasSizeGreaterThan(100);
    }

    private static Map<String, String> shapes(List<GraphStep> steps, List<List<TensorFacts>> made) {
        Map<String, String> shapes = new HashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            for (int output = 0; output < made.get(at).size(); output++) {
                shapes.put(
                        steps.get(at).node().getName() + ":" + output,
                        made.get(at).get(output).shapeText());
            }
        }
        return shapes;
    }

    private static Map<String, String> computed(MetaGraphDef definition, SignatureDef called, List<GraphStep> steps) {
        try (Graph graph = new Graph()) {
            graph.importGraphDef(definition.getGraphDef());
            try (Session session = new Session(graph)) {
                return computed(graph, session, called, steps);
            }
        }
    }

    private static Map<String, String> computed(
            Graph graph, Session session, SignatureDef called, List<GraphStep> steps) {
        List<String> names = new ArrayList<>();
        Session.Runner runner = session.runner();
        for (GraphStep step : steps) {
            String name = step.node().getName();
            int outputs = step.feed().isPresent() ? 0 : graph.operation(name).numOutputs();
            for (int output = 0; output < outputs; output++) {
                names.add(name + ":" + output);
                runner.fetch(name, output);
            }
        }
        List<Tensor> fed = new ArrayList<>();
        called.getInputsMap().forEach((name, input) -> {
            fed.add(TFloat32.tensorOf(Shape.of(FEEDS.get(name))));
            runner.feed(input.getName(), fed.get(fed.size() - 1));
        });
        try (Result results = runner.run()) {
            Map<String, String> shapes = new HashMap<>();
            for (int at = 0; at < names.size(); at++) {
                shapes.put(
                        names.get(at), Arrays.toString(results.get(at).shape().asArray()));
            }
            return shapes;
        } finally {
            fed.forEach(Tensor::close);
        }
    }
}
