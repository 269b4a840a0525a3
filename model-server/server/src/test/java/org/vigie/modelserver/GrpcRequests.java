package org.vigie.modelserver;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;
import org.vigie.model.grpc.v2.InferTensorContents;
import org.vigie.model.grpc.v2.ModelInferRequest;
import org.vigie.model.grpc.v2.ModelInferRequest.InferInputTensor;
import org.vigie.model.grpc.v2.ModelInferResponse;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.score.ScoreRequest;

/** Builds requests as a gRPC client of the protocol does. */
final class GrpcRequests {
    private GrpcRequests() {}

    static List<FloatTensor> tensors(List<ScoreRequest> windows) {
        long rows = windows.size();
        return List.of(
                new FloatTensor("values", new long[] {rows, 48, 37}, joined(windows, ScoreRequest::values)),
                new FloatTensor("measured", new long[] {rows, 48, 37}, joined(windows, ScoreRequest::measured)),
                new FloatTensor("ages", new long[] {rows, 48, 37}, joined(windows, ScoreRequest::ages)),
                new FloatTensor("statics", new long[] {rows, 12}, joined(windows, ScoreRequest::statics)));
    }

    static ModelInferRequest typed(InferRequest request) {
        ModelInferRequest.Builder message = ModelInferRequest.newBuilder().setModelName("survival-lstm");
        for (FloatTensor tensor : request.inputs()) {
            InferTensorContents.Builder contents = InferTensorContents.newBuilder();
            for (float number : tensor.data()) {
                contents.addFp32Contents(number);
            }
            message.addInputs(input(tensor).setContents(contents));
        }
        return message.build();
    }

    static ModelInferRequest raw(InferRequest request) {
        ModelInferRequest.Builder message = ModelInferRequest.newBuilder().setModelName("survival-lstm");
        for (FloatTensor tensor : request.inputs()) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.data());
            message.addInputs(input(tensor)).addRawInputContents(ByteString.copyFrom(bytes));
        }
        return message.build();
    }

    static float[] rawFloats(ModelInferResponse response) {
        ByteString bytes = response.getRawOutputContents(0);
        float[] floats = new float[bytes.size() / 4];
        bytes.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return floats;
    }

    private static InferInputTensor.Builder input(FloatTensor tensor) {
        InferInputTensor.Builder input =
                InferInputTensor.newBuilder().setName(tensor.name()).setDatatype(FloatTensor.DATATYPE);
        for (long axis : tensor.shape()) {
            input.addShape(axis);
        }
        return input;
    }

    private static float[] joined(List<ScoreRequest> windows, Function<ScoreRequest, float[]> part) {
        int length = part.apply(windows.get(0)).length;
        float[] joined = new float[windows.size() * length];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(part.apply(windows.get(i)), 0, joined, i * length, length);
        }
        return joined;
    }
}
