package org.vigie.training.learn.encode;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/** Holds the inputs of the model, named as in the SavedModel, each [batch, ...] in physical units. */
public record WindowTensors(
        Operand<TFloat32> values, Operand<TFloat32> measured, Operand<TFloat32> ages, Operand<TFloat32> statics) {
    public static WindowTensors placeholders(Ops tf) {
        return new WindowTensors(
                placeholder(tf, "values", HourlyGrid.HOURS, HourlyGrid.SERIES),
                placeholder(tf, "measured", HourlyGrid.HOURS, HourlyGrid.SERIES),
                placeholder(tf, "ages", HourlyGrid.HOURS, HourlyGrid.SERIES),
                placeholder(tf, "statics", ScoreRequest.STATICS));
    }

    /** Returns the inputs by their names in signatures. */
    public Map<String, Operand<TFloat32>> named() {
        return Map.of("values", values, "measured", measured, "ages", ages, "statics", statics);
    }

    /** Feeds windows; the caller closes {@code tensors}. */
    public void feed(Session.Runner runner, List<ScoreRequest> windows, TensorScope tensors) {
        long batch = windows.size();
        runner.feed(
                values, tensors.of(gather(windows, ScoreRequest::values), batch, HourlyGrid.HOURS, HourlyGrid.SERIES));
        runner.feed(
                measured,
                tensors.of(gather(windows, ScoreRequest::measured), batch, HourlyGrid.HOURS, HourlyGrid.SERIES));
        runner.feed(ages, tensors.of(gather(windows, ScoreRequest::ages), batch, HourlyGrid.HOURS, HourlyGrid.SERIES));
        runner.feed(statics, tensors.of(gather(windows, ScoreRequest::statics), batch, ScoreRequest.STATICS));
    }

    private static Operand<TFloat32> placeholder(Ops tf, String name, long... axes) {
        Shape shape = Shape.of(axes).prepend(Shape.UNKNOWN_SIZE);
        return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(shape));
    }

    private static float[] gather(List<ScoreRequest> windows, Function<ScoreRequest, float[]> part) {
        int length = part.apply(windows.get(0)).length;
        float[] gathered = new float[windows.size() * length];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(part.apply(windows.get(i)), 0, gathered, i * length, length);
        }
        return gathered;
    }
}
