package org.vigie.risk.impute;

import java.io.Serializable;
import org.vigie.model.score.WindowEstimator;

/** Opens the estimator where the job runs. The factory is serialized with the job, the estimator is not. */
@FunctionalInterface
public interface EstimatorFactory extends Serializable {
    WindowEstimator open();
}
