package org.vigie.risk.score;

import java.io.Serializable;
import org.vigie.model.score.SurvivalScorer;

/** Opens the scorer where the job runs. The factory is serialized with the job, the scorer is not. */
@FunctionalInterface
public interface ScorerFactory extends Serializable {
    SurvivalScorer open();
}
