package org.vigie.signal.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.earlywarning.ScoreText;
import org.vigie.signal.table.ClinicalTable;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.DecisionThresholds;
import org.vigie.signal.vitals.ScoredVitalSign;

/**
 * Assesses the urgency of a stay by the most urgent row of the triage table that applies.
 *
 * <p>A known value can make a stay urgent; a missing value never makes it less urgent. Without the four vital signs of {@link #NEEDED} no
 * level below 3B is given, nor with a stale input whose last value was more urgent. Level 5 needs a complete NEWS2.
 */
public final class TriageRules {
    private static final LocalizedText SILENT = new LocalizedText("Plus aucune mesure", "No more measurements");
    private static final LocalizedText LATE =
            new LocalizedText("Mesures en attente : traitement en retard", "Measurements waiting: processing is late");
    private static final LocalizedText ENDED = new LocalizedText("Séjour terminé", "Stay ended");
    private static final LocalizedText VENTILATED =
            new LocalizedText("Ventilé : le NEWS2 sature", "Ventilated: NEWS2 saturates");

    /** Names of the vital signs without which no level below 3B is given. */
    private static final List<String> NEEDED = Stream.of(
                    ScoredVitalSign.RR, ScoredVitalSign.SPO2, ScoredVitalSign.SBP, ScoredVitalSign.PULSE)
            .map(ScoredVitalSign::parameter)
            .toList();

    private final String version;
    private final List<TriageModulator> modulators;

    private TriageRules(ClinicalTable file) {
        version = file.version();
        modulators = file.rows().stream().map(TriageModulator::of).toList();
    }

    /** Returns the rules of an adult intensive-care unit. */
    public static TriageRules adultIcu() {
        return new TriageRules(ClinicalTable.beside(TriageRules.class, "adult-icu.csv"));
    }

    /** Adds the limits of the table. The scores in it have thresholds of their own. */
    public void addTo(DecisionThresholds thresholds) {
        for (TriageModulator row : modulators) {
            row.all()
                    .forEach(condition -> ScoredVitalSign.of(condition.input())
                            .ifPresent(sign ->
                                    sign.variables().forEach(variable -> condition.addTo(thresholds, variable))));
        }
    }

    List<TriageModulator> modulators() {
        return modulators;
    }

    /**
     * Assesses a stay.
     *
     * @param risk predicted risk of death, 0 to 1; empty when no recent prediction exists
     */
    public TriageAssessment decide(CurrentVitals vitals, EarlyWarningScore warning, OptionalDouble risk, Instant at) {
        Map<String, Double> known = known(vitals, warning, risk, at);
        List<TriageModulator> deciding = TriageModulator.mostUrgent(modulators, known);
        TriageLevel worst = level(deciding);
        TriageLevel level = mayBeUrgent(worst, known, lastKnown(vitals, warning, known))
                ? TriageLevel.UNKNOWN
                : cautious(worst, warning);
        return assessment(level, warning, risk, reasons(level == TriageLevel.UNKNOWN ? List.of() : deciding, warning));
    }

    private static List<LocalizedText> reasons(List<TriageModulator> deciding, EarlyWarningScore warning) {
        List<LocalizedText> reasons = new ArrayList<>();
        for (TriageModulator modulator : deciding) {
            String scheme = modulator.scheme();
            reasons.add(new LocalizedText(scheme + " : ", scheme + ": ").plus(modulator.reason()));
        }
        reasons.addAll(caveats(warning));
        return reasons;
    }

    /** Returns the assessment of a stay that sends no more measurements; {@code nothing} is the score without any input. */
    public TriageAssessment silent(EarlyWarningScore nothing) {
        return unknown(nothing, SILENT);
    }

    /** Returns the assessment of a stay whose measurements may wait unread because processing is late. */
    public TriageAssessment late(EarlyWarningScore nothing) {
        return unknown(nothing, LATE);
    }

    /** Returns true when the assessment was given because no measurements came or were read. Only new measurements can change it. */
    public static boolean isOfSilence(TriageAssessment triage) {
        return triage.level() == TriageLevel.UNKNOWN
                && (triage.reasons().equals(List.of(SILENT)) || triage.reasons().equals(List.of(LATE)));
    }

    /** Returns the assessment of a stay whose patient has left. */
    public TriageAssessment ended(EarlyWarningScore nothing) {
        return unknown(nothing, ENDED);
    }

    private TriageAssessment unknown(EarlyWarningScore nothing, LocalizedText reason) {
        return assessment(TriageLevel.UNKNOWN, nothing, OptionalDouble.empty(), List.of(reason));
    }

    private TriageAssessment assessment(
            TriageLevel level, EarlyWarningScore warning, OptionalDouble risk, List<LocalizedText> reasons) {
        return new TriageAssessment(
                level,
                warning.low(),
                warning.high(),
                SaturationScale.SCALE_1,
                warning.missing().stream()
                        .map(EarlyWarningScore.ScoreComponent::input)
                        .toList(),
                risk.stream().boxed().toList(),
                reasons,
                version + "+" + warning.version());
    }

    private static TriageLevel level(List<TriageModulator> deciding) {
        return deciding.isEmpty() ? TriageLevel.UNKNOWN : deciding.get(0).level();
    }

    /** Returns true for a level below 3B that lacks a needed vital sign, or that was more urgent by the last value of a stale input. */
    private boolean mayBeUrgent(TriageLevel level, Map<String, Double> known, Map<String, Double> lastKnown) {
        return TriageLevel.TRI_3B.isMoreUrgentThan(level)
                && (!known.keySet().containsAll(NEEDED)
                        || level(TriageModulator.mostUrgent(modulators, lastKnown))
                                .isMoreUrgentThan(level));
    }

    private static TriageLevel cautious(TriageLevel level, EarlyWarningScore warning) {
        return level == TriageLevel.TRI_5 && !warning.complete() ? TriageLevel.TRI_4 : level;
    }

    /** Returns the known values and the last ones of stale inputs. */
    private static Map<String, Double> lastKnown(
            CurrentVitals vitals, EarlyWarningScore warning, Map<String, Double> known) {
        if (warning.complete()) {
            return known;
        }
        Map<String, Double> last = new HashMap<>(known);
        for (ScoredVitalSign vitalSign : ScoredVitalSign.values()) {
            vitalSign.last(vitals).ifPresent(value -> last.putIfAbsent(vitalSign.parameter(), value));
        }
        last.put(News2Calculator.TOTAL, (double) warning.carried());
        last.put(News2Calculator.SINGLE, (double) warning.worstCarried());
        return last;
    }

    private static Map<String, Double> known(
            CurrentVitals vitals, EarlyWarningScore warning, OptionalDouble risk, Instant at) {
        Map<String, Double> known = new HashMap<>();
        for (ScoredVitalSign vitalSign : ScoredVitalSign.values()) {
            vitalSign.fresh(vitals, at).ifPresent(value -> known.put(vitalSign.parameter(), value));
        }
        known.put(News2Calculator.TOTAL, (double) warning.low());
        known.put(News2Calculator.SINGLE, (double) warning.worst());
        risk.ifPresent(value -> known.put("risk", value));
        return known;
    }

    private static List<LocalizedText> caveats(EarlyWarningScore warning) {
        List<LocalizedText> caveats = new ArrayList<>();
        if (!warning.complete()) {
            caveats.add(LocalizedText.same("NEWS2 ").plus(ScoreText.of(warning)));
        }
        if (warning.ventilated()) {
            caveats.add(VENTILATED);
        }
        return caveats;
    }
}
