package org.vigie.training.learn;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/**
 * Writes a trained model as a SavedModel whose weights, scaling and calibration are constants: {@code serving_default} takes windows in
 * physical units and gives calibrated probabilities. The same weights give the same bytes.
 */
public final class SavedModelWriter {
    private static final String TENSORFLOW = "2.18.0";

    private SavedModelWriter() {}

    /** @return the file written, {@code directory/saved_model.pb} */
    public static Path write(TrainedModel model, Path directory) throws IOException {
        Path file = Files.createDirectories(directory).resolve("saved_model.pb");
        try (OutputStream out = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.useDeterministicSerialization();
            savedModel(model).writeTo(coded);
            coded.flush();
        }
        return file;
    }

    private static SavedModel savedModel(TrainedModel model) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Windows windows = Windows.placeholders(tf);
            Operand<TFloat32> probability = probability(tf, model, windows);
            SignatureDef signature = SignatureDef.newBuilder()
                    .setMethodName("tensorflow/serving/predict")
                    .putInputs("values", info(windows.values()))
                    .putInputs("measured", info(windows.measured()))
                    .putInputs("ages", info(windows.ages()))
                    .putInputs("statics", info(windows.statics()))
                    .putOutputs("probability", info(probability))
                    .build();
            MetaGraphDef meta = MetaGraphDef.newBuilder()
                    .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder()
                            .addTags("serve")
                            .setTensorflowVersion(TENSORFLOW))
                    .setGraphDef(graph.toGraphDef())
                    .putSignatureDef("serving_default", signature)
                    .build();
            return SavedModel.newBuilder()
                    .setSavedModelSchemaVersion(1)
                    .addMetaGraphs(meta)
                    .build();
        }
    }

    private static Operand<TFloat32> probability(Ops tf, TrainedModel model, Windows windows) {
        Inputs inputs = new Inputs(tf, windows, model.scaling());
        Map<String, Operand<TFloat32>> constants = new LinkedHashMap<>();
        model.weights().forEach((name, weight) -> constants.put(name, constant(tf, weight)));
        Operand<TFloat32> logit = new SurvivalLstm(tf, constants::get).logit(inputs, SurvivalLstm.Thinning.NONE);
        Operand<TFloat32> calibrated =
                tf.math.add(tf.math.mul(logit, tf.constant((float) model.platt().slope())), tf.constant((float)
                        model.platt().intercept()));
        return tf.withName("probability").math.sigmoid(calibrated);
    }

    private static Operand<TFloat32> constant(Ops tf, Weight weight) {
        return tf.constant(weight.shape(), DataBuffers.of(weight.values()));
    }

    private static TensorInfo info(Operand<TFloat32> operand) {
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
}
