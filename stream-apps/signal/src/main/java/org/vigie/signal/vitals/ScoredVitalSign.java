package org.vigie.signal.vitals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.text.LocalizedText;

/** Lists the vital signs that the scores use, each with the variables that measure it in order of preference. */
public enum ScoredVitalSign {
    RR("rr", "FR", "RR", VariableNames.RR),
    SPO2("spo2", "SpO2", "SpO2", VariableNames.SPO2),
    SBP("sbp", "PAS", "SBP", VariableNames.ABP_SYS, VariableNames.NIBP_SYS),
    PULSE("pulse", "FC", "HR", VariableNames.HR, VariableNames.PULSE_SPO2, VariableNames.PULSE_NIBP),
    GCS("gcs", "conscience", "consciousness", VariableNames.GCS_TOTAL),
    TEMP("temp", "température", "temperature", VariableNames.TEMP);

    private final String parameter;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
    private final LocalizedText label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> variables;

    ScoredVitalSign(String parameter, String labelFr, String labelEn, String... variables) {
        this.parameter = parameter;
        this.label = new LocalizedText(labelFr, labelEn);
        this.variables = List.of(variables);
    }

    /** Returns the name in the score tables. */
    public String parameter() {
        return parameter;
    }

    /** Returns the name for clinicians. */
    public LocalizedText label() {
        return label;
    }

    /** Returns the vital sign with the table name {@code parameter}. */
    public static Optional<ScoredVitalSign> of(String parameter) {
        return Arrays.stream(values())
                .filter(vitalSign -> vitalSign.parameter.equals(parameter))
                .findFirst();
    }

    /** Returns the variables in order of preference. */
    public List<String> variables() {
        return variables;
    }

    /** Returns the variable that measures the vital sign at {@code at}: the first one with a fresh value. */
    public Optional<String> freshVariable(CurrentVitals vitals, Instant at) {
        return vitals.firstFresh(variables, at);
    }

    /** Returns the value at charting resolution; empty when no variable has a fresh value. */
    public OptionalDouble fresh(CurrentVitals vitals, Instant at) {
        return charted(vitals, freshVariable(vitals, at));
    }

    /** Returns the newest value of any age at charting resolution. */
    public OptionalDouble last(CurrentVitals vitals) {
        return charted(vitals, vitals.newest(variables));
    }

    private static OptionalDouble charted(CurrentVitals vitals, Optional<String> variable) {
        return variable.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ChartingResolution.round(
                        variable.get(),
                        vitals.find(variable.get()).orElseThrow().value()));
    }
}
