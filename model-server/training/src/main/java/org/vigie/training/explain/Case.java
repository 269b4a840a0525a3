package org.vigie.training.explain;

import java.util.List;
import java.util.Locale;
import org.vigie.model.score.Assessment;
import org.vigie.model.score.Explanation;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.training.feature.Example;

/**
 * One stay that a model judged, and why.
 *
 * @param patient age, sex and unit
 * @param low lower end of the probability's interval; NaN when the model gives none
 * @param reasons the strongest first; empty when the model cannot tell
 */
public record Case(
        int id, String patient, boolean died, double probability, double low, double high, List<Reason> reasons) {
    private static final int REASONS = 6;

    public Case {
        reasons = List.copyOf(reasons);
    }

    public static Case of(Example example, ScoreRequest window, Assessment assessment, Explanation explanation) {
        return new Case(
                example.stay().id(),
                words(example.stay().statics()),
                example.died(),
                assessment.probability(),
                assessment.low(),
                assessment.high(),
                Reason.of(window, explanation, REASONS));
    }

    private static String words(Statics statics) {
        String age = Double.isNaN(statics.age()) ? "age unknown" : Math.round(statics.age()) + " years";
        return (age + ", " + statics.sex() + ", " + statics.unit())
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }
}
