package org.vigie.training.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.encode.NetworkInputs;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.encode.WindowTensors;

/** Encodes windows once with {@link NetworkInputs}, so that the epochs need not repeat it. */
public final class WindowEncoder implements AutoCloseable {
    private static final int AT_ONCE = 250;

    private final Graph graph = new Graph();
    private final Session session = GraphVariables.session(graph);
    private final WindowTensors windows;
    private final Operand<TFloat32> steps;
    private final Operand<TFloat32> summary;

    public WindowEncoder(InputScaling scaling) {
        Ops tf = Ops.create(graph);
        windows = WindowTensors.placeholders(tf);
        NetworkInputs inputs = new NetworkInputs(tf, windows, scaling);
        steps = inputs.steps();
        summary = inputs.summary();
    }

    public EncodedWindows encode(List<ScoreRequest> all) {
        List<float[]> allSteps = new ArrayList<>();
        List<float[]> allSummaries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            encode(all.subList(from, Math.min(all.size(), from + AT_ONCE)), allSteps, allSummaries);
        }
        return new EncodedWindows(allSteps.toArray(float[][]::new), allSummaries.toArray(float[][]::new));
    }

    private void encode(List<ScoreRequest> part, List<float[]> allSteps, List<float[]> allSummaries) {
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = session.runner().fetch(steps).fetch(summary);
            windows.feed(runner, part, tensors);
            try (Result result = runner.run()) {
                split(WeightArray.of((TFloat32) result.get(0)).values(), part.size(), allSteps);
                split(WeightArray.of((TFloat32) result.get(1)).values(), part.size(), allSummaries);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }

    private static void split(float[] together, int rows, List<float[]> split) {
        int length = together.length / rows;
        for (int row = 0; row < rows; row++) {
            split.add(Arrays.copyOfRange(together, row * length, (row + 1) * length));
        }
    }
}
