package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * From codes to variables. MDC goes by number, by its name only when there is no number we know; then LOINC; then the sender's own
 * codes. Immutable.
 *
 * <p>Sources: IHE PCD Technical Framework vol. 2, ISO/IEEE 11073-10101, LOINC, as collected in the catalogue's reference; vendors'
 * codes as seen in their public interface descriptions.
 */
public final class CodeMap {
    private static final CodeMap STANDARD = standardTables();

    /** Pressures of the blood, nobody says where: beside such a number a more exact name counts. */
    private static final Set<Integer> ANY_PRESSURE = Set.of(150017, 150018, 150019);

    private final Map<Integer, Variable> mdcNumbers;
    private final Map<String, Variable> mdcNames;
    private final Map<String, Variable> loinc;
    private final Map<String, List<Mapping>> ofSenders;
    private final Map<String, List<Mapping>> ofAll;

    private CodeMap(
            Map<Integer, Variable> mdcNumbers,
            Map<String, Variable> mdcNames,
            Map<String, Variable> loinc,
            Map<String, List<Mapping>> ofSenders,
            Map<String, List<Mapping>> ofAll) {
        this.mdcNumbers = mdcNumbers;
        this.mdcNames = mdcNames;
        this.loinc = loinc;
        this.ofSenders = ofSenders;
        this.ofAll = ofAll;
    }

    /** The tables that ship with Vigie. */
    public static CodeMap standard() {
        return STANDARD;
    }

    /** This map and more. A later mapping of the same sender and code replaces an earlier one. */
    public CodeMap with(Iterable<Mapping> mappings) {
        Map<String, List<Mapping>> senders = new HashMap<>(ofSenders);
        Map<String, List<Mapping>> all = new HashMap<>(ofAll);
        for (Mapping mapping : mappings) {
            var unused = variable(mapping.variable());
            (mapping.isForAll() ? all : senders).merge(key(mapping), List.of(mapping), CodeMap::joined);
        }
        return new CodeMap(mdcNumbers, mdcNames, loinc, senders, all);
    }

    /**
     * @param sender who sent it, {@code MSH-3|MSH-4}
     * @param codes of the same thing, as sent; any of them may be known
     */
    public Optional<Variable> find(String sender, List<Code> codes) {
        Variable known = ofSenders.isEmpty() ? null : first(codes, code -> own(ofSenders, sender, code));
        known = known != null ? known : first(codes, this::mdc);
        known = known != null ? known : pulseOximetry(codes);
        known = known != null ? known : first(codes, this::loinc);
        known = known != null ? known : first(codes, code -> isElsewhere(code) ? null : own(ofAll, sender, code));
        return Optional.ofNullable(known);
    }

    private static Variable first(List<Code> codes, Function<Code, Variable> known) {
        for (Code code : codes) {
            Variable variable = known.apply(code);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    private Variable mdc(Code code) {
        if (code.definedBy() != CodeSystem.MDC) {
            return null;
        }
        int number = Code.number(code.code());
        Variable byNumber = mdcNumbers.get(number);
        if (byNumber == null) {
            byNumber = mdcNumbers.get(Code.number(code.name()));
        }
        if (byNumber != null && !ANY_PRESSURE.contains(number)) {
            return byNumber;
        }
        Variable byName = mdcNames.get(code.name());
        byName = byName != null ? byName : mdcNames.get(code.code());
        return byName != null ? byName : byNumber;
    }

    /** 2708-6 alone is arterial saturation; beside 59408-5 it is the pulse oximeter's (US Core sends both). */
    private Variable pulseOximetry(List<Code> codes) {
        return first(codes, code -> code.code().equals("59408-5") ? loinc(code) : null);
    }

    /** Nobody else numbers like LOINC, with its check digit: a code of the table needs no system. */
    private Variable loinc(Code code) {
        return code.system().isEmpty() || code.definedBy() == CodeSystem.LOINC ? loinc.get(code.code()) : null;
    }

    /** Defined by those who say exactly what they mean; but many write LN beside codes of their own. */
    private static boolean isElsewhere(Code code) {
        CodeSystem system = code.definedBy();
        return system == CodeSystem.SNOMED || (system == CodeSystem.LOINC && isLoincNumber(code.code()));
    }

    private static boolean isLoincNumber(String code) {
        int dash = code.length() - 2;
        return dash > 0 && code.charAt(dash) == '-' && Character.isDigit(code.charAt(0));
    }

    private static Variable own(Map<String, List<Mapping>> mappings, String sender, Code code) {
        Mapping best = null;
        for (String word : List.of(Code.plain(code.code()), Code.plain(code.name()))) {
            for (Mapping mapping : mappings.getOrDefault(word, List.of())) {
                if (mapping.fits(sender, code) && (best == null || mapping.precision() > best.precision())) {
                    best = mapping;
                }
            }
        }
        return best == null ? null : variable(best.variable());
    }

    private static CodeMap standardTables() {
        Map<Integer, Variable> numbers = new HashMap<>();
        Map<String, Variable> names = new HashMap<>();
        Map<String, Variable> loinc = new LinkedHashMap<>();
        for (NamedCsvRecord row : Table.rows("codes.csv")) {
            Variable variable = variable(row.getField("variable"));
            if (row.getField("system").equals("MDC")) {
                numbers.put(Code.number(row.getField("code")), variable);
                names.put(row.getField("name"), variable);
            } else {
                loinc.put(row.getField("code"), variable);
            }
        }
        names.remove("");
        return new CodeMap(numbers, names, loinc, Map.of(), Map.of()).with(vendors());
    }

    private static List<Mapping> vendors() {
        return Table.rows("vendor-codes.csv").stream()
                .map(row -> new Mapping(
                        row.getField("sender"), row.getField("code"), row.getField("name"), row.getField("variable")))
                .toList();
    }

    private static Variable variable(String name) {
        return VariableCatalogue.standard().get(name);
    }

    private static String key(Mapping mapping) {
        return mapping.code().isEmpty() ? mapping.name() : mapping.code();
    }

    private static List<Mapping> joined(List<Mapping> before, List<Mapping> added) {
        List<Mapping> all = new ArrayList<>(before);
        all.removeIf(old -> old.sender().equals(added.get(0).sender())
                && old.code().equals(added.get(0).code())
                && old.name().equals(added.get(0).name()));
        all.addAll(added);
        all.sort(Comparator.comparingInt(Mapping::precision).reversed());
        return List.copyOf(all);
    }
}
