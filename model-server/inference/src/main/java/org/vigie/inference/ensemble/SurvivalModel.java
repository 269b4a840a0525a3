package org.vigie.inference.ensemble;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.Ensemble.Judged;
import org.vigie.inference.bundle.Ensemble.Kind;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.Assessment;
import org.vigie.model.score.Explanation;
import org.vigie.model.score.ScoreRequest;

/**
 * A bundle that assesses windows: an ensemble by its card, or a single graph that gives the probability itself and no more. The server, the
 * reports and the benchmarks all ask through this class. Safe for many threads.
 */
public final class SurvivalModel implements AutoCloseable {
    /** Integrated gradients keep many copies of a window in memory. */
    private static final int EXPLAINED_AT_ONCE = 8;

    private final ModelCard card;
    private final Members members;
    private final List<Contributions> contributions = new ArrayList<>();

    private SurvivalModel(ModelCard card, Members members) {
        this.card = card;
        this.members = members;
    }

    /** @throws ModelException DAMAGED_BUNDLE or ENGINE_FAILED, with the reason */
    public static SurvivalModel open(Path bundle, EngineConfig config) {
        return open(ModelBundle.open(bundle), config);
    }

    /** @throws ModelException ENGINE_FAILED, with the reason */
    public static SurvivalModel open(ModelBundle bundle, EngineConfig config) {
        SurvivalModel model = new SurvivalModel(bundle.card(), Members.open(bundle, config));
        try {
            if (model.isEnsemble()) {
                model.contributions.add(Contributions.open(bundle, model.members, config));
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

    /** What computes the nets, as the engine says: {@code cpu} or {@code gpu:0}. */
    public String device() {
        return members.nets().device();
    }

    /** Whether it gives more than a probability. */
    public boolean isEnsemble() {
        return !card.ensemble().parts().isEmpty();
    }

    /**
     * One assessment a window. Where it abstains the numbers are there all the same, for reports that compare; they must not be shown to
     * anybody. {@code mostHelpful} is not looked for: see {@link #mostHelpful}.
     *
     * @throws ModelException ENGINE_FAILED
     */
    public List<Assessment> assess(List<ScoreRequest> windows) {
        return isEnsemble() ? assessments(windows) : probabilities(windows);
    }

    /** One explanation a window; {@link Explanation#NONE} from a single graph, or where the sum does not come out. */
    public List<Explanation> explain(List<ScoreRequest> windows) {
        List<Explanation> explanations = new ArrayList<>();
        for (int from = 0; from < windows.size(); from += EXPLAINED_AT_ONCE) {
            List<ScoreRequest> some = windows.subList(from, Math.min(windows.size(), from + EXPLAINED_AT_ONCE));
            explanations.addAll(
                    contributions.isEmpty()
                            ? some.stream().map(any -> Explanation.NONE).toList()
                            : contributions.get(0).of(some));
        }
        return explanations;
    }

    /** The series (column) whose measurement would move the risk of this window most; {@link Assessment#NONE} of a single graph. */
    public int mostHelpful(ScoreRequest window) {
        return isEnsemble() ? MostHelpful.of(window, this::quickMeans, this::means) : Assessment.NONE;
    }

    /**
     * Answers a batch in tensors, as the server shows them: an ensemble {@link SurvivalTensors#outputs}, a single graph its own outputs.
     *
     * @param inputs all of the card's inputs, of the card's shapes, with the same first axis
     * @param explain whether {@link SurvivalTensors#contributions} follow
     * @throws ModelException ENGINE_FAILED
     */
    public List<Tensor> infer(List<Tensor> inputs, boolean explain) {
        if (!isEnsemble()) {
            return members.nets().infer(inputs);
        }
        List<ScoreRequest> windows = SurvivalTensors.windows(inputs);
        List<Assessment> assessments = assess(windows);
        List<Tensor> outputs = SurvivalTensors.outputs(IntStream.range(0, windows.size())
                .mapToObj(row -> lacking(windows.get(row), assessments.get(row)))
                .toList());
        return explain
                ? Stream.concat(outputs.stream(), explained(windows, assessments).stream())
                        .toList()
                : outputs;
    }

    @Override
    public void close() {
        contributions.forEach(Contributions::close);
        members.close();
    }

    /** The nets' log odds, by their weights among themselves. */
    static double netsMean(Ensemble ensemble, double[] logits) {
        double sum = 0;
        double weights = 0;
        for (int part = 0; part < logits.length; part++) {
            Part one = ensemble.parts().get(part);
            if (one.kind() == Kind.NET) {
                sum += one.weight() * logits[part];
                weights += one.weight();
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private List<Assessment> assessments(List<ScoreRequest> windows) {
        Members.Opinion opinion = members.ask(windows);
        return IntStream.range(0, windows.size())
                .mapToObj(row -> assessment(
                        Evidence.in(windows.get(row)),
                        opinion.logits()[row],
                        opinion.survival()[row],
                        opinion.losDays()[row]))
                .toList();
    }

    private Assessment assessment(Evidence evidence, double[] logits, float[] survival, float losDays) {
        Ensemble ensemble = card.ensemble();
        Judged judged = ensemble.judge(evidence.hours(), logits);
        double calibrated = Math.log(judged.probability() / (1 - judged.probability()));
        return new Assessment(
                judged.probability(),
                judged.low(),
                judged.high(),
                Curve.moved(survival, calibrated - netsMean(ensemble, logits)),
                losDays,
                evidence.imputedShare(),
                evidence.isBelow(ensemble.floor()),
                Assessment.NONE);
    }

    private List<Assessment> probabilities(List<ScoreRequest> windows) {
        float[] probabilities = members.nets().infer(SurvivalTensors.inputs(windows)).stream()
                .filter(output -> output.name().equals(SurvivalTensors.PROBABILITY))
                .findFirst()
                .orElseThrow(() -> new ModelException(
                        ModelException.Code.ENGINE_FAILED, card.name() + ": it gives no probability", null))
                .data();
        return IntStream.range(0, windows.size())
                .mapToObj(row -> Assessment.of(
                        probabilities[row], Evidence.in(windows.get(row)).imputedShare()))
                .toList();
    }

    private Assessment lacking(ScoreRequest window, Assessment assessment) {
        return assessment.abstained() ? assessment.lacking(mostHelpful(window)) : assessment;
    }

    private List<Tensor> explained(List<ScoreRequest> windows, List<Assessment> assessments) {
        List<Explanation> explanations = explain(windows);
        return SurvivalTensors.contributions(IntStream.range(0, windows.size())
                .mapToObj(row -> assessments.get(row).abstained() ? Explanation.NONE : explanations.get(row))
                .toList());
    }

    private double[] quickMeans(List<ScoreRequest> windows) {
        return members.trees().isEmpty() ? means(windows) : members.treesSum(windows);
    }

    private double[] means(List<ScoreRequest> windows) {
        double[][] logits = members.ask(windows).logits();
        double[] means = new double[logits.length];
        for (int row = 0; row < means.length; row++) {
            means[row] = card.ensemble().mean(logits[row]);
        }
        return means;
    }
}
