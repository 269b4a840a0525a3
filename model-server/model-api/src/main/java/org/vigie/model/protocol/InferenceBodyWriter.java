package org.vigie.model.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes requests and answers, their tensors as JSON or as bytes. */
public final class InferenceBodyWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InferenceBodyWriter() {}

    /** @param binary whether the inputs go as bytes; the answer's tensors are asked for as the request says */
    public static InferenceBody request(InferRequest request, boolean binary) {
        ObjectNode root = JSON.createObjectNode();
        if (!request.id().isEmpty()) {
            root.put("id", request.id());
        }
        addTensors(root.putArray("inputs"), request.inputs(), binary);
        if (request.binaryOutputs()) {
            root.putObject("parameters").put("binary_data_output", true);
        }
        if (!request.outputs().isEmpty()) {
            ArrayNode outputs = root.putArray("outputs");
            request.outputs().forEach(name -> outputs.addObject().put("name", name));
        }
        return body(root, request.inputs(), binary);
    }

    public static InferenceBody response(InferResponse response, boolean binary) {
        ObjectNode root = JSON.createObjectNode();
        root.put("model_name", response.model());
        root.put("model_version", response.version());
        if (!response.id().isEmpty()) {
            root.put("id", response.id());
        }
        if (!response.digest().isEmpty()) {
            root.putObject("parameters").put("digest", response.digest());
        }
        addTensors(root.putArray("outputs"), response.outputs(), binary);
        return body(root, response.outputs(), binary);
    }

    private static void addTensors(ArrayNode nodes, List<FloatTensor> tensors, boolean binary) {
        for (FloatTensor tensor : tensors) {
            ObjectNode node = nodes.addObject().put("name", tensor.name()).put("datatype", FloatTensor.DATATYPE);
            ArrayNode shape = node.putArray("shape");
            for (long axis : tensor.shape()) {
                shape.add(axis);
            }
            if (binary) {
                node.putObject("parameters").put("binary_data_size", 4 * tensor.data().length);
            } else {
                ArrayNode data = node.putArray("data");
                for (float number : tensor.data()) {
                    data.add(number);
                }
            }
        }
    }

    private static InferenceBody body(ObjectNode root, List<FloatTensor> tensors, boolean binary) {
        byte[] json = bytes(root);
        if (!binary) {
            return InferenceBody.json(json);
        }
        int size = tensors.stream().mapToInt(tensor -> 4 * tensor.data().length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(json.length + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(json);
        for (FloatTensor tensor : tensors) {
            bytes.asFloatBuffer().put(tensor.data());
            bytes.position(bytes.position() + 4 * tensor.data().length);
        }
        return new InferenceBody(bytes.array(), json.length);
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always becomes JSON", e);
        }
    }
}
