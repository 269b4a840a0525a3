package org.vigie.inference.graph;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelException;

/**
 * Compares the memory that a signature of a SavedModel needs with a limit, before the engine gets it. Each number of windows of a batch is
 * tried, because a size may grow where the number of windows falls.
 *
 * @param limit bytes that the tensors of one batch may take together
 */
public record GraphMemoryCheck(long limit) {
    /**
     * Checks one signature.
     *
     * @param most windows of one batch
     * @throws ModelException UNSAFE_BUNDLE when the memory is above the limit or not known, DAMAGED_BUNDLE when the file is no SavedModel
     */
    public void check(ModelBundle bundle, String signature, int most) {
        try {
            problem(bundle, signature, most).ifPresent(problem -> {
                throw refused(
                        bundle,
                        ModelException.ModelErrorCode.UNSAFE_BUNDLE,
                        "its signature " + signature + " " + problem,
                        null);
            });
        } catch (IOException e) {
            throw refused(
                    bundle,
                    ModelException.ModelErrorCode.DAMAGED_BUNDLE,
                    ModelBundle.SAVED_MODEL + " is no SavedModel",
                    e);
        }
    }

    private Optional<String> problem(ModelBundle bundle, String signature, int most) throws IOException {
        Path file = bundle.directory().resolve(ModelBundle.SAVED_MODEL);
        SavedModel model = SavedModel.parseFrom(CodedInputStream.newInstance(Files.readAllBytes(file)));
        return model.getMetaGraphsList().stream()
                .filter(graph -> graph.containsSignatureDef(signature))
                .flatMap(graph -> problem(bundle, graph, graph.getSignatureDefOrThrow(signature), most).stream())
                .findFirst();
    }

    private Optional<String> problem(ModelBundle bundle, MetaGraphDef graph, SignatureDef signature, int most) {
        try {
            List<GraphStep> steps = GraphSteps.of(SignatureNodes.of(graph.getGraphDef(), signature));
            return LongStream.rangeClosed(1, most)
                    .mapToObj(windows -> problem(bundle, steps, windows))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (RuntimeException e) {
            // A graph that no rule can follow is refused, whatever its author wrote into it.
            return Optional.of("may take any memory: " + e.getMessage());
        }
    }

    private Optional<String> problem(ModelBundle bundle, List<GraphStep> steps, long windows) {
        PeakMemory peak = GraphMemory.peak(steps, feeds(bundle, windows));
        return peak.bytes() > limit
                ? Optional.of("takes " + peak.bytes() + " bytes for " + windows + " windows, more than " + limit + ": "
                        + peak.largest())
                : Optional.empty();
    }

    private static Map<String, long[]> feeds(ModelBundle bundle, long windows) {
        return bundle.card().inputs().stream()
                .collect(Collectors.toMap(TensorCard::name, input -> shape(input, windows), (first, second) -> first));
    }

    private static long[] shape(TensorCard input, long windows) {
        return input.shape().stream()
                .mapToLong(size -> size < 0 ? windows : size)
                .toArray();
    }

    private static ModelException refused(
            ModelBundle bundle, ModelException.ModelErrorCode code, String problem, IOException cause) {
        return new ModelException(code, bundle.directory() + ": " + problem, cause);
    }
}
