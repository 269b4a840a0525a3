package org.vigie.model.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads requests and responses. Each fault of a body is an {@link InferenceProtocolException} that names it. */
record InferenceBodyReader(InferenceBody body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    InferRequest request() {
        JsonNode root = parse();
        List<String> outputs = new ArrayList<>();
        boolean binary = root.path("parameters").path("binary_data_output").asBoolean(false);
        for (JsonNode output : root.path("outputs")) {
            outputs.add(text(output, "name"));
            binary |= output.path("parameters").path("binary_data").asBoolean(false);
        }
        String recipe = root.path("parameters").path(InferRequest.RECIPE).asText("");
        return new InferRequest(root.path("id").asText(""), tensors(root, "inputs"), outputs, binary, recipe);
    }

    InferResponse response() {
        JsonNode root = parse();
        return new InferResponse(
                root.path("id").asText(""),
                text(root, "model_name"),
                root.path("model_version").asText(""),
                root.path("parameters").path("digest").asText(""),
                tensors(root, "outputs"));
    }

    String error() {
        try {
            return JSON.readTree(body.bytes()).path("error").asText("no reason given");
        } catch (IOException notJson) {
            return "not JSON: " + notJson.getClass().getSimpleName();
        }
    }

    private JsonNode parse() {
        try {
            JsonNode root = JSON.readTree(body.bytes(), 0, body.jsonLength());
            if (!root.isObject()) {
                throw new InferenceProtocolException("the body must be a JSON object");
            }
            return root;
        } catch (IOException e) {
            throw new InferenceProtocolException("the body is not JSON", e);
        }
    }

    private List<FloatTensor> tensors(JsonNode root, String field) {
        if (!root.path(field).isArray()) {
            throw new InferenceProtocolException(field + ": must be an array");
        }
        ByteBuffer binary = ByteBuffer.wrap(body.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        binary.position(body.jsonLength());
        List<FloatTensor> tensors = new ArrayList<>();
        root.path(field).forEach(node -> tensors.add(tensor(node, binary)));
        if (binary.hasRemaining()) {
            throw new InferenceProtocolException(binary.remaining() + " bytes behind the last tensor");
        }
        return tensors;
    }

    private static FloatTensor tensor(JsonNode node, ByteBuffer binary) {
        String name = text(node, "name");
        String datatype = text(node, "datatype");
        if (!datatype.equals(FloatTensor.DATATYPE)) {
            throw new InferenceProtocolException(
                    name + ": datatype must be " + FloatTensor.DATATYPE + ", was " + datatype);
        }
        long[] shape = shape(name, node.path("shape"));
        return new FloatTensor(name, shape, data(name, node, binary, FloatTensor.elements(shape)));
    }

    private static float[] data(String name, JsonNode node, ByteBuffer binary, int elements) {
        JsonNode binarySize = node.path("parameters").path("binary_data_size");
        return binarySize.isMissingNode()
                ? numbers(name, node.path("data"), elements)
                : floats(name, binary, binarySize.asLong(-1), elements);
    }

    private static long[] shape(String name, JsonNode shape) {
        if (!shape.isArray() || shape.isEmpty()) {
            throw new InferenceProtocolException(name + ": shape must be an array of whole numbers");
        }
        long[] axes = new long[shape.size()];
        for (int axis = 0; axis < axes.length; axis++) {
            if (!shape.get(axis).canConvertToLong() || !shape.get(axis).isIntegralNumber()) {
                throw new InferenceProtocolException(name + ": shape must be an array of whole numbers");
            }
            axes[axis] = shape.get(axis).asLong();
        }
        return axes;
    }

    private static float[] floats(String name, ByteBuffer binary, long bytes, int elements) {
        if (bytes != 4L * elements || bytes > binary.remaining()) {
            throw new InferenceProtocolException(
                    name + ": binary_data_size " + bytes + " does not fit its shape and body");
        }
        float[] floats = new float[elements];
        binary.asFloatBuffer().get(floats);
        binary.position(binary.position() + 4 * elements);
        return floats;
    }

    private static float[] numbers(String name, JsonNode data, int elements) {
        if (!data.isArray() || elements < 0) {
            throw new InferenceProtocolException(name + ": data must be an array that fits the shape");
        }
        JsonFloatCollector sink = new JsonFloatCollector(name);
        sink.addAll(data);
        return sink.toArray();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new InferenceProtocolException(field + ": must be given as a text");
        }
        return value.asText();
    }
}
