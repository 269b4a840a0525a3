package org.vigie.triage.evaluate;

/** What is measured of levels that were given. */
public enum TriageMetric {
    QUADRATIC_KAPPA,
    ACCURACY,
    /** Area under the curve of levels 1-2 against 3-5. */
    AUROC_URGENT,
    /** Calmer than the experts by two levels or more. */
    UNDER_TRIAGE,
    /** More urgent than the experts by two levels or more. */
    OVER_TRIAGE;

    double of(int[] experts, int[] given, double[] scores) {
        LevelConfusionMatrix confusion = LevelConfusionMatrix.of(experts, given);
        return switch (this) {
            case QUADRATIC_KAPPA -> confusion.quadraticKappa();
            case ACCURACY -> confusion.accuracy();
            case AUROC_URGENT -> UrgencyRanking.aurocUrgent(experts, scores);
            case UNDER_TRIAGE -> confusion.underTriage();
            case OVER_TRIAGE -> confusion.overTriage();
        };
    }
}
