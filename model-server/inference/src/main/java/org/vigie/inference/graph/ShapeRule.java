package org.vigie.inference.graph;

import java.util.List;

/** Says which tensors an operation makes of its inputs. */
@FunctionalInterface
interface ShapeRule {
    /**
     * Returns one entry for each output.
     *
     * @throws UnknownShapeException when the data of a request decide a shape
     * @throws ArithmeticException when a size does not fit into 64 bits
     */
    List<TensorFacts> outputs(OperationInputs inputs);
}
