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
import org.vigie.signal.earlywarning.ScoreText;
import org.vigie.signal.table.ClinicalTable;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/**
 * Assesses the urgency of a stay by the most urgent row of the triage table that applies.
 *
 * <p>A known value can make a stay urgent; a missing value never makes it less urgent. Without the four vital signs of {@link #NEEDED} no
 * level below 3B is given. Level 5 needs a complete NEWS2.
 */
public final class TriageRules {
    private static final String SILENT = "No more measurements";
    private static final String LATE = "Measurements waiting: processing is late";

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
        TriageLevel worst =
                deciding.isEmpty() ? TriageLevel.UNKNOWN : deciding.get(0).level();
        TriageLevel level = cautious(worst, warning, known);
        return assessment(level, warning, risk, reasons(level == TriageLevel.UNKNOWN ? List.of() : deciding, warning));
    }

    /** Holds reasons in two languages. */
    private record TriageReasons(List<String> fr, List<String> en) {}

    private static TriageReasons reasons(List<TriageModulator> deciding, EarlyWarningScore warning) {
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (TriageModulator modulator : deciding) {
            fr.add(modulator.scheme() + " : " + modulator.reasonFr());
            en.add(modulator.scheme() + ": " + modulator.reasonEn());
        }
        caveats(warning, fr, en);
        return new TriageReasons(fr, en);
    }

    /** Returns the assessment of a stay that sends no more measurements; {@code nothing} is the score without any input. */
    public TriageAssessment silent(EarlyWarningScore nothing) {
        return unknown(nothing, "Plus aucune mesure", SILENT);
    }

    /** Returns the assessment of a stay whose measurements may wait unread because processing is late. */
    public TriageAssessment late(EarlyWarningScore nothing) {
        return unknown(nothing, "Mesures en attente : traitement en retard", LATE);
    }

    /** Returns true when the assessment was given because no measurements came or were read. Only new measurements can change it. */
    public static boolean isOfSilence(TriageAssessment triage) {
        return triage.level() == TriageLevel.UNKNOWN
                && (triage.reasonsEn().equals(List.of(SILENT))
                        || triage.reasonsEn().equals(List.of(LATE)));
    }

    /** Returns the assessment of a stay whose patient has left. */
    public TriageAssessment ended(EarlyWarningScore nothing) {
        return unknown(nothing, "Séjour terminé", "Stay ended");
    }

    private TriageAssessment unknown(EarlyWarningScore nothing, String reasonFr, String reasonEn) {
        var reasons = new TriageReasons(List.of(reasonFr), List.of(reasonEn));
        return assessment(TriageLevel.UNKNOWN, nothing, OptionalDouble.empty(), reasons);
    }

    private TriageAssessment assessment(
            TriageLevel level, EarlyWarningScore warning, OptionalDouble risk, TriageReasons reasons) {
        return new TriageAssessment(
                level,
                warning.low(),
                warning.high(),
                warning.missing().stream()
                        .map(EarlyWarningScore.ScoreComponent::input)
                        .toList(),
                risk.stream().boxed().toList(),
                reasons.fr(),
                reasons.en(),
                version + "+" + warning.version());
    }

    private static TriageLevel cautious(TriageLevel worst, EarlyWarningScore warning, Map<String, Double> known) {
        if (TriageLevel.TRI_3B.isMoreUrgentThan(worst) && !known.keySet().containsAll(NEEDED)) {
            return TriageLevel.UNKNOWN;
        }
        return worst == TriageLevel.TRI_5 && !warning.complete() ? TriageLevel.TRI_4 : worst;
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

    private static void caveats(EarlyWarningScore warning, List<String> fr, List<String> en) {
        if (!warning.complete()) {
            fr.add("NEWS2 " + ScoreText.fr(warning));
            en.add("NEWS2 " + ScoreText.en(warning));
        }
        if (warning.ventilated()) {
            fr.add("Ventilé : le NEWS2 sature");
            en.add("Ventilated: NEWS2 saturates");
        }
    }
}
