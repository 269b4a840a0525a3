package org.vigie.signal.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.earlywarning.Quantity;
import org.vigie.signal.earlywarning.Spoken;
import org.vigie.signal.earlywarning.TableFile;
import org.vigie.signal.earlywarning.Vitals;

/**
 * The most urgent row of the triage table that holds. What is certain may make a stay urgent; what is missing never makes it calm:
 * without the four vitals of {@link #NEEDED} nothing calmer than level 3B is said, and level 5 needs a complete NEWS2.
 */
public final class TriageRules {
    private static final String SILENT = "No more measurements";
    private static final String LATE = "Measurements waiting: processing is late";

    private static final List<Quantity> NEEDED = List.of(Quantity.RR, Quantity.SPO2, Quantity.SBP, Quantity.PULSE);

    private final String version;
    private final List<Modulator> modulators;

    private TriageRules(TableFile file) {
        version = file.version();
        modulators = file.rows().stream().map(Modulator::of).toList();
    }

    /** The rules of an adult intensive-care unit. */
    public static TriageRules adultIcu() {
        return new TriageRules(TableFile.beside(TriageRules.class, "adult-icu.csv"));
    }

    List<Modulator> modulators() {
        return modulators;
    }

    /** @param risk predicted risk of death, 0 to 1; empty when there is none that is recent */
    public Triage decide(Vitals vitals, EarlyWarning warning, OptionalDouble risk, Instant at) {
        Map<String, Double> known = known(vitals, warning, risk, at);
        List<Modulator> holding =
                modulators.stream().filter(modulator -> modulator.holds(known)).toList();
        TriageLevel worst = holding.stream()
                .map(Modulator::level)
                .min(TriageLevel::compareTo)
                .orElse(TriageLevel.UNKNOWN);
        TriageLevel level = cautious(worst, warning, known);
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        holding.stream()
                .filter(modulator -> modulator.level() == worst && level != TriageLevel.UNKNOWN)
                .forEach(modulator -> {
                    fr.add(modulator.scheme() + " : " + modulator.reasonFr());
                    en.add(modulator.scheme() + ": " + modulator.reasonEn());
                });
        caveats(warning, fr, en);
        return new Triage(
                level,
                warning.low(),
                warning.high(),
                warning.missing().stream().map(EarlyWarning.Part::input).toList(),
                risk.stream().boxed().toList(),
                fr,
                en,
                version + "+" + warning.version());
    }

    /** Of a stay that no longer says anything; {@code nothing} is the score without any input. */
    public Triage silent(EarlyWarning nothing) {
        return unknown(nothing, "Plus aucune mesure", SILENT);
    }

    /** Of a stay of which something may lie unread, since whatever takes it in is late. */
    public Triage late(EarlyWarning nothing) {
        return unknown(nothing, "Mesures en attente : traitement en retard", LATE);
    }

    /** Whether it was said because nothing comes, or nothing is read: only what comes makes another level known. */
    public static boolean isOfSilence(Triage triage) {
        return triage.level() == TriageLevel.UNKNOWN
                && (triage.reasonsEn().equals(List.of(SILENT))
                        || triage.reasonsEn().equals(List.of(LATE)));
    }

    /** Of a stay whose patient has left. */
    public Triage ended(EarlyWarning nothing) {
        return unknown(nothing, "Séjour terminé", "Stay ended");
    }

    private Triage unknown(EarlyWarning nothing, String reasonFr, String reasonEn) {
        return new Triage(
                TriageLevel.UNKNOWN,
                nothing.low(),
                nothing.high(),
                nothing.missing().stream().map(EarlyWarning.Part::input).toList(),
                List.of(),
                List.of(reasonFr),
                List.of(reasonEn),
                version + "+" + nothing.version());
    }

    private static TriageLevel cautious(TriageLevel worst, EarlyWarning warning, Map<String, Double> known) {
        boolean enough = NEEDED.stream().map(Quantity::parameter).allMatch(known::containsKey);
        if (!enough && TriageLevel.TRI_3B.isMoreUrgentThan(worst)) {
            return TriageLevel.UNKNOWN;
        }
        return worst == TriageLevel.TRI_5 && !warning.complete() ? TriageLevel.TRI_4 : worst;
    }

    private static Map<String, Double> known(Vitals vitals, EarlyWarning warning, OptionalDouble risk, Instant at) {
        Map<String, Double> known = new HashMap<>();
        for (Quantity quantity : Quantity.values()) {
            quantity.fresh(vitals, at).ifPresent(value -> known.put(quantity.parameter(), value));
        }
        known.put("news2", (double) warning.low());
        known.put("news2_single", (double) warning.worst());
        risk.ifPresent(value -> known.put("risk", value));
        return known;
    }

    private static void caveats(EarlyWarning warning, List<String> fr, List<String> en) {
        if (!warning.complete()) {
            fr.add("NEWS2 " + Spoken.fr(warning));
            en.add("NEWS2 " + Spoken.en(warning));
        }
        if (warning.ventilated()) {
            fr.add("Ventilé : le NEWS2 sature");
            en.add("Ventilated: NEWS2 saturates");
        }
    }
}
