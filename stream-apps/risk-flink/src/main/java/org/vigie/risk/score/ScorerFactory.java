package org.vigie.risk.score;

import java.io.Serializable;
import org.vigie.model.score.SurvivalScorer;

/** Opens the scorer where the job runs: the factory travels with the job, the scorer does not. */
@FunctionalInterface
public interface ScorerFactory extends Serializable {
    SurvivalScorer open();
}
