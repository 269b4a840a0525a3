package org.vigie.model.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;

/** Writes requests and responses, their tensors as JSON or as bytes behind it. */
record InferenceBodyWriter(ObjectNode root, List<FloatTensor> tensors, boolean binary) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static InferenceBody request(InferRequest request, boolean binary) {
        ObjectNode root = JSON.createObjectNode();
        if (!request.id().isEmpty()) {
            root.put("id", request.id());
        }
        InferenceBodyWriter writer = new InferenceBodyWriter(root, request.inputs(), binary);
        writer.addTensors("inputs");
        writer.addParameters(request);
        writer.addOutputs(request);
        return writer.body();
    }

    private void addParameters(InferRequest request) {
        if (request.binaryOutputs()) {
            root.withObject("/parameters").put("binary_data_output", true);
        }
        if (!request.recipe().isEmpty()) {
            root.withObject("/parameters").put(InferRequest.RECIPE, request.recipe());
        }
    }

    private void addOutputs(InferRequest request) {
        if (!request.outputs().isEmpty()) {
            ArrayNode outputs = root.putArray("outputs");
            request.outputs().forEach(name -> outputs.addObject().put("name", name));
        }
    }

    static InferenceBody response(InferResponse response, boolean binary) {
        ObjectNode root = JSON.createObjectNode();
        root.put("model_name", response.model());
        root.put("model_version", response.version());
        if (!response.id().isEmpty()) {
            root.put("id", response.id());
        }
        if (!response.digest().isEmpty()) {
            root.putObject("parameters").put("digest", response.digest());
        }
        InferenceBodyWriter writer = new InferenceBodyWriter(root, response.outputs(), binary);
        writer.addTensors("outputs");
        return writer.body();
    }

    private void addTensors(String field) {
        ArrayNode nodes = root.putArray(field);
        for (FloatTensor tensor : tensors) {
            ObjectNode node = nodes.addObject().put("name", tensor.name()).put("datatype", FloatTensor.DATATYPE);
            ArrayNode shape = node.putArray("shape");
            LongStream.of(tensor.shape()).forEach(shape::add);
            addData(node, tensor.data());
        }
    }

    private void addData(ObjectNode node, float... numbers) {
        if (binary) {
            node.putObject("parameters").put("binary_data_size", 4 * numbers.length);
        } else {
            ArrayNode data = node.putArray("data");
            for (float number : numbers) {
                data.add(number);
            }
        }
    }

    private InferenceBody body() {
        byte[] json = json();
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

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree always becomes JSON", e);
        }
    }
}
