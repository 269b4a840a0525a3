package org.vigie.triage.model;

/** Lists the metrics of assigned levels; each is a key of the model card's results. */
public enum TriageMetric {
    /** Agreement with the experts' levels, corrected for chance. */
    QUADRATIC_KAPPA,
    /** Share of the visits that got the experts' level. */
    ACCURACY,
    /** Area under the ROC curve of levels 1-2 against 3-5. */
    AUROC_URGENT,
    /** Share of the visits that got a level calmer than the experts' by two or more. */
    UNDER_TRIAGE,
    /** Share of the visits that got a level more urgent than the experts' by two or more. */
    OVER_TRIAGE
}
