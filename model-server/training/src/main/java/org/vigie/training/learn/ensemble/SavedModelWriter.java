package org.vigie.training.learn.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.SignatureDef;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.encode.WindowTensors;
import org.vigie.training.learn.network.SavedModelGraph;
import org.vigie.training.learn.network.TrainedNetwork;

/**
 * Writes trained networks as one SavedModel whose weights and scaling are constants. The same weights give the same bytes.
 *
 * <p>Signature {@code serving_default} takes windows in physical units and gives each network's outputs. Signature {@code attribution} takes
 * the same windows and gives the contributions of their cells to the networks' mean log odds.
 */
public record SavedModelWriter(InputScaling scaling, List<TrainedNetwork> nets) {
    public SavedModelWriter {
        nets = List.copyOf(nets);
    }

    /** @return the written file, {@code directory/saved_model.pb} */
    public Path write(Path directory) throws IOException {
        Path file = directory.resolve(ModelBundle.SAVED_MODEL);
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            WindowTensors windows = WindowTensors.placeholders(tf);
            NetworkEnsemble networks = new NetworkEnsemble(tf, scaling, nets);
            SignatureDef serving = SavedModelGraph.signature(windows.named(), networks.outputs(windows));
            SignatureDef attribution =
                    SavedModelGraph.signature(windows.named(), IntegratedGradients.of(graph, tf, networks, windows));
            new SavedModelGraph(graph, Map.of("serving_default", serving, "attribution", attribution)).write(file);
        }
        return file;
    }
}
