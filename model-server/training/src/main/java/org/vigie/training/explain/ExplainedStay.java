package org.vigie.training.explain;

import java.util.List;
import java.util.Locale;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds a predicted stay with its explanation.
 *
 * @param patient age, sex and unit
 * @param low lower end of the probability's interval; NaN when the model gives none
 * @param reasons inputs with the largest contributions, the largest first; empty when there is no explanation
 */
public record ExplainedStay(
        int id,
        String patient,
        boolean died,
        double probability,
        double low,
        double high,
        List<ContributingInput> reasons) {
    private static final int REASONS = 6;

    public ExplainedStay {
        reasons = List.copyOf(reasons);
    }

    public static ExplainedStay of(
            LabelledStay example, ScoreRequest window, SurvivalAssessment assessment, SurvivalExplanation explanation) {
        return new ExplainedStay(
                example.stay().id(),
                words(example.stay().statics()),
                example.died(),
                assessment.probability(),
                assessment.low(),
                assessment.high(),
                ContributingInput.of(window, explanation, REASONS));
    }

    private static String words(StaticFeatures staticFeatures) {
        String age = Double.isNaN(staticFeatures.age()) ? "age unknown" : Math.round(staticFeatures.age()) + " years";
        return (age + ", " + staticFeatures.sex() + ", " + staticFeatures.unit())
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
