package org.vigie.model.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.LongStream;
import org.vigie.model.grpc.v2.InferTensorContents;
import org.vigie.model.grpc.v2.ModelInferRequest.InferInputTensor;
import org.vigie.model.grpc.v2.ModelInferResponse.InferOutputTensor;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.InferenceProtocolException;

/**
 * Maps one tensor of 32-bit floats to protobuf messages and back. The numbers stand in the tensor's contents or as bytes beside it.
 *
 * @param hasContents whether the message holds contents; they may be empty
 */
record GrpcTensor(String name, List<Long> shape, boolean hasContents, InferTensorContents contents) {
    /** @throws InferenceProtocolException for another datatype */
    static GrpcTensor of(InferInputTensor input) {
        checkDatatype(input.getName(), input.getDatatype());
        return new GrpcTensor(input.getName(), input.getShapeList(), input.hasContents(), input.getContents());
    }

    /** Reads an output. Contents beside bytes are ignored. @throws InferenceProtocolException for another datatype */
    static GrpcTensor of(InferOutputTensor output) {
        checkDatatype(output.getName(), output.getDatatype());
        return new GrpcTensor(output.getName(), output.getShapeList(), false, output.getContents());
    }

    /** Writes an input without its numbers. */
    static InferInputTensor input(FloatTensor tensor) {
        return InferInputTensor.newBuilder()
                .setName(tensor.name())
                .setDatatype(FloatTensor.DATATYPE)
                .addAllShape(axes(tensor))
                .build();
    }

    /** Writes an output with or without its numbers. */
    static InferOutputTensor output(FloatTensor tensor, boolean withContents) {
        InferOutputTensor.Builder output = InferOutputTensor.newBuilder()
                .setName(tensor.name())
                .setDatatype(FloatTensor.DATATYPE)
                .addAllShape(axes(tensor));
        if (withContents) {
            for (float number : tensor.data()) {
                output.getContentsBuilder().addFp32Contents(number);
            }
        }
        return output.build();
    }

    /** Returns the numbers of a tensor as bytes, the least significant first. */
    static ByteString bytes(FloatTensor tensor) {
        float[] floats = tensor.data();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        // No other code holds these bytes, so that they need no copy.
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    /** Reads the numbers from the contents. */
    FloatTensor withContents() {
        float[] floats = new float[contents.getFp32ContentsCount()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = contents.getFp32Contents(i);
        }
        return tensor(floats);
    }

    /** Reads the numbers from bytes. @throws InferenceProtocolException when there are contents too, or no whole floats */
    FloatTensor withRaw(ByteString raw) {
        if (hasContents) {
            throw new InferenceProtocolException(name + ": contents must be absent beside raw_input_contents");
        }
        if (raw.size() % Float.BYTES != 0) {
            throw new InferenceProtocolException(
                    name + ": raw contents must be whole 32-bit floats, were " + raw.size() + " bytes");
        }
        float[] floats = new float[raw.size() / Float.BYTES];
        raw.asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(floats);
        return tensor(floats);
    }

    private FloatTensor tensor(float... data) {
        return new FloatTensor(name, shape.stream().mapToLong(axis -> axis).toArray(), data);
    }

    private static List<Long> axes(FloatTensor tensor) {
        return LongStream.of(tensor.shape()).boxed().toList();
    }

    private static void checkDatatype(String name, String datatype) {
        if (!datatype.equals(FloatTensor.DATATYPE)) {
            throw new InferenceProtocolException(
                    name + ": datatype must be " + FloatTensor.DATATYPE + ", was " + datatype);
        }
    }
}
