package org.vigie.terminology;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.Variable;

/**
 * Finds the variable that the codes of one value name. Immutable.
 *
 * <p>The rules, in their order: a mapping by the integrator decides. Otherwise the most exact code of MDC or LOINC decides. Codes that
 * contradict each other name no variable, in whatever order they stand. A general code ({@code general-codes.csv}: a saturation, a systolic
 * pressure) counts when there is no exact code. Its meaning follows from the group above the value and from its origin. A sender's own
 * words count when there is no code of a standard.
 *
 * <p>Sources: IHE PCD Technical Framework vol. 2, ISO/IEEE 11073-10101, LOINC, and public interface descriptions of vendors.
 */
public final class CodeMap {
    private static final CodeMap STANDARD =
            new CodeMap(ExactCodeTable.standard(), GeneralCodeTable.standard(), LocalCodeTable.ofVendors());

    private final ExactCodeTable exact;
    private final GeneralCodeTable general;
    private final LocalCodeTable local;

    private CodeMap(ExactCodeTable exact, GeneralCodeTable general, LocalCodeTable local) {
        this.exact = exact;
        this.general = general;
        this.local = local;
    }

    /** Returns the map of the tables that ship with Vigie. */
    public static CodeMap standard() {
        return STANDARD;
    }

    /** Returns this map with more mappings. A later mapping of the same sender and code replaces an earlier one. */
    public CodeMap with(Iterable<LocalCodeMapping> mappings) {
        return new CodeMap(exact, general, local.with(mappings));
    }

    /** Finds the variable of codes without a group and without a known origin. */
    public Optional<Variable> find(String sender, List<SentCode> codes) {
        return match(sender, codes, List.of(), ValueOrigin.UNKNOWN).variable();
    }

    /**
     * Finds the variable of the codes of one value.
     *
     * @param sender the sender, {@code MSH-3|MSH-4}
     * @param codes the codes of the value, as sent
     * @param panel the codes of the group that the value is part of; may be empty
     */
    public CodeMatch match(String sender, List<SentCode> codes, List<SentCode> panel, ValueOrigin origin) {
        Variable own = local.ofSender(sender, codes);
        if (own != null) {
            return CodeMatch.of(own);
        }
        FoundCodes found = new FoundCodes(exact, general);
        codes.forEach(found::add);
        if (found.isContradicting()) {
            return CodeMatch.CONTRADICTING;
        }
        return found.exact()
                .map(variable -> CodeMatch.of(variable, found.onlyUnit()))
                .or(() -> found.general().map(wide -> general(sender, codes, found, panel, origin)))
                .orElseGet(() -> local.ofAllSenders(sender, codes));
    }

    private CodeMatch general(
            String sender, List<SentCode> codes, FoundCodes found, List<SentCode> panel, ValueOrigin origin) {
        return found.hasOther()
                ? CodeMatch.UNKNOWN
                : narrowed(sender, codes, found.general().orElseThrow(), panel, origin);
    }

    /**
     * Chooses among the variables of a general code: by the group above, then by the origin, then by the sender's own words, then by the
     * code alone.
     */
    private CodeMatch narrowed(
            String sender, List<SentCode> codes, GeneralCode wide, List<SentCode> panel, ValueOrigin origin) {
        if (wide.among().isEmpty()) {
            return CodeMatch.CONTRADICTING;
        }
        GeneralCode left = within(wide, panel);
        Set<Variable> among = left.among();
        return left.at(origin)
                .or(() -> local.ofAllSenders(sender, codes).variable().filter(among::contains))
                .or(left::alone)
                .map(CodeMatch::of)
                .orElse(CodeMatch.UNKNOWN);
    }

    /**
     * Restricts a general code to the variables of its group. A group of other variables is ignored. A group without known variables leaves
     * none.
     */
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

    /**
     * Returns the part of a channel label that the codes give. It is the standard's name of an exact code that is not the catalogue's own
     * ({@code MDC_TEMP_RECT}). Otherwise it is the name of a general code of MDC, then the sender's words for its own code. It is empty for
     * the catalogue's own code.
     */
    public String sourceWord(Variable variable, List<SentCode> codes) {
        return new SourceWordFinder(exact, general, variable).find(codes);
    }
}
