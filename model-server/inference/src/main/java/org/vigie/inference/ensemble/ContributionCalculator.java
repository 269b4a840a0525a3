package org.vigie.inference.ensemble;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.CalibratedEnsemble;
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
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Computes the contribution of each input to the log odds, weighted over the parts.
 *
 * <p>The networks' contributions are integrated gradients, compared with a stay of which nothing is known (Sundararajan M, Taly A, Yan Q.
 * ICML 2017). The trees' contributions are SHAP values, compared with the mean stay (Lundberg SM, Lee SI. NeurIPS 2017).
 *
 * <p>The contributions must sum to the difference of the log odds. Because the gradients are summed at few points, a remainder is left and
 * is shared equally among the measured cells. When the remainder is too large, there is no explanation.
 */
final class ContributionCalculator implements AutoCloseable {
    /** The most windows that are explained at once; integrated gradients keep many copies of each in memory. */
    static final int MOST_WINDOWS = 8;
    /** Signature of the integrated gradients of the networks' weighted mean. */
    static final String SIGNATURE = "attribution";

    private static final String VALUES = "values_attribution";
    private static final String STATICS = "statics_attribution";
    /** The largest remainder, in log odds; the remainder of the shipped models is at most .04 (docs/models/survival.md). */
    private static final double REMAINDER = 0.1;

    private final CalibratedEnsemble ensemble;
    private final LoadedEnsemble members;
    private final LoadedModel attribution;
    private final FeatureOrigins origins = new FeatureOrigins();
    private final double unknown;

    private ContributionCalculator(CalibratedEnsemble ensemble, LoadedEnsemble members, LoadedModel attribution) {
        this.ensemble = ensemble;
        this.members = members;
        this.attribution = attribution;
        unknown = netsMean(members.predict(List.of(nothingKnown())).logits()[0]);
    }

    /** @throws ModelException when the bundle does not have the signature */
    static ContributionCalculator open(ModelBundle bundle, LoadedEnsemble members, EngineConfig config) {
        return new ContributionCalculator(
                bundle.card().ensemble(), members, LoadedModel.load(bundle, SIGNATURE, MOST_WINDOWS, config));
    }

    /** Returns the window of a stay of which nothing is known: every series normal and never measured. */
    static ScoreRequest nothingKnown() {
        return ScoreRequest.of(WindowImputer.fill(new HourlyGrid(), HourlyGrid.HOURS - 1), StaticFeatures.UNKNOWN);
    }

    List<SurvivalExplanation> of(List<ScoreRequest> windows) {
        double[][] logits = members.predict(windows).logits();
        Map<String, float[]> nets = attribution.infer(SurvivalTensors.inputs(windows)).stream()
                .collect(Collectors.toMap(FloatTensor::name, FloatTensor::data));
        Map<String, float[][]> trees = trees(windows);
        return IntStream.range(0, windows.size())
                .mapToObj(row -> explanation(windows.get(row), row, logits[row], nets, trees))
                .toList();
    }

    @Override
    public void close() {
        attribution.close();
    }

    private SurvivalExplanation explanation(
            ScoreRequest window, int row, double[] logits, Map<String, float[]> nets, Map<String, float[][]> trees) {
        double[] cells = new double[ScoreRequest.CELLS];
        double[] statics = new double[ScoreRequest.STATICS];
        add(nets.get(VALUES), row, cells);
        add(nets.get(STATICS), row, statics);
        double start = weight(EnsemblePartKind.NET) * unknown;
        for (EnsemblePart part : parts(EnsemblePartKind.TREES)) {
            start += addTrees(window, part.weight(), trees.get(part.file())[row], cells, statics);
        }
        double remainder = ensemble.mean(logits) - start - sum(cells) - sum(statics);
        if (!(Math.abs(remainder) <= REMAINDER)) {
            return SurvivalExplanation.NONE;
        }
        share(remainder, window, cells);
        return new SurvivalExplanation(floats(cells), floats(statics));
    }

    /** Adds the SHAP values of the trees and returns the weighted log odds of the mean stay, with which they compare. */
    private double addTrees(ScoreRequest window, double weight, float[] shap, double[] cells, double[] statics) {
        for (int feature = 0; feature < shap.length - 1; feature++) {
            origins.add(window, feature, weight * shap[feature], cells, statics);
        }
        return weight * shap[shap.length - 1];
    }

    private static void share(double remainder, ScoreRequest window, double[] cells) {
        int measured = Math.max(1, WindowEvidence.in(window).cells());
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] += window.measured()[cell] > 0 ? remainder / measured : 0;
        }
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private void add(float[] attributions, int row, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weight(EnsemblePartKind.NET) * attributions[row * sums.length + i];
        }
    }

    private Map<String, float[][]> trees(List<ScoreRequest> windows) {
        if (members.trees().isEmpty()) {
            return Collections.emptyMap();
        }
        float[][] features = windows.stream()
                .map(window -> WindowFeatures.of(window).values())
                .toArray(float[][]::new);
        return members.trees().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, booster -> booster.getValue().contributions(features)));
    }

    /** Returns the mean log odds of the networks, by their weights. */
    private double netsMean(double[] logits) {
        return SurvivalModel.netsMean(ensemble, logits);
    }

    private double weight(EnsemblePartKind kind) {
        return parts(kind).stream().mapToDouble(EnsemblePart::weight).sum();
    }

    private List<EnsemblePart> parts(EnsemblePartKind kind) {
        return ensemble.parts().stream().filter(part -> part.kind() == kind).toList();
    }

    private static float[] floats(double[] doubles) {
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }
}
