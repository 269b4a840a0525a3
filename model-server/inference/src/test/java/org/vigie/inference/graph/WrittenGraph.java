package org.vigie.inference.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.vigie.inference.bundle.ModelBundle;

/** Builds a graph with one input, {@code values} [windows, 48, 37], and one output. No engine is needed. */
final class WrittenGraph {
    private final GraphDef.Builder graph = GraphDef.newBuilder();

    WrittenGraph() {
        graph.addNode(node("values", "Placeholder").putAttr("dtype", type(DataType.DT_FLOAT)));
    }

    /** Adds a list of whole numbers. */
    WrittenGraph list(String name, int... numbers) {
        return constant(name, TensorShapeProto.newBuilder().addDim(size(numbers.length)), numbers);
    }

    /** Adds a whole number. */
    WrittenGraph number(String name, int number) {
        return constant(name, TensorShapeProto.newBuilder(), number);
    }

    private WrittenGraph constant(String name, TensorShapeProto.Builder shape, int... numbers) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setDtype(DataType.DT_INT32).setTensorShape(shape);
        for (int number : numbers) {
            tensor.addIntVal(number);
        }
        graph.addNode(node(name, "Const")
                .putAttr("dtype", type(DataType.DT_INT32))
                .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build()));
        return this;
    }

    /** Adds an operation without attributes. */
    WrittenGraph operation(String name, String operation, String... inputs) {
        graph.addNode(node(name, operation).addAllInput(List.of(inputs)));
        return this;
    }

    /** Adds a conversion. */
    WrittenGraph cast(String name, DataType to, String input) {
        graph.addNode(node(name, "Cast").addInput(input).putAttr("DstT", type(to)));
        return this;
    }

    /** Writes the SavedModel into a folder, with an output that the signature names. */
    ModelBundle write(Path folder, ModelBundle like, String output) throws IOException {
        SignatureDef.Builder signature =
                SignatureDef.newBuilder().putInputs("values", tensor("values")).putOutputs("output", tensor(output));
        SavedModel model = SavedModel.newBuilder()
                .addMetaGraphs(MetaGraphDef.newBuilder()
                        .setGraphDef(graph)
                        .putSignatureDef("serving_default", signature.build()))
                .build();
        Files.write(folder.resolve(ModelBundle.SAVED_MODEL), model.toByteArray());
        return new ModelBundle(folder, like.card());
    }

    private static TensorInfo tensor(String name) {
        return TensorInfo.newBuilder().setName(name + ":0").build();
    }

    private static NodeDef.Builder node(String name, String operation) {
        return NodeDef.newBuilder().setName(name).setOp(operation);
    }

    private static AttrValue type(DataType type) {
        return AttrValue.newBuilder().setType(type).build();
    }

    private static TensorShapeProto.Dim size(long size) {
        return TensorShapeProto.Dim.newBuilder().setSize(size).build();
    }
}
