package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * From codes to variables. Immutable.
 *
 * <p>One rule for the codings of one value: what the integrator mapped decides; else the most exact coding of MDC and LOINC does. Codings
 * that contradict each other name nothing, whichever stands first. A general code ({@code general-codes.csv}: a saturation, a systolic
 * pressure) counts when nothing more exact stands beside it, and means what fits the group above it and where it was measured. MDC goes by
 * number, by its name only when there is no exact number. A sender's own words count where no standard code does.
 *
 * <p>A name of the table is everybody's or one sender's. Short names stand for different things at different vendors, so that a text
 * beside one must be a known name of the same variable, or be made of its words ({@code variable-words.csv}); else the code is unmapped.
 * So it is where a name stands beside a code of another system's, or where a code says that a limit or a setting is sent.
 *
 * <p>Sources: IHE PCD Technical Framework vol. 2, ISO/IEEE 11073-10101, LOINC, as collected in the catalogue's reference; vendors'
 * codes as seen in their public interface descriptions.
 */
public final class CodeMap {
    private static final CodeMap STANDARD = standardTables();

    /** Systems whose codes may be known by a common name: none, HL7's word for local, Edan's; so may one that is a URI (FHIR). */
    private static final Set<String> OF_COMMON_NAMES = Set.of("", "L", "EHC");

    /** By system and code: what the standard calls it, the first of several names. */
    private static final Map<String, String> STANDARD_WORDS = standardWords();

    private final Map<Integer, Variable> mdcNumbers;
    private final Map<String, Variable> mdcNames;
    private final Map<String, Variable> loinc;
    private final GeneralCodeTable general;
    private final Map<String, List<LocalCodeMapping>> ofSenders;
    private final Map<String, List<LocalCodeMapping>> ofAll;

    private CodeMap(
            Map<Integer, Variable> mdcNumbers,
            Map<String, Variable> mdcNames,
            Map<String, Variable> loinc,
            GeneralCodeTable general,
            Map<String, List<LocalCodeMapping>> ofSenders,
            Map<String, List<LocalCodeMapping>> ofAll) {
        this.mdcNumbers = mdcNumbers;
        this.mdcNames = mdcNames;
        this.loinc = loinc;
        this.general = general;
        this.ofSenders = ofSenders;
        this.ofAll = ofAll;
    }

    /** The tables that ship with Vigie. */
    public static CodeMap standard() {
        return STANDARD;
    }

    /** This map and more. A later mapping of the same sender and code replaces an earlier one. */
    public CodeMap with(Iterable<LocalCodeMapping> mappings) {
        Map<String, List<LocalCodeMapping>> senders = new HashMap<>(ofSenders);
        Map<String, List<LocalCodeMapping>> all = new HashMap<>(ofAll);
        for (LocalCodeMapping mapping : mappings) {
            var unused = variable(mapping.variable());
            (mapping.isForAll() ? all : senders).merge(key(mapping), List.of(mapping), CodeMap::joined);
        }
        return new CodeMap(mdcNumbers, mdcNames, loinc, general, senders, all);
    }

    /** Of codes beside which nothing more is said. */
    public Optional<Variable> find(String sender, List<SentCode> codes) {
        return match(sender, codes, List.of(), ValueOrigin.UNSAID).variable();
    }

    /**
     * @param sender who sent it, {@code MSH-3|MSH-4}
     * @param codes of the same thing, as sent; any of them may be known
     * @param panel the codes of the group that it is part of; may be empty
     */
    public CodeMatch match(String sender, List<SentCode> codes, List<SentCode> panel, ValueOrigin origin) {
        Variable own = ofSenders.isEmpty() ? null : first(codes, code -> own(ofSenders, sender, code));
        if (own != null) {
            return CodeMatch.of(own);
        }
        Variable exact = null;
        GeneralCode wide = null;
        boolean isOther = false;
        for (int i = 0; i < codes.size(); i++) {
            SentCode code = codes.get(i);
            Variable said = exact(code);
            GeneralCode more = said == null ? general.find(code) : null;
            if (isTorn(code) || (said != null && exact != null && !exact.equals(said))) {
                return CodeMatch.CONTRADICTING;
            }
            exact = said == null ? exact : said;
            wide = more == null ? wide : wide == null ? more : wide.and(more);
            isOther |= more == null
                    ? said == null && isUnknownMdc(code)
                    : more.among().isEmpty();
        }
        if (exact != null) {
            return wide == null || wide.among().contains(exact) ? CodeMatch.of(exact) : CodeMatch.CONTRADICTING;
        }
        if (wide != null) {
            return isOther ? CodeMatch.UNKNOWN : narrowed(sender, codes, wide, panel, origin);
        }
        return alias(sender, codes);
    }

