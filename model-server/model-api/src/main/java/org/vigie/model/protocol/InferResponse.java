package org.vigie.model.protocol;

import java.util.List;

/**
 * Holds the response to an inference request.
 *
 * @param id of the request
 * @param digest SHA-256 of the model's files, hexadecimal; sent as the response parameter {@code digest}; empty when unknown
 */
public record InferResponse(String id, String model, String version, String digest, List<FloatTensor> outputs) {
    public InferResponse {
        outputs = List.copyOf(outputs);
    }

    public boolean has(String name) {
        return outputs.stream().anyMatch(tensor -> tensor.name().equals(name));
    }

    /** @throws InferenceProtocolException when the response has no such output */
    public FloatTensor output(String name) {
        return outputs.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InferenceProtocolException("no output '" + name + "' in the answer"));
    }
}
