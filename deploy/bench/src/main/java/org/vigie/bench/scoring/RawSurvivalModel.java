package org.vigie.bench.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
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
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;

/**
 * Runs the networks of a bundle on TensorFlow's own session and its trees on XGBoost's own booster, on one thread and without the server.
 */
final class RawSurvivalModel implements AutoCloseable {
    private static final int CALLERS_THREAD = -1;
    private static final ConfigProto ONE_THREAD = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(CALLERS_THREAD)
            .build();

    private final Graph graph = new Graph();
    private final Session session;
    private final SignatureDef signature;
    private final Booster booster;

    RawSurvivalModel(Path bundle) {
        try {
            MetaGraphDef model = SavedModel.parseFrom(Files.readAllBytes(bundle.resolve(ModelBundle.SAVED_MODEL)))
                    .getMetaGraphs(0);
            signature = model.getSignatureDefOrThrow("serving_default");
            graph.importGraphDef(model.getGraphDef());
            session = new Session(graph, ONE_THREAD);
            booster = XGBoost.loadModel(bundle.resolve("trees.ubj").toString());
            booster.setParam("nthread", 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XGBoostError e) {
            throw new IllegalStateException(bundle + ": its trees cannot be loaded", e);
        }
    }

    /** Computes the networks, the features and the trees of a batch, as the server does before it calibrates. */
    void run(List<ScoreRequest> windows) {
        nets(windows);
        trees(windows);
    }

    /** Runs the networks on the windows as one batch and reads every output back. */
    void nets(List<ScoreRequest> windows) {
        List<TFloat32> inputs = new ArrayList<>();
        Session.Runner runner = session.runner();
        for (FloatTensor tensor : SurvivalTensors.inputs(windows)) {
            TFloat32 input = TFloat32.tensorOf(Shape.of(tensor.shape()), DataBuffers.of(tensor.data()));
            inputs.add(input);
            runner.feed(signature.getInputsOrThrow(tensor.name()).getName(), input);
        }
        signature.getOutputsMap().values().forEach(output -> runner.fetch(output.getName()));
        try (Result result = runner.run()) {
            result.forEach(output -> read((TFloat32) output.getValue()));
        } finally {
            inputs.forEach(TFloat32::close);
        }
    }

    private static void read(TFloat32 output) {
        output.copyTo(DataBuffers.of(new float[(int) output.size()]));
    }

    private void trees(List<ScoreRequest> windows) {
        int columns = WindowFeatures.NAMES.size();
        float[] features = new float[windows.size() * columns];
        for (int row = 0; row < windows.size(); row++) {
            System.arraycopy(WindowFeatures.of(windows.get(row)).values(), 0, features, row * columns, columns);
        }
        try {
            var unused = booster.inplace_predict(features, windows.size(), columns, Float.NaN);
        } catch (XGBoostError e) {
            throw new IllegalStateException("the trees do not answer", e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
        session.close();
        graph.close();
    }
}
