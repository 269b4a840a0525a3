package org.vigie.training.learn;

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

/** Runs {@link Inputs} once over windows, so that each epoch need not. */
public final class Encoder implements AutoCloseable {
    private static final int AT_ONCE = 250;

    private final Graph graph = new Graph();
    private final Session session = Network.session(graph);
    private final Windows windows;
    private final Operand<TFloat32> steps;
    private final Operand<TFloat32> summary;

    public Encoder(Scaling scaling) {
        Ops tf = Ops.create(graph);
        windows = Windows.placeholders(tf);
        Inputs inputs = new Inputs(tf, windows, scaling);
        steps = inputs.steps();
        summary = inputs.summary();
    }

    public Rows rows(List<ScoreRequest> all) {
        List<float[]> allSteps = new ArrayList<>();
        List<float[]> allSummaries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<ScoreRequest> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            try (Tensors tensors = new Tensors()) {
                Session.Runner runner = session.runner().fetch(steps).fetch(summary);
                windows.feed(runner, part, tensors);
                try (Result result = runner.run()) {
                    split(Weight.of((TFloat32) result.get(0)).values(), part.size(), allSteps);
                    split(Weight.of((TFloat32) result.get(1)).values(), part.size(), allSummaries);
                }
            }
        }
        return new Rows(allSteps.toArray(float[][]::new), allSummaries.toArray(float[][]::new));
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