    /** Nothing exact is said: the group above, then where it was measured, then the sender's own words, then what it means alone. */
    private CodeMatch narrowed(
            String sender, List<SentCode> codes, GeneralCode wide, List<SentCode> panel, ValueOrigin origin) {
        if (wide.among().isEmpty()) {
            return CodeMatch.CONTRADICTING;
        }
        GeneralCode left = within(wide, panel);
        Set<Variable> among = left.among();
        return left.at(origin)
                .or(() -> alias(sender, codes).variable().filter(among::contains))
                .or(left::alone)
                .map(CodeMatch::of)
                .orElse(CodeMatch.UNKNOWN);
    }

    /** A group of something else than {@code wide} says nothing of it; one of nothing that is known here leaves nothing. */
    private GeneralCode within(GeneralCode wide, List<SentCode> panel) {
        GeneralCode left = wide;
        for (SentCode code : panel) {
            GeneralCode group = general.find(code);
            boolean isGroup = group != null && group.alone().isEmpty();
            if (isGroup && (group.among().isEmpty() || !Collections.disjoint(left.among(), group.among()))) {
                left = left.and(group);
            }
        }
        return left;
    }

    /** More exact than any general code beside it, and not known here. */
    private static boolean isUnknownMdc(SentCode code) {
        return code.definedBy() == CodeSystem.MDC
                && (SentCode.number(code.code()) > 0
                        || code.name().startsWith("MDC_")
                        || code.code().startsWith("MDC_"));
    }

    private Variable exact(SentCode code) {
        return code.definedBy() == CodeSystem.MDC ? mdc(code) : loinc(code);
    }

    /** {@code 150035^MDC_PRESS_BLD_ART_PULM_MEAN}: a number and a name of MDC, both known, that speak of different things. */
    private boolean isTorn(SentCode code) {
        if (code.code().isEmpty() || code.name().isEmpty() || code.definedBy() != CodeSystem.MDC) {
            return false;
        }
        Variable one = mdc(code.code());
        Variable other = mdc(code.name());
        if (one != null && other != null) {
            return !one.name().equals(other.name());
        }
        GeneralCode wide = one == null ? general.mdc(code.code()) : null;
        GeneralCode otherWide = other == null ? general.mdc(code.name()) : null;
        if (wide == null) {
            return one != null && otherWide != null && !otherWide.among().contains(one);
        }
        return other != null
                ? !wide.among().contains(other)
                : otherWide != null && Collections.disjoint(wide.among(), otherWide.among());
    }

    /** By a number or a name of MDC; null when it is none that is exact. */
    private Variable mdc(String word) {
        return word.startsWith("MDC_") ? mdcNames.get(word) : mdcNumbers.get(SentCode.number(word));
    }

