package org.vigie.model.protocol;

import java.util.List;

/**
 * What a client asks a model.
 *
 * @param id comes back with the answer; empty when the client gave none
 * @param outputs the outputs wanted; all when empty
 * @param binaryOutputs whether the answer's tensors come as bytes instead of JSON
 */
public record InferRequest(String id, List<FloatTensor> inputs, List<String> outputs, boolean binaryOutputs) {
    public InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
