package org.vigie.model.protocol;

import java.util.List;

/**
 * Holds a request for inference.
 *
 * @param id returned with the response; empty when the client gave none
 * @param outputs names of the wanted outputs; empty for the default outputs
 * @param binaryOutputs whether the tensors of the response are bytes instead of JSON
 * @param recipe digest of the recipe that prepared the inputs; empty when the client did not say it
 */
public record InferRequest(
        String id, List<FloatTensor> inputs, List<String> outputs, boolean binaryOutputs, String recipe) {
    /** Name of the parameter that holds the digest of the recipe, in JSON and in protobuf. */
    public static final String RECIPE = "recipe";

    public InferRequest {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Creates a request that does not say how its inputs were prepared. */
    public InferRequest(String id, List<FloatTensor> inputs, List<String> outputs, boolean binaryOutputs) {
        this(id, inputs, outputs, binaryOutputs, "");
    }
}
