package org.vigie.training.learn.encode;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Frees several tensors together. */
public final class TensorScope implements AutoCloseable {
    private final List<TFloat32> tensors = new ArrayList<>();

    public TFloat32 of(float[] values, long... shape) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(shape), DataBuffers.of(values));
        tensors.add(tensor);
        return tensor;
    }

    public TFloat32 of(float scalar) {
        TFloat32 tensor = TFloat32.scalarOf(scalar);
        tensors.add(tensor);
        return tensor;
    }

    @Override
    public void close() {
        tensors.forEach(TFloat32::close);
    }
}
