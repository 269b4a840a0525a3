package org.vigie.model.protocol;

/**
 * Holds the body of an HTTP message. Binary tensors stand behind the JSON; the header {@value #HEADER} holds the length of the JSON.
 *
 * @param jsonLength bytes of JSON; all of {@code bytes} when nothing is binary
 */
public record InferenceBody(byte[] bytes, int jsonLength) {
    /** HTTP header with the length of the JSON. */
    public static final String HEADER = "Inference-Header-Content-Length";

    public InferenceBody {
        if (jsonLength < 0 || jsonLength > bytes.length) {
            throw new InferenceProtocolException(HEADER + ": must lie in 0.." + bytes.length + ", was " + jsonLength);
        }
    }

    /** Returns a body of JSON only. */
    public static InferenceBody json(byte[] bytes) {
        return new InferenceBody(bytes, bytes.length);
    }

    public boolean hasBinary() {
        return jsonLength < bytes.length;
    }

    /**
     * Writes a request.
     *
     * @param binary whether the inputs are written as bytes; the request itself says how outputs are wanted
     */
    public static InferenceBody of(InferRequest request, boolean binary) {
        return InferenceBodyWriter.request(request, binary);
    }

    /** Writes a response, its tensors as bytes or as JSON. */
    public static InferenceBody of(InferResponse response, boolean binary) {
        return InferenceBodyWriter.response(response, binary);
    }

    /** @throws InferenceProtocolException that names what is wrong */
    public InferRequest toRequest() {
        return new InferenceBodyReader(this).request();
    }

    /** @throws InferenceProtocolException that names what is wrong */
    public InferResponse toResponse() {
        return new InferenceBodyReader(this).response();
    }

    /** Returns the message of an error response, or a sentence when there is none. */
    public String toErrorMessage() {
        return new InferenceBodyReader(this).error();
    }
}
