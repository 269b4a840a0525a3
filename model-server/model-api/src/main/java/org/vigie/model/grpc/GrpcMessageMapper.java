package org.vigie.model.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vigie.model.grpc.v2.InferParameter;
import org.vigie.model.grpc.v2.InferTensorContents;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferRequest.InferInputTensor;
import org.vigie.model.grpc.v2.ModelInferRequest.InferRequestedOutputTensor;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.grpc.v2.ModelInferResponse.InferOutputTensor;
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
        for (FloatTensor tensor : request.inputs()) {
            InferInputTensor.Builder input =
                    message.addInputsBuilder().setName(tensor.name()).setDatatype(FloatTensor.DATATYPE);
            for (long axis : tensor.shape()) {
                input.addShape(axis);
            }
            message.addRawInputContents(bytes(tensor.data()));
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
            InferInputTensor input = message.getInputs(i);
            checkDatatype(input.getName(), input.getDatatype());
            if (raw && input.hasContents()) {
                throw new InferenceProtocolException(
                        input.getName() + ": contents must be absent beside raw_input_contents");
            }
            inputs.add(tensor(
                    input.getName(),
                    input.getShapeList(),
                    raw ? floats(input.getName(), message.getRawInputContents(i)) : floats(input.getContents())));
        }
        List<String> outputs = message.getOutputsList().stream()
                .map(InferRequestedOutputTensor::getName)
                .toList();
        return new InferRequest(message.getId(), inputs, outputs, raw);
    }

    /** @param raw whether the tensors are sent as bytes, as those of the request were */
    public static ModelInferResponse of(InferResponse response, boolean raw) {
        ModelInferResponse.Builder message = ModelInferResponse.newBuilder()
                .setModelName(response.model())
                .setModelVersion(response.version())
                .setId(response.id())
                .putParameters(
                        DIGEST,
                        InferParameter.newBuilder()
                                .setStringParam(response.digest())
                                .build());
        for (FloatTensor tensor : response.outputs()) {
            InferOutputTensor.Builder output =
                    message.addOutputsBuilder().setName(tensor.name()).setDatatype(FloatTensor.DATATYPE);
            for (long axis : tensor.shape()) {
                output.addShape(axis);
            }
            if (raw) {
                message.addRawOutputContents(bytes(tensor.data()));
            } else {
                output.setContents(contents(tensor.data()));
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
            InferOutputTensor output = message.getOutputs(i);
            checkDatatype(output.getName(), output.getDatatype());
            outputs.add(tensor(
                    output.getName(),
                    output.getShapeList(),
                    raw ? floats(output.getName(), message.getRawOutputContents(i)) : floats(output.getContents())));
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

    private static void checkDatatype(String name, String datatype) {
        if (!datatype.equals(FloatTensor.DATATYPE)) {
            throw new InferenceProtocolException(
                    name + ": datatype must be " + FloatTensor.DATATYPE + ", was " + datatype);
        }
    }

    private static FloatTensor tensor(String name, List<Long> shape, float[] data) {
        return new FloatTensor(name, shape.stream().mapToLong(axis -> axis).toArray(), data);
    }

    private static float[] floats(InferTensorContents contents) {
        float[] floats = new float[contents.getFp32ContentsCount()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = contents.getFp32Contents(i);
        }
        return floats;
    }

    private static float[] floats(String name, ByteString raw) {
        if (raw.size() % Float.BYTES != 0) {
            throw new InferenceProtocolException(
                    name + ": raw contents must be whole 32-bit floats, were " + raw.size() + " bytes");
        }
        float[] floats = new float[raw.size() / Float.BYTES];
        raw.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static InferTensorContents contents(float[] floats) {
        InferTensorContents.Builder contents = InferTensorContents.newBuilder();
        for (float number : floats) {
            contents.addFp32Contents(number);
        }
        return contents.build();
    }

    private static ByteString bytes(float[] floats) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        // No other code holds these bytes, so that they need no copy.
        return UnsafeByteOperations.unsafeWrap(bytes);
    }
}
