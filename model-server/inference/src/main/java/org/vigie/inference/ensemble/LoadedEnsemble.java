package org.vigie.inference.ensemble;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;

/** Holds the loaded parts of an ensemble: the SavedModel with its networks, and the boosted trees. Safe for many threads. */
final class LoadedEnsemble implements AutoCloseable {
    private static final String LOGITS = "logits";

    private final List<EnsemblePart> parts;
    private final LoadedModel nets;
    private final Map<String, LoadedTrees> trees = new LinkedHashMap<>();

    private LoadedEnsemble(List<EnsemblePart> parts, LoadedModel nets) {
        this.parts = parts;
        this.nets = nets;
    }

    /** @throws ModelException when a part cannot be loaded or run */
    static LoadedEnsemble open(ModelBundle bundle, EngineConfig config) {
        LoadedEnsemble members = new LoadedEnsemble(bundle.card().ensemble().parts(), LoadedModel.load(bundle, config));
        try {
            members.parts.stream()
                    .filter(part -> part.kind() == EnsemblePartKind.TREES)
                    .forEach(part -> members.open(part, bundle.directory(), config));
            return members;
        } catch (ModelException e) {
            members.close();
            throw e;
        }
    }

    /** @throws ModelException ENGINE_FAILED */
    PartPredictions predict(List<ScoreRequest> windows) {
        Map<String, float[]> answers = nets.infer(SurvivalTensors.inputs(windows)).stream()
                .collect(Collectors.toMap(FloatTensor::name, FloatTensor::data));
        Map<String, float[]> grown = grown(windows);
        double[][] logits = new double[windows.size()][parts.size()];
        for (int row = 0; row < logits.length; row++) {
            for (int part = 0; part < parts.size(); part++) {
                logits[row][part] = logit(parts.get(part), row, windows.size(), answers.get(LOGITS), grown);
            }
        }
        float[] survival = answers.get(SurvivalTensors.SURVIVAL);
        return PartPredictions.of(logits, survival, answers.get(SurvivalTensors.LOS_DAYS));
    }

    /** Returns the weighted log odds of the trees only: fast and rough. */
    double[] treesSum(List<ScoreRequest> windows) {
        Map<String, float[]> grown = grown(windows);
        double[] sums = new double[windows.size()];
        for (EnsemblePart part : parts) {
            for (int row = 0; part.kind() == EnsemblePartKind.TREES && row < sums.length; row++) {
                sums[row] += part.weight() * grown.get(part.file())[row];
            }
        }
        return sums;
    }

    /** Returns the networks. */
    LoadedModel nets() {
        return nets;
    }

    /** Returns the trees by file name. */
    Map<String, LoadedTrees> trees() {
        return trees;
    }

    @Override
    public void close() {
        nets.close();
        trees.values().forEach(LoadedTrees::close);
    }

    private void open(EnsemblePart part, Path directory, EngineConfig config) {
        trees.computeIfAbsent(part.file(), file -> LoadedTrees.open(directory.resolve(file), config.threads()));
    }

    /** Returns the log odds of the trees by file name. */
    private Map<String, float[]> grown(List<ScoreRequest> windows) {
        if (trees.isEmpty()) {
            return Map.of();
        }
        float[][] features = windows.stream()
                .map(window -> WindowFeatures.of(window).values())
                .toArray(float[][]::new);
        return trees.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, booster -> booster.getValue().logits(features)));
    }

    private static double logit(EnsemblePart part, int row, int rows, float[] nets, Map<String, float[]> trees) {
        double logit = part.kind() == EnsemblePartKind.TREES
                ? trees.get(part.file())[row]
                : nets[row * (nets.length / rows) + part.column()];
        if (!Double.isFinite(logit)) {
            throw new ModelException(
                    ModelException.ModelErrorCode.ENGINE_FAILED, part.name() + ": its log odds are " + logit, null);
        }
        return logit;
    }
}