    /**
     * What everybody calls it; nothing when any of the codes has a text beside such a name that speaks of something else, or when
     * one says that a limit or a setting is sent.
     */
    private CodeMatch alias(String sender, List<SentCode> codes) {
        String known = null;
        for (SentCode code : codes) {
            LocalCodeMapping mapping = isElsewhere(code) ? null : mapping(ofAll, sender, code);
            if (LimitCodeWords.isIn(code.code()) || (mapping != null && contradicts(mapping, code))) {
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

    /** {@code X1^SYSTOLIC^99PA}: what the owner of a code calls it says what it is among that owner's things only. */
    private static boolean isOfForeignCode(LocalCodeMapping mapping, SentCode code) {
        boolean isOwners =
                OF_COMMON_NAMES.contains(code.system()) || code.system().indexOf(':') >= 0;
        return !isOwners && !code.code().isEmpty() && !mapping.isShortNameOf(code);
    }

    /** {@code MAP^Mean Airway Pressure} is no blood pressure: a short name means what the text beside it says. */
    private boolean contradicts(LocalCodeMapping mapping, SentCode code) {
        if (!mapping.isShortNameOf(code) || code.name().isEmpty()) {
            return false;
        }
        LocalCodeMapping text = mapping(ofAll, "", new SentCode("", "", code.name()));
        return text == null
                ? !VariableWords.describe(mapping.variable(), code.name())
                : !text.variable().equals(mapping.variable());
    }

    /**
     * What the codes say of where a variable was measured: the standard's name of an exact code that is not the catalogue's own
     * ({@code MDC_TEMP_RECT}) or of a general one of MDC, else the sender's words for its own code; empty for the catalogue's own.
     */
    public String sourceWord(Variable variable, List<SentCode> codes) {
        String general = "";
        String local = "";
        boolean isExact = false;
        for (SentCode code : codes) {
            if (variable.equals(exact(code))) {
                String word = standardWord(variable, code);
                if (!word.isEmpty()) {
                    return word;
                }
                isExact = true;
            } else if (this.general.find(code) != null) {
                general = general.isEmpty() ? standardWord(variable, code) : general;
            } else if (code.definedBy() == CodeSystem.LOCAL && local.isEmpty()) {
                local = SentCode.plain(code.name().isEmpty() ? code.code() : code.name());
            }
        }
        return isExact ? "" : general.isEmpty() ? local : general;
    }

    /** Empty for the catalogue's own code, and for a general one of LOINC: that says no more than the variable. */
    private String standardWord(Variable variable, SentCode code) {
        if (code.definedBy() == CodeSystem.MDC) {
            int number = SentCode.number(code.code());
            String name =
                    STANDARD_WORDS.getOrDefault("MDC|" + number, code.name().isEmpty() ? code.code() : code.name());
            boolean isOwn = variable.mdc().equals(String.valueOf(number))
                    || name.equals(STANDARD_WORDS.get("MDC|" + SentCode.number(variable.mdc())));
            return isOwn ? "" : name;
        }
        boolean saysMore = !variable.loinc().equals(code.code()) && loinc(code) != null;
        return saysMore ? STANDARD_WORDS.getOrDefault("LOINC|" + code.code(), "LOINC " + code.code()) : "";
    }

    private static Variable first(List<SentCode> codes, Function<SentCode, Variable> known) {
        for (SentCode code : codes) {
            Variable variable = known.apply(code);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    private Variable mdc(SentCode code) {
        Variable byNumber = mdcNumbers.get(SentCode.number(code.code()));
        byNumber = byNumber != null ? byNumber : mdcNumbers.get(SentCode.number(code.name()));
        if (byNumber != null) {
            return byNumber;
        }
        Variable byName = mdcNames.get(code.name());
        return byName != null ? byName : mdcNames.get(code.code());
    }

    /** Nobody else numbers like LOINC, with its check digit: a code of the table needs no system. */
    private Variable loinc(SentCode code) {
        return code.system().isEmpty() || code.definedBy() == CodeSystem.LOINC ? loinc.get(code.code()) : null;
    }

    /** Defined by those who say exactly what they mean; but many write LN beside codes of their own. */
    private static boolean isElsewhere(SentCode code) {
        CodeSystem system = code.definedBy();
        return system == CodeSystem.SNOMED || (system == CodeSystem.LOINC && isLoincNumber(code.code()));
    }

    private static boolean isLoincNumber(String code) {
        int dash = code.length() - 2;
        return dash > 0 && code.charAt(dash) == '-' && Character.isDigit(code.charAt(0));
    }

    private static Variable own(Map<String, List<LocalCodeMapping>> mappings, String sender, SentCode code) {
        LocalCodeMapping best = mapping(mappings, sender, code);
        return best == null ? null : variable(best.variable());
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

    private static CodeMap standardTables() {
        Map<Integer, Variable> numbers = new HashMap<>();
        Map<String, Variable> names = new HashMap<>();
        Map<String, Variable> loinc = new LinkedHashMap<>();
        for (NamedCsvRecord row : CodeTables.rows("codes.csv")) {
            Variable variable = variable(row.getField("variable"));
            if (row.getField("system").equals("MDC")) {
                numbers.put(SentCode.number(row.getField("code")), variable);
                names.put(row.getField("name"), variable);
            } else {
                loinc.put(row.getField("code"), variable);
            }
        }
        names.remove("");
        return new CodeMap(numbers, names, loinc, GeneralCodeTable.standard(), Map.of(), Map.of()).with(vendors());
    }

    private static Map<String, String> standardWords() {
        return CodeTables.rows("codes.csv").stream()
                .filter(row -> !row.getField("name").isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getField("system") + "|" + row.getField("code"),
                        row -> row.getField("name"),
                        (first, other) -> first));
    }

    private static List<LocalCodeMapping> vendors() {
        return CodeTables.rows("vendor-codes.csv").stream()
                .map(row -> new LocalCodeMapping(
                        row.getField("sender"), row.getField("code"), row.getField("name"), row.getField("variable")))
                .toList();
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
