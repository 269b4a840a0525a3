package org.vigie.bench.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.ScoreRequest;

/** The networks of a bundle on TensorFlow's own session, one thread, nothing around it. */
final class RawSession implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;
    private final SignatureDef signature;

    RawSession(Path bundle) {
        try {
            MetaGraphDef model = SavedModel.parseFrom(Files.readAllBytes(bundle.resolve(ModelBundle.SAVED_MODEL)))
                    .getMetaGraphs(0);
            signature = model.getSignatureDefOrThrow("serving_default");
            graph.importGraphDef(model.getGraphDef());
            session = new Session(
                    graph,
                    ConfigProto.newBuilder()
                            .setIntraOpParallelismThreads(1)
                            .setInterOpParallelismThreads(1)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers all of them as one batch and reads every output back. */
    void run(List<ScoreRequest> windows) {
        List<TFloat32> inputs = new ArrayList<>();
        Session.Runner runner = session.runner();
        for (Tensor tensor : SurvivalTensors.inputs(windows)) {
            TFloat32 input = TFloat32.tensorOf(Shape.of(tensor.shape()), DataBuffers.of(tensor.data()));
            inputs.add(input);
            runner.feed(signature.getInputsOrThrow(tensor.name()).getName(), input);
        }
        signature.getOutputsMap().values().forEach(output -> runner.fetch(output.getName()));
        try (Result result = runner.run()) {
            result.forEach(output -> {
                float[] numbers = new float[(int) output.getValue().size()];
                ((TFloat32) output.getValue()).copyTo(DataBuffers.of(numbers));
            });
        } finally {
            inputs.forEach(TFloat32::close);
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
