package org.vigie.inference.ensemble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibratedRisk;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;

/**
 * Assesses windows with a bundle. A bundle is an ensemble, or a single graph that gives a probability only. The server, the reports and the
 * benchmarks use this class. Safe for many threads.
 */
public final class SurvivalModel implements AutoCloseable {
    private final ModelCard card;
    private final LoadedEnsemble members;
    private final List<ContributionCalculator> contributions = new ArrayList<>();

    private SurvivalModel(ModelCard card, LoadedEnsemble members) {
        this.card = card;
        this.members = members;
    }

    /** @throws ModelException DAMAGED_BUNDLE or ENGINE_FAILED, with the reason */
    public static SurvivalModel open(Path bundle, EngineConfig config) {
        return open(ModelBundle.open(bundle), config);
    }

    /** @throws ModelException ENGINE_FAILED, with the reason */
    public static SurvivalModel open(ModelBundle bundle, EngineConfig config) {
        SurvivalModel model = new SurvivalModel(bundle.card(), LoadedEnsemble.open(bundle, config));
        try {
            if (model.isEnsemble()) {
                model.contributions.add(ContributionCalculator.open(bundle, model.members, config));
            }
            return model;
        } catch (ModelException e) {
            model.close();
            throw e;
        }
    }

    public ModelCard card() {
        return card;
    }

    /** Returns the device of the networks: {@code cpu} or {@code gpu:0}. */
    public String device() {
        return members.nets().device();
    }

    /** Returns true when the model gives more than a probability. */
    public boolean isEnsemble() {
        return !card.ensemble().parts().isEmpty();
    }

    /**
     * Assesses windows. An abstaining assessment holds its numbers for reports that compare; they must not be shown. The most helpful
     * series is not computed; see {@link #mostHelpful}.
     *
     * @throws ModelException ENGINE_FAILED
     */
    public List<SurvivalAssessment> assess(List<ScoreRequest> windows) {
        return isEnsemble() ? assessments(windows) : probabilities(windows);
    }

    /** Explains windows; {@link SurvivalExplanation#NONE} from a single graph, or where the contributions do not sum up. */
    public List<SurvivalExplanation> explain(List<ScoreRequest> windows) {
        List<SurvivalExplanation> explanations = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += ContributionCalculator.MOST_WINDOWS) {
            List<ScoreRequest> some =
                    windows.subList(from, Math.min(windows.size(), from + ContributionCalculator.MOST_WINDOWS));
            explanations.addAll(
                    contributions.isEmpty()
                            ? some.stream().map(any -> SurvivalExplanation.NONE).toList()
                            : contributions.get(0).of(some));
        }
        return explanations;
    }

    /**
     * Returns the series (column) whose measurement would change the risk of this window most; {@link SurvivalAssessment#NONE} from a
     * single graph.
     */
    public int mostHelpful(ScoreRequest window) {
        return isEnsemble() ? new MostHelpfulSeries(this::quickMeans, this::means).of(window) : SurvivalAssessment.NONE;
    }

    /**
     * Computes a batch as tensors, for the server: {@link SurvivalTensors#outputs} of an ensemble, its own outputs of a single graph.
     *
     * @param inputs all of the card's inputs, of the card's shapes, with the same first axis
     * @param explain whether {@link SurvivalTensors#contributions} follow
     * @throws ModelException ENGINE_FAILED
     */
    public List<FloatTensor> infer(List<FloatTensor> inputs, boolean explain) {
        return isEnsemble()
                ? ensembleOutputs(SurvivalTensors.windows(inputs), explain)
                : members.nets().infer(inputs);
    }

    private List<FloatTensor> ensembleOutputs(List<ScoreRequest> windows, boolean explain) {
        List<SurvivalAssessment> assessments = assess(windows);
        List<FloatTensor> outputs = new ArrayList<>(SurvivalTensors.outputs(IntStream.range(0, windows.size())
                .mapToObj(row -> lacking(windows.get(row), assessments.get(row)))
                .toList()));
        if (explain) {
            outputs.addAll(explained(windows, assessments));
        }
        return List.copyOf(outputs);
    }

    @Override
    public void close() {
        contributions.forEach(ContributionCalculator::close);
        members.close();
    }

    /** Returns the mean log odds of the networks, by their weights. */
    static double netsMean(CalibratedEnsemble ensemble, double[] logits) {
        double sum = 0;
        double weights = 0;
        for (int part = 0; part < logits.length; part++) {
            EnsemblePart one = ensemble.parts().get(part);
            if (one.kind() == EnsemblePartKind.NET) {
                sum += one.weight() * logits[part];
                weights += one.weight();
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private List<SurvivalAssessment> assessments(List<ScoreRequest> windows) {
        PartPredictions predictions = members.predict(windows);
        return IntStream.range(0, windows.size())
                .mapToObj(row -> assessment(
                        WindowEvidence.in(windows.get(row)),
                        predictions.logits()[row],
                        predictions.survival()[row],
                        predictions.losDays()[row]))
                .toList();
    }

    private SurvivalAssessment assessment(WindowEvidence evidence, double[] logits, float[] survival, float losDays) {
        CalibratedEnsemble ensemble = card.ensemble();
        CalibratedRisk judged = ensemble.calibratedRisk(evidence.hours(), logits);
        double calibrated = Math.log(judged.probability() / (1 - judged.probability()));
        return new SurvivalAssessment(
                judged.probability(),
                judged.low(),
                judged.high(),
                SurvivalCurve.withShiftedLogOdds(survival, calibrated - netsMean(ensemble, logits))
                        .alive(),
                losDays,
                evidence.imputedShare(),
                evidence.isBelow(ensemble.floor()),
                SurvivalAssessment.NONE);
    }

    private List<SurvivalAssessment> probabilities(List<ScoreRequest> windows) {
        float[] probabilities = members.nets().infer(SurvivalTensors.inputs(windows)).stream()
                .filter(output -> output.name().equals(SurvivalTensors.PROBABILITY))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        ModelException.ModelErrorCode.ENGINE_FAILED, card.name() + ": it gives no probability", null))
                .data();
        return IntStream.range(0, windows.size())
                .mapToObj(row -> SurvivalAssessment.of(
                        probabilities[row], WindowEvidence.in(windows.get(row)).imputedShare()))
                .toList();
    }

    private SurvivalAssessment lacking(ScoreRequest window, SurvivalAssessment assessment) {
        return assessment.abstained() ? assessment.withMostHelpfulSeries(mostHelpful(window)) : assessment;
    }

    private List<FloatTensor> explained(List<ScoreRequest> windows, List<SurvivalAssessment> assessments) {
        List<SurvivalExplanation> explanations = explain(windows);
        return SurvivalTensors.contributions(IntStream.range(0, windows.size())
                .mapToObj(row -> assessments.get(row).abstained() ? SurvivalExplanation.NONE : explanations.get(row))
                .toList());
    }

    private double[] quickMeans(List<ScoreRequest> windows) {
        return members.trees().isEmpty() ? means(windows) : members.treesSum(windows);
    }

    private double[] means(List<ScoreRequest> windows) {
        double[][] logits = members.predict(windows).logits();
        double[] means = new double[logits.length];
        for (int row = 0; row < means.length; row++) {
            means[row] = card.ensemble().mean(logits[row]);
        }
        return means;
    }
}
