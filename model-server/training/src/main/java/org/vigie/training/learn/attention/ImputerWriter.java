package org.vigie.training.learn.attention;

import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;
import static org.vigie.inference.imputation.SavedImputer.CHANNELS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.imputation.ImputerCard;
import org.vigie.inference.imputation.ImputerChannels;
import org.vigie.inference.imputation.SavedImputer;
import org.vigie.training.learn.network.SavedModelGraph;

/** Writes the imputers of both directions as one SavedModel with a card; {@link SavedImputer} describes its signatures. */
public record ImputerWriter(ImputerCard card, List<TrainedImputer> imputers) {
    public ImputerWriter {
        imputers = List.copyOf(imputers);
    }

    /** Writes {@code saved_model.pb} and {@code imputer-card.json}; the folder is created. */
    public void write(Path folder) throws IOException {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> channels = tf.withName(CHANNELS)
                    .placeholder(
                            TFloat32.class, Placeholder.shape(Shape.of(-1, HOURS, COLUMNS, ImputerChannels.CHANNELS)));
            Map<String, SignatureDef> signatures = new HashMap<>();
            for (TrainedImputer imputer : imputers) {
                signatures.put(
                        imputer.direction().word(),
                        SavedModelGraph.signature(Map.of(CHANNELS, channels), outputs(tf, imputer, channels)));
            }
            new SavedModelGraph(graph, signatures).write(folder.resolve(ModelBundle.SAVED_MODEL));
        }
        card.write(folder);
    }

    private static Map<String, Operand<TFloat32>> outputs(Ops tf, TrainedImputer imputer, Operand<TFloat32> channels) {
        Map<String, Operand<TFloat32>> constants = new HashMap<>();
        imputer.weights().forEach((name, weight) -> constants.put(name, SavedModelGraph.constant(tf, weight)));
        ImputedQuantiles quantiles =
                new ImputerNetwork(tf, imputer.config(), imputer.direction(), constants::get).quantiles(channels);
        Map<String, Operand<TFloat32>> outputs = new LinkedHashMap<>();
        outputs.put("median", tf.identity(quantiles.median()));
        outputs.put("low", tf.identity(quantiles.low()));
        outputs.put("high", tf.identity(quantiles.high()));
        return outputs;
    }
}
