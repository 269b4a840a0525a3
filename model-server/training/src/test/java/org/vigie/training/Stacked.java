package org.vigie.training;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.ScoreRequest;

/** One part of many windows as one tensor. */
final class Stacked {
    private Stacked() {}

    static Tensor of(String name, List<ScoreRequest> windows, Function<ScoreRequest, float[]> part, long... axes) {
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
