package org.vigie.training.learn.ensemble;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.tensorflow.types.TFloat32;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.encode.WindowTensors;
import org.vigie.training.learn.network.TrainedNetwork;

/**
 * Writes trained networks as one SavedModel whose weights and scaling are constants. The same weights give the same bytes.
 *
 * <p>Signature {@code serving_default} takes windows in physical units and gives each network's outputs. Signature {@code attribution} takes
 * the same windows and gives the contributions of their cells to the networks' mean log odds.
 */
public record SavedModelWriter(InputScaling scaling, List<TrainedNetwork> nets) {
    private static final String TENSORFLOW = "2.18.0";

    public SavedModelWriter {
        nets = List.copyOf(nets);
    }

    /** @return the written file, {@code directory/saved_model.pb} */
    public Path write(Path directory) throws IOException {
        Path file = Files.createDirectories(directory).resolve(ModelBundle.SAVED_MODEL);
        try (OutputStream out = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.useDeterministicSerialization();
            savedModel().writeTo(coded);
            coded.flush();
        }
        return file;
    }

    private SavedModel savedModel() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            WindowTensors windows = WindowTensors.placeholders(tf);
            NetworkEnsemble networks = new NetworkEnsemble(tf, scaling, nets);
            SignatureDef serving = signature(windows, networks.outputs(windows));
            SignatureDef attribution = signature(windows, IntegratedGradients.of(graph, tf, networks, windows));
            return SavedModel.newBuilder()
                    .setSavedModelSchemaVersion(1)
                    .addMetaGraphs(metaGraph(graph, serving, attribution))
                    .build();
        }
    }

    private static MetaGraphDef metaGraph(Graph graph, SignatureDef serving, SignatureDef attribution) {
        return MetaGraphDef.newBuilder()
                .setMetaInfoDef(
                        MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve").setTensorflowVersion(TENSORFLOW))
                .setGraphDef(graph.toGraphDef())
                .putSignatureDef("serving_default", serving)
                .putSignatureDef("attribution", attribution)
                .build();
    }

    private static SignatureDef signature(WindowTensors windows, Map<String, Operand<TFloat32>> outputs) {
        SignatureDef.Builder signature = SignatureDef.newBuilder()
                .setMethodName("tensorflow/serving/predict")
                .putInputs("values", info(windows.values()))
                .putInputs("measured", info(windows.measured()))
                .putInputs("ages", info(windows.ages()))
                .putInputs("statics", info(windows.statics()));
        outputs.forEach((name, output) -> signature.putOutputs(name, info(output)));
        return signature.build();
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
