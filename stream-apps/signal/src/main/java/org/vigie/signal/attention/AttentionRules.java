package org.vigie.signal.attention;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.table.ClinicalTable;
import org.vigie.signal.text.LocalizedText;

/**
 * Assesses the attention level of a stay by the most urgent row of the table that applies.
 *
 * <p>Every row is a lower bound of an input: a worse value never lowers the level. Without the needed values no level below MEDIUM is given.
 */
public final class AttentionRules {
    private static final LocalizedText LIMITED = new LocalizedText(
            "Limitation de traitement (LATA) : elle ne change pas le niveau",
            "Treatment limitation: it does not change the level");

    private final String version;
    private final List<AttentionRule> rules;

    private AttentionRules(ClinicalTable file) {
        version = file.version();
        rules = file.rows().stream().map(AttentionRule::of).toList();
    }

    /** Returns the rules that ship with Vigie. */
    public static AttentionRules standard() {
        return new AttentionRules(ClinicalTable.beside(AttentionRules.class, "attention.csv"));
    }

    List<AttentionRule> rules() {
        return rules;
    }

    /** Assesses a stay. */
    public AttentionAssessment decide(AttentionEvidence evidence, CareSetting setting, SofaTrend sofa) {
        List<AttentionRule> applicable = mostUrgentOfEachInput(evidence, setting);
        AttentionLevel level =
                applicable.isEmpty() ? AttentionLevel.NORMAL : applicable.get(0).level();
        return new AttentionAssessment(
                cautious(level, evidence), reasons(applicable, evidence), evidence.missing(), sofa, version);
    }

    /** Returns the assessment of a stay whose level is not known, for a reason. */
    public AttentionAssessment unknown(LocalizedText reason) {
        return new AttentionAssessment(AttentionLevel.UNKNOWN, List.of(reason), List.of(), null, version);
    }

    /** Returns the applicable rows, the most urgent first, one for each input. */
    private List<AttentionRule> mostUrgentOfEachInput(AttentionEvidence evidence, CareSetting setting) {
        Map<String, AttentionRule> byInput = new LinkedHashMap<>();
        rules.stream()
                .filter(rule -> rule.holds(evidence, setting))
                .sorted(Comparator.comparing(AttentionRule::level))
                .forEach(rule -> byInput.putIfAbsent(rule.input(), rule));
        return List.copyOf(byInput.values());
    }

    private static AttentionLevel cautious(AttentionLevel level, AttentionEvidence evidence) {
        return evidence.missing().isEmpty() || level.isAtLeast(AttentionLevel.MEDIUM) ? level : AttentionLevel.UNKNOWN;
    }

    private static List<LocalizedText> reasons(List<AttentionRule> applicable, AttentionEvidence evidence) {
        Stream<LocalizedText> ofRules = applicable.stream().map(rule -> new AttentionReason(rule, evidence).text());
        Stream<LocalizedText> gaps = evidence.missing().isEmpty()
                ? Stream.empty()
                : Stream.of(new LocalizedText("Manque : ", "Missing: ").plus(NeededInputText.of(evidence.missing())));
        Stream<LocalizedText> limited = evidence.values().getOrDefault(VariableNames.TREATMENT_LIMITATION, 0.0) > 0
                ? Stream.of(LIMITED)
                : Stream.empty();
        return Stream.of(ofRules, gaps, limited).flatMap(texts -> texts).toList();
    }
}
