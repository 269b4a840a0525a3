package org.vigie.inference.graph;

import java.util.List;
import java.util.Optional;
import org.tensorflow.proto.NodeDef;

/**
 * Describes an operation that a signature needs.
 *
 * @param inputs in the order of the operation; steps that only have to come before are left out
 * @param feed name of the signature's input that stands in its place; empty of an operation that is computed
 * @param lastUse the last step that reads one of its outputs
 */
record GraphStep(NodeDef node, List<TensorSource> inputs, Optional<String> feed, int lastUse) {
    GraphStep {
        inputs = List.copyOf(inputs);
    }
}
