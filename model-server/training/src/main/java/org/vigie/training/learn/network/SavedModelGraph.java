package org.vigie.training.learn.network;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

/** Writes a graph whose weights are constants as a SavedModel. The same graph gives the same bytes. */
public record SavedModelGraph(Graph graph, Map<String, SignatureDef> signatures) {
    private static final String TENSORFLOW = "2.18.0";

    /** Describes a signature by its inputs and outputs. */
    public static SignatureDef signature(
            Map<String, Operand<TFloat32>> inputs, Map<String, Operand<TFloat32>> outputs) {
        SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        inputs.forEach((name, input) -> signature.putInputs(name, tensor(input)));
        outputs.forEach((name, output) -> signature.putOutputs(name, tensor(output)));
        return signature.build();
    }

    private static TensorInfo tensor(Operand<TFloat32> operand) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long axis : operand.shape().asArray()) {
            shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(axis));
        }
        return TensorInfo.newBuilder()
                .setName(operand.op().name() + ":0")
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(shape)
                .build();
    }

    /** Stores a weight in 16 bits, to which it was rounded before. */
    public static Operand<TFloat32> constant(Ops tf, WeightArray weight) {
        try (TFloat16 halved = weight.toHalfPrecision()) {
            return tf.dtypes.cast(tf.constantOf(halved), TFloat32.class);
        }
    }

    /** Writes the model; the folder is created. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.useDeterministicSerialization();
            savedModel().writeTo(coded);
            coded.flush();
        }
    }

    private SavedModel savedModel() {
        MetaGraphDef.Builder meta = MetaGraphDef.newBuilder()
                .setMetaInfoDef(
                        MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve").setTensorflowVersion(TENSORFLOW))
                .setGraphDef(graph.toGraphDef());
        signatures.forEach(meta::putSignatureDef);
        return SavedModel.newBuilder()
                .setSavedModelSchemaVersion(1)
                .addMetaGraphs(meta)
                .build();
    }
}
