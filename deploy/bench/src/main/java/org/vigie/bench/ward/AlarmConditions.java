package org.vigie.bench.ward;

/** What a nurse is called for, whichever device measured it: a truth and an alarm are about the same thing when they share one. */
final class AlarmConditions {
    private AlarmConditions() {}

    /** @param variable of the catalogue */
    static String of(String variable) {
        return switch (variable) {
            case "hr", "pulse_spo2", "pulse_nibp" -> "rate";
            case "abp_sys", "abp_dia", "abp_mean", "nibp_sys", "nibp_dia", "nibp_mean" -> "pressure";
            default -> variable;
        };
    }
}
