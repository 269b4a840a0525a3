package org.vigie.model.protocol;

/**
 * The body of an HTTP message. With binary tensors their bytes stand behind the JSON, whose length goes into the header
 * {@value #HEADER}.
 *
 * @param jsonLength bytes of JSON; all of {@code bytes} when nothing is binary
 */
public record InferenceBody(byte[] bytes, int jsonLength) {
    /** HTTP header that tells where the JSON ends. */
    public static final String HEADER = "Inference-Header-Content-Length";

    public InferenceBody {
        if (jsonLength < 0 || jsonLength > bytes.length) {
            throw new InferenceProtocolException(HEADER + ": must lie in 0.." + bytes.length + ", was " + jsonLength);
        }
    }

    /** Nothing but JSON. */
    public static InferenceBody json(byte[] bytes) {
        return new InferenceBody(bytes, bytes.length);
    }

    public boolean hasBinary() {
        return jsonLength < bytes.length;
    }
}
