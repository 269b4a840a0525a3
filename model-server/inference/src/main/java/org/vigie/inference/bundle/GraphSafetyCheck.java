package org.vigie.inference.bundle;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/**
 * Examines the graph of a SavedModel before the engine gets it. It finds operations that are not on the list of allowed ones, tensors that
 * would not fit into memory, and references to other files.
 */
final class GraphSafetyCheck {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_NODES = 100_000;
    /** Names under which a SavedModel says what the engine runs before any request. */
    private static final Set<String> AT_LOADING =
            Set.of("__saved_model_init_op", "saved_model_main_op", "legacy_init_op");

    private final AllowedOperations operations;

    GraphSafetyCheck(AllowedOperations operations) {
        this.operations = operations;
    }

    /**
     * Returns what is wrong with a SavedModel; empty when the engine may load it.
     *
     * @throws IOException when the file cannot be read or is no SavedModel
     */
    Optional<String> problem(Path savedModel) throws IOException {
        if (Files.size(savedModel) > MOST_BYTES) {
            return Optional.of("has more than " + MOST_BYTES + " bytes");
        }
        CodedInputStream bytes = CodedInputStream.newInstance(Files.readAllBytes(savedModel));
        return SavedModel.parseFrom(bytes).getMetaGraphsList().stream()
                .flatMap(graph -> problem(graph).stream())
                .findFirst();
    }

    private Optional<String> problem(MetaGraphDef graph) {
        if (graph.getAssetFileDefCount() > 0) {
            return Optional.of(
                    "names files beside it: " + graph.getAssetFileDef(0).getFilename());
        }
        if (!graph.getSaverDef().getRestoreOpName().isEmpty()) {
            return Optional.of("restores its weights from other files");
        }
        if (runsAtLoading(graph)) {
            return Optional.of("runs operations when it is loaded");
        }
        List<NodeDef> nodes = nodes(graph.getGraphDef());
        return nodes.size() > MOST_NODES
                ? Optional.of("has more than " + MOST_NODES + " operations")
                : nodes.stream().flatMap(node -> problem(node).stream()).findFirst();
    }

    private static boolean runsAtLoading(MetaGraphDef graph) {
        return Stream.concat(
                        graph.getCollectionDefMap().keySet().stream(), graph.getSignatureDefMap().keySet().stream())
                .anyMatch(AT_LOADING::contains);
    }

    private static List<NodeDef> nodes(GraphDef graph) {
        Stream<NodeDef> inFunctions = graph.getLibrary().getFunctionList().stream()
                .map(FunctionDef::getNodeDefList)
                .flatMap(List::stream);
        return Stream.concat(graph.getNodeList().stream(), inFunctions).toList();
    }

    private Optional<String> problem(NodeDef node) {
        if (!operations.allow(node.getOp())) {
            return Optional.of("uses the operation " + node.getOp() + ", which is not allowed");
        }
        return node.getAttrMap().values().stream()
                .filter(attribute -> attribute.hasTensor())
                .flatMap(attribute -> new ConstantTensor(attribute.getTensor()).problem().stream())
                .findFirst()
                .map(problem -> "holds the constant " + node.getName() + ", " + problem);
    }
}
