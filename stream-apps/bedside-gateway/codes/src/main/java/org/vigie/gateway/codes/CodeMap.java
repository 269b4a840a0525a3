package org.vigie.gateway.codes;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<Integer, Variable> mdcNumbers;
    private final Map<String, Variable> mdcNames;
    private final Map<String, Variable> loinc;
    private final Map<String, List<Mapping>> own;

    private CodeMap(
            Map<Integer, Variable> mdcNumbers,
            Map<String, Variable> mdcNames,
            Map<String, Variable> loinc,
            Map<String, List<Mapping>> own) {
        this.mdcNumbers = mdcNumbers;
        this.mdcNames = mdcNames;
        this.loinc = loinc;
        this.own = own;
    }

    /** The tables that ship with Vigie. */
    public static CodeMap standard() {
        return STANDARD;
    }

    /** This map and more. A later mapping of the same sender and code replaces an earlier one. */
    public CodeMap with(Iterable<Mapping> mappings) {
        Map<String, List<Mapping>> more = new HashMap<>(own);
        for (Mapping mapping : mappings) {
            var unused = variable(mapping.variable());
            more.merge(key(mapping), List.of(mapping), CodeMap::joined);
        }
        return new CodeMap(mdcNumbers, mdcNames, loinc, more);
    }

    /**
     * @param sender who sent it, {@code MSH-3|MSH-4}
     * @param codes of the same thing, as sent; any of them may be known
     */
    public Optional<Variable> find(String sender, List<Code> codes) {
        return first(codes, code -> ownCode(sender, code, true))
                .or(() -> first(codes, this::mdc))
                .or(() -> pulseOximetry(codes))
                .or(() -> first(codes, this::loinc))
                .or(() -> first(codes, code -> ownCode(sender, code, false)));
    }

    private static Optional<Variable> first(List<Code> codes, java.util.function.Function<Code, Variable> known) {
        for (Code code : codes) {
            Variable variable = known.apply(code);
            if (variable != null) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    private Variable mdc(Code code) {
        if (code.definedBy() != CodeSystem.MDC) {
            return null;
        }
        Variable byNumber = mdcNumbers.get(Code.number(code.code()));
        if (byNumber == null) {
            byNumber = mdcNumbers.get(Code.number(code.name()));
        }
        if (byNumber != null) {
            return byNumber;
        }
        Variable byName = mdcNames.get(code.name());
        return byName != null ? byName : mdcNames.get(code.code());
    }

    /** 2708-6 alone is arterial saturation; beside 59408-5 it is the pulse oximeter's (US Core sends both). */
    private Optional<Variable> pulseOximetry(List<Code> codes) {
        return first(codes, code -> code.code().equals("59408-5") ? loinc(code) : null);
    }

    private Variable loinc(Code code) {
        return code.definedBy() == CodeSystem.LOINC ? loinc.get(code.code()) : null;
    }

    private Variable ownCode(String sender, Code code, boolean ofOneSender) {
        CodeSystem system = code.definedBy();
        if (!ofOneSender && (system == CodeSystem.LOINC || system == CodeSystem.SNOMED)) {
            return null;
        }
        Mapping best = null;
        for (String word : List.of(Code.plain(code.code()), Code.plain(code.name()))) {
            for (Mapping mapping : own.getOrDefault(word, List.of())) {
                if (mapping.sender().equals("*") != ofOneSender
                        && mapping.fits(sender, code)
                        && (best == null || mapping.precision() > best.precision())) {
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
        return new CodeMap(numbers, names, loinc, Map.of()).with(vendors());
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
