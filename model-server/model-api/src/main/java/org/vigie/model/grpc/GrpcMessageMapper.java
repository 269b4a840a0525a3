package org.vigie.model.grpc;

import java.util.ArrayList;
import java.util.List;
import org.vigie.model.grpc.v2.InferParameter;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferRequest.InferRequestedOutputTensor;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.InferenceProtocolException;

/**
 * Maps requests and responses to protobuf messages and back. Each fault of a message is an {@link InferenceProtocolException} that names
 * it.
 */
public final class GrpcMessageMapper {
    private static final String DIGEST = "digest";

    private GrpcMessageMapper() {}

    /** Maps a request; its tensors become bytes. */
    public static ModelInferRequest of(InferRequest request, String model, String version) {
        ModelInferRequest.Builder message = ModelInferRequest.newBuilder()
                .setModelName(model)
                .setModelVersion(version)
                .setId(request.id());
        if (!request.recipe().isEmpty()) {
            message.putParameters(InferRequest.RECIPE, text(request.recipe()));
        }
        for (FloatTensor tensor : request.inputs()) {
            message.addInputs(GrpcTensor.input(tensor));
            message.addRawInputContents(GrpcTensor.bytes(tensor));
        }
        request.outputs().forEach(output -> message.addOutputsBuilder().setName(output));
        return message.build();
    }

    /** @throws InferenceProtocolException that names what is wrong */
    public static InferRequest request(ModelInferRequest message) {
        boolean raw = message.getRawInputContentsCount() > 0;
        if (raw) {
            checkCount("raw_input_contents", message.getRawInputContentsCount(), "inputs", message.getInputsCount());
        }
        List<FloatTensor> inputs = new ArrayList<>();
        for (int i = 0; i < message.getInputsCount(); i++) {
            GrpcTensor input = GrpcTensor.of(message.getInputs(i));
            inputs.add(raw ? input.withRaw(message.getRawInputContents(i)) : input.withContents());
        }
        List<String> outputs = message.getOutputsList().stream()
                .map(InferRequestedOutputTensor::getName)
                .toList();
        String recipe = message.getParametersOrDefault(InferRequest.RECIPE, InferParameter.getDefaultInstance())
                .getStringParam();
        return new InferRequest(message.getId(), inputs, outputs, raw, recipe);
    }

    /** @param raw whether the tensors are sent as bytes, as those of the request were */
    public static ModelInferResponse of(InferResponse response, boolean raw) {
        ModelInferResponse.Builder message = ModelInferResponse.newBuilder()
                .setModelName(response.model())
                .setModelVersion(response.version())
                .setId(response.id())
                .putParameters(DIGEST, text(response.digest()));
        for (FloatTensor tensor : response.outputs()) {
            message.addOutputs(GrpcTensor.output(tensor, !raw));
            if (raw) {
                message.addRawOutputContents(GrpcTensor.bytes(tensor));
            }
        }
        return message.build();
    }

    /** @throws InferenceProtocolException that names what is wrong */
    public static InferResponse response(ModelInferResponse message) {
        boolean raw = message.getRawOutputContentsCount() > 0;
        if (raw) {
            checkCount(
                    "raw_output_contents", message.getRawOutputContentsCount(), "outputs", message.getOutputsCount());
        }
        List<FloatTensor> outputs = new ArrayList<>();
        for (int i = 0; i < message.getOutputsCount(); i++) {
            GrpcTensor output = GrpcTensor.of(message.getOutputs(i));
            outputs.add(raw ? output.withRaw(message.getRawOutputContents(i)) : output.withContents());
        }
        String digest = message.getParametersOrDefault(DIGEST, InferParameter.getDefaultInstance())
                .getStringParam();
        return new InferResponse(message.getId(), message.getModelName(), message.getModelVersion(), digest, outputs);
    }

    private static void checkCount(String what, int many, String tensors, int count) {
        if (many != count) {
            throw new InferenceProtocolException(
                    what + ": must be as many as " + tensors + ", were " + many + " for " + count);
        }
    }

    private static InferParameter text(String text) {
        return InferParameter.newBuilder().setStringParam(text).build();
    }
}
