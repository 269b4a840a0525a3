package org.vigie.model.protocol;

import java.util.List;

/**
 * Holds a request for inference.
 *
 * @param id returned with the response; empty when the client gave none
 * @param outputs names of the wanted outputs; empty for the default outputs
 * @param binaryOutputs whether the tensors of the response are bytes instead of JSON
 */
public record InferRequest(String id, List<FloatTensor> inputs, List<String> outputs, boolean binaryOutputs) {
    public InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
