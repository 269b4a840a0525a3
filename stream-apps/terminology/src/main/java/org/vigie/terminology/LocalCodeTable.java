package org.vigie.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Maps the senders' own codes: those of Vigie's table ({@code vendor-codes.csv}) and those that an integrator mapped. A mapping concerns
 * one sender or all of them. Immutable.
 *
 * <p>Short names stand for different things at different vendors. The text beside a short name must therefore be a known name of the same
 * variable, or consist of the variable's words ({@link VariableVocabulary}). Otherwise the code is unmapped.
 */
final class LocalCodeTable {
    static final LocalCodeTable EMPTY = new LocalCodeTable(Map.of(), Map.of(), VariableVocabulary.standard());

    /** Systems whose codes may have a common name: none, HL7's word for local, Edan's. So may a system that is a URI (FHIR). */
    private static final Set<String> SYSTEMS_OF_COMMON_NAMES = Set.of("", "L", "EHC");

    private final Map<String, List<LocalCodeMapping>> ofSenders;
    private final Map<String, List<LocalCodeMapping>> ofAll;
    private final VariableVocabulary vocabulary;

    private LocalCodeTable(
            Map<String, List<LocalCodeMapping>> ofSenders,
            Map<String, List<LocalCodeMapping>> ofAll,
            VariableVocabulary vocabulary) {
        this.ofSenders = ofSenders;
        this.ofAll = ofAll;
        this.vocabulary = vocabulary;
    }

    /** Returns the mappings of the vendors, as seen in their public interface descriptions. */
    static LocalCodeTable ofVendors() {
        return EMPTY.with(new CodeTable("vendor-codes.csv")
                .rows().stream()
                        .map(row -> new LocalCodeMapping(
                                row.getField("sender"),
                                row.getField("code"),
                                row.getField("name"),
                                row.getField("variable")))
                        .toList());
    }

    /** Returns this table with more mappings. A later mapping of the same sender and code replaces an earlier one. */
    LocalCodeTable with(Iterable<LocalCodeMapping> mappings) {
        Map<String, List<LocalCodeMapping>> senders = new HashMap<>(ofSenders);
        Map<String, List<LocalCodeMapping>> all = new HashMap<>(ofAll);
        for (LocalCodeMapping mapping : mappings) {
            var unused = variable(mapping.variable());
            (mapping.isForAll() ? all : senders).merge(key(mapping), List.of(mapping), LocalCodeTable::joined);
        }
        return new LocalCodeTable(senders, all, vocabulary);
    }

    /** Returns the variable of the first code that is mapped for this sender alone, or null. */
    Variable ofSender(String sender, List<SentCode> codes) {
        if (ofSenders.isEmpty()) {
            return null;
        }
        for (SentCode code : codes) {
            LocalCodeMapping best = mapping(ofSenders, sender, code);
            if (best != null) {
                return variable(best.variable());
            }
        }
        return null;
    }

    /**
     * Finds the variable by the mappings for all senders. Codes are unknown when the text beside a mapped name means something else, or
     * when a code names a limit or a setting.
     */
    CodeMatch ofAllSenders(String sender, List<SentCode> codes) {
        String known = null;
        for (SentCode code : codes) {
            LocalCodeMapping mapping = isStandard(code) ? null : mapping(ofAll, sender, code);
            if (code.namesLimitOrSetting() || (mapping != null && contradicts(mapping, code))) {
                return CodeMatch.UNKNOWN;
            }
            if (mapping == null || isOfForeignCode(mapping, code)) {
                continue;
            }
            if (known != null && !known.equals(mapping.variable())) {
                return CodeMatch.CONTRADICTING;
            }
            known = mapping.variable();
        }
        return known == null ? CodeMatch.UNKNOWN : CodeMatch.of(variable(known));
    }

    /**
     * Returns true when the name stands beside a code of another system: {@code X1^SYSTOLIC^99PA}. Such a name has a meaning in that
     * system only.
     */
    private static boolean isOfForeignCode(LocalCodeMapping mapping, SentCode code) {
        boolean isOwners =
                SYSTEMS_OF_COMMON_NAMES.contains(code.system()) || code.system().indexOf(':') >= 0;
        return !isOwners && !code.code().isEmpty() && !mapping.isShortNameOf(code);
    }

    /** Returns true when the text beside a short name means something else: {@code MAP^Mean Airway Pressure} is not a blood pressure. */
    private boolean contradicts(LocalCodeMapping mapping, SentCode code) {
        if (!mapping.isShortNameOf(code) || code.name().isEmpty()) {
            return false;
        }
        LocalCodeMapping text = mapping(ofAll, "", new SentCode("", "", code.name()));
        return text == null
                ? !vocabulary.describes(mapping.variable(), code.name())
                : !text.variable().equals(mapping.variable());
    }

    /** Returns true when a standard defines the code. Many senders write LN beside their own codes: only a number of LOINC counts. */
    private static boolean isStandard(SentCode code) {
        CodeSystem system = code.definedBy();
        return system == CodeSystem.SNOMED || (system == CodeSystem.LOINC && isLoincNumber(code.code()));
    }

    private static boolean isLoincNumber(String code) {
        int dash = code.length() - 2;
        return dash > 0 && code.charAt(dash) == '-' && Character.isDigit(code.charAt(0));
    }

    private static LocalCodeMapping mapping(
            Map<String, List<LocalCodeMapping>> mappings, String sender, SentCode code) {
        LocalCodeMapping best = null;
        for (String word : List.of(SentCode.plain(code.code()), SentCode.plain(code.name()))) {
            for (LocalCodeMapping mapping : mappings.getOrDefault(word, List.of())) {
                if (mapping.fits(sender, code) && (best == null || mapping.precision() > best.precision())) {
                    best = mapping;
                }
            }
        }
        return best;
    }

    private static Variable variable(String name) {
        return VariableCatalogue.standard().get(name);
    }

    private static String key(LocalCodeMapping mapping) {
        return mapping.code().isEmpty() ? mapping.name() : mapping.code();
    }

    private static List<LocalCodeMapping> joined(List<LocalCodeMapping> before, List<LocalCodeMapping> added) {
        List<LocalCodeMapping> all = new ArrayList<>(before);
        all.removeIf(old -> old.sender().equals(added.get(0).sender())
                && old.code().equals(added.get(0).code())
                && old.name().equals(added.get(0).name()));
        all.addAll(added);
        all.sort(Comparator.comparingInt(LocalCodeMapping::precision).reversed());
        return List.copyOf(all);
    }
}
