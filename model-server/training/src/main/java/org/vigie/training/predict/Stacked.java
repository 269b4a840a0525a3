package org.vigie.training.predict;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/** Many windows as the four tensors that a model takes in. */
final class Stacked {
    private Stacked() {}

    static List<Tensor> of(List<ScoreRequest> windows) {
        return List.of(
                tensor("values", windows, ScoreRequest::values, HourlyGrid.HOURS, HourlyGrid.SERIES),
                tensor("measured", windows, ScoreRequest::measured, HourlyGrid.HOURS, HourlyGrid.SERIES),
                tensor("ages", windows, ScoreRequest::ages, HourlyGrid.HOURS, HourlyGrid.SERIES),
                tensor("statics", windows, ScoreRequest::statics, ScoreRequest.STATICS));
    }

    private static Tensor tensor(
            String name, List<ScoreRequest> windows, Function<ScoreRequest, float[]> part, long... axes) {
        int length = part.apply(windows.get(0)).length;
        float[] data = new float[windows.size() * length];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(part.apply(windows.get(i)), 0, data, i * length, length);
        }
        long[] shape = LongStream.concat(LongStream.of(windows.size()), LongStream.of(axes))
                .toArray();
        return new Tensor(name, shape, data);
    }
}
