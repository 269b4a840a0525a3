package org.vigie.signal.attention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/**
 * Reads the inputs of the attention rules.
 *
 * <p>An alarm of a score is no input, because the score itself is one. In a ventilated patient NEWS2 is counted without oxygen and
 * consciousness, which describe the treatment.
 */
public final class AttentionEvidenceReader {
    /** Names a blood pressure of any kind among the missing inputs. */
    static final String PRESSURE = "pressure";

    private static final List<String> SUPPORT = List.of(
            VariableNames.VENT_MODE,
            VariableNames.FIO2,
            VariableNames.PEEP,
            VariableNames.RENAL_REPLACEMENT,
            VariableNames.VASOPRESSIN,
            VariableNames.DOPAMINE,
            VariableNames.DOBUTAMINE,
            VariableNames.TREATMENT_LIMITATION);
    private static final List<String> CATECHOLAMINES = List.of(VariableNames.NORADRENALINE, VariableNames.ADRENALINE);
    private static final List<ScoredVitalSign> NEEDED =
            List.of(ScoredVitalSign.RR, ScoredVitalSign.SPO2, ScoredVitalSign.PULSE);
    private static final List<String> PRESSURES =
            List.of(VariableNames.ABP_MEAN, VariableNames.ABP_SYS, VariableNames.NIBP_MEAN, VariableNames.NIBP_SYS);

    private final CurrentVitals vitals;
    private final Instant at;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Duration> ages = new HashMap<>();

    public AttentionEvidenceReader(CurrentVitals vitals, Instant at) {
        this.vitals = vitals;
        this.at = at;
    }

    /** Reads the inputs of one instant. */
    public AttentionEvidence read(Collection<Alarm> open, EarlyWarningScore news2, SofaTrend sofa) {
        SUPPORT.forEach(variable -> put(variable, variable));
        putMechanicalVentilation();
        CATECHOLAMINES.forEach(variable -> put("catecholamine", variable));
        open.forEach(this::put);
        putScores(news2, sofa);
        return new AttentionEvidence(values, ages, missing());
    }

    /** Adds a fresh value. Values of one input are summed, and its age is that of the oldest. */
    private void put(String input, String variable) {
        vitals.fresh(variable, at).ifPresent(value -> {
            values.merge(input, value.value(), Double::sum);
            ages.merge(input, Duration.between(value.at(), at), AttentionEvidenceReader::longer);
        });
    }

    /** A chart that says only that a ventilator runs stands for invasive ventilation. */
    private void putMechanicalVentilation() {
        boolean runs = vitals.fresh(VariableNames.MECH_VENT, at)
                .filter(value -> value.value() > 0)
                .isPresent();
        if (runs) {
            values.putIfAbsent(VariableNames.VENT_MODE, 3.0);
        }
    }

    private void put(Alarm alarm) {
        if (alarm.kind().isOfThePatient() && alarm.kind() != AlarmRuleKind.SCORE) {
            String input = input(alarm.priority());
            values.merge(input, 1.0, Double::sum);
            ages.merge(input, Duration.between(alarm.raisedAt(), at), AttentionEvidenceReader::longer);
        }
    }

    private static String input(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> "alarm_high";
            case MEDIUM -> "alarm_medium";
            case LOW -> "alarm_low";
        };
    }

    private void putScores(EarlyWarningScore news2, SofaTrend sofa) {
        boolean isVentilated = values.getOrDefault(VariableNames.VENT_MODE, 0.0) >= 3;
        EarlyWarningScore valid = isVentilated ? news2.without(Set.copyOf(News2Calculator.SATURATED)) : news2;
        values.put(News2Calculator.TOTAL, (double) valid.low());
        values.put(News2Calculator.SINGLE, (double) valid.worst());
        values.put("sofa", (double) sofa.low());
        if (sofa.change() != null) {
            values.put("sofa_rise", (double) sofa.change());
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        NEEDED.stream()
                .filter(vitalSign -> vitalSign.freshVariable(vitals, at).isEmpty())
                .forEach(vitalSign -> missing.add(vitalSign.parameter()));
        if (vitals.firstFresh(PRESSURES, at).isEmpty()) {
            missing.add(PRESSURE);
        }
        return missing;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
