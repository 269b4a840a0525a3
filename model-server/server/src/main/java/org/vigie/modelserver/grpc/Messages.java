package org.vigie.modelserver.grpc;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.ProtocolException;
import org.vigie.model.protocol.Tensor;
import org.vigie.modelserver.grpc.v2.InferParameter;
import org.vigie.modelserver.grpc.v2.InferTensorContents;
import org.vigie.modelserver.grpc.v2.ModelInferRequest;
import org.vigie.modelserver.grpc.v2.ModelInferRequest.InferInputTensor;
import org.vigie.modelserver.grpc.v2.ModelInferRequest.InferRequestedOutputTensor;
import org.vigie.modelserver.grpc.v2.ModelInferResponse;
import org.vigie.modelserver.grpc.v2.ModelInferResponse.InferOutputTensor;
import org.vigie.modelserver.grpc.v2.ModelMetadataResponse;
import org.vigie.modelserver.grpc.v2.ModelMetadataResponse.TensorMetadata;
import org.vigie.modelserver.grpc.v2.RepositoryIndexResponse;
import org.vigie.modelserver.serve.ModelRepository;
import org.vigie.modelserver.serve.ServedModel;
import org.vigie.modelserver.serve.ServerName;

/** Values to and from protobuf messages. */
final class Messages {
    private Messages() {}

    /** @throws ProtocolException naming what is wrong */
    static InferRequest request(ModelInferRequest message) {
        int raw = message.getRawInputContentsCount();
        if (raw > 0 && raw != message.getInputsCount()) {
            throw new ProtocolException(
                    "raw_input_contents: must be as many as inputs, were " + raw + " for " + message.getInputsCount());
        }
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < message.getInputsCount(); i++) {
            InferInputTensor input = message.getInputs(i);
            inputs.add(raw > 0 ? tensor(input, floats(input, message.getRawInputContents(i))) : tensor(input));
        }
        List<String> outputs = message.getOutputsList().stream()
                .map(InferRequestedOutputTensor::getName)
                .toList();
        return new InferRequest(message.getId(), inputs, outputs, raw > 0);
    }

    /** @param raw whether the tensors go as bytes, as the request's did */
    static ModelInferResponse response(InferResponse response, boolean raw) {
        ModelInferResponse.Builder message = ModelInferResponse.newBuilder()
                .setModelName(response.model())
                .setModelVersion(response.version())
                .setId(response.id())
                .putParameters(
                        "digest",
                        InferParameter.newBuilder()
                                .setStringParam(response.digest())
                                .build());
        for (Tensor output : response.outputs()) {
            message.addOutputs(output(output, raw));
            if (raw) {
                message.addRawOutputContents(bytes(output.data()));
            }
        }
        return message.build();
    }

    static ModelMetadataResponse metadata(ServedModel model, List<String> versions) {
        return ModelMetadataResponse.newBuilder()
                .setName(model.card().name())
                .addAllVersions(versions)
                .setPlatform(ServerName.PLATFORM)
                .addAllInputs(model.inputs().stream().map(Messages::metadata).toList())
                .addAllOutputs(model.outputs().stream().map(Messages::metadata).toList())
                .build();
    }

    static RepositoryIndexResponse index(List<ModelRepository.Entry> entries, boolean readyOnly) {
        RepositoryIndexResponse.Builder index = RepositoryIndexResponse.newBuilder();
        entries.stream()
                .filter(entry -> !readyOnly || entry.state().equals("READY"))
                .forEach(entry -> index.addModelsBuilder()
                        .setName(entry.name())
                        .setVersion(entry.version())
                        .setState(entry.state())
                        .setReason(entry.reason()));
        return index.build();
    }

    private static TensorMetadata metadata(TensorCard card) {
        return TensorMetadata.newBuilder()
                .setName(card.name())
                .setDatatype(card.datatype())
                .addAllShape(card.shape())
                .build();
    }

    private static Tensor tensor(InferInputTensor input) {
        List<Float> contents = input.getContents().getFp32ContentsList();
        float[] data = new float[contents.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = contents.get(i);
        }
        return tensor(input, data);
    }

    private static Tensor tensor(InferInputTensor input, float[] data) {
        if (!input.getDatatype().equals(Tensor.DATATYPE)) {
            throw new ProtocolException(
                    input.getName() + ": datatype must be " + Tensor.DATATYPE + ", was " + input.getDatatype());
        }
        long[] shape = input.getShapeList().stream().mapToLong(axis -> axis).toArray();
        return new Tensor(input.getName(), shape, data);
    }

    private static float[] floats(InferInputTensor input, ByteString raw) {
        if (input.hasContents() || raw.size() % Float.BYTES != 0) {
            throw new ProtocolException(input.getName() + ": raw contents must be whole floats, and the only contents");
        }
        float[] floats = new float[raw.size() / Float.BYTES];
        raw.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static InferOutputTensor output(Tensor tensor, boolean raw) {
        InferOutputTensor.Builder output =
                InferOutputTensor.newBuilder().setName(tensor.name()).setDatatype(Tensor.DATATYPE);
        for (long axis : tensor.shape()) {
            output.addShape(axis);
        }
        if (!raw) {
            InferTensorContents.Builder contents = InferTensorContents.newBuilder();
            for (float number : tensor.data()) {
                contents.addFp32Contents(number);
            }
            output.setContents(contents);
        }
        return output.build();
    }

    private static ByteString bytes(float[] floats) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return ByteString.copyFrom(bytes);
    }
}
