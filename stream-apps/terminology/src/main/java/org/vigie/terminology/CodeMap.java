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
        Variable found = null;
        GeneralCode wide = null;
        boolean isOther = false;
        for (int i = 0; i < codes.size(); i++) {
            SentCode code = codes.get(i);
            Variable known = exact.find(code);
            GeneralCode more = known == null ? general.find(code) : null;
            if (isTorn(code) || (known != null && found != null && !found.equals(known))) {
                return CodeMatch.CONTRADICTING;
            }
            found = known == null ? found : known;
            wide = more == null ? wide : wide == null ? more : wide.and(more);
            isOther |= more == null
                    ? known == null && isUnknownMdc(code)
                    : more.among().isEmpty();
        }
        if (found != null) {
            return wide == null || wide.among().contains(found) ? CodeMatch.of(found) : CodeMatch.CONTRADICTING;
        }
        if (wide != null) {
            return isOther ? CodeMatch.UNKNOWN : narrowed(sender, codes, wide, panel, origin);
        }
        return local.ofAllSenders(sender, codes);
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

    /** Says whether a code of MDC is not in the tables. Such a code is more exact than any general code beside it. */
    private static boolean isUnknownMdc(SentCode code) {
        return code.definedBy() == CodeSystem.MDC
                && (SentCode.number(code.code()) > 0
                        || code.name().startsWith("MDC_")
                        || code.code().startsWith("MDC_"));
    }

    /** Says whether the number and the name of a code are known and differ: {@code 150035^MDC_PRESS_BLD_ART_PULM_MEAN}. */
    private boolean isTorn(SentCode code) {
        if (code.code().isEmpty() || code.name().isEmpty() || code.definedBy() != CodeSystem.MDC) {
            return false;
        }
        Variable one = exact.mdc(code.code());
        Variable other = exact.mdc(code.name());
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

    /**
     * Returns the part of a channel label that the codes give. It is the standard's name of an exact code that is not the catalogue's own
     * ({@code MDC_TEMP_RECT}). Otherwise it is the name of a general code of MDC, then the sender's words for its own code. It is empty for
     * the catalogue's own code.
     */
    public String sourceWord(Variable variable, List<SentCode> codes) {
        String generalName = "";
        String localName = "";
        boolean isExact = false;
        for (SentCode code : codes) {
            if (variable.equals(exact.find(code))) {
                String word = exact.standardName(variable, code);
                if (!word.isEmpty()) {
                    return word;
                }
                isExact = true;
            } else if (general.find(code) != null) {
                generalName = generalName.isEmpty() ? exact.standardName(variable, code) : generalName;
            } else if (code.definedBy() == CodeSystem.LOCAL && localName.isEmpty()) {
                localName = SentCode.plain(code.name().isEmpty() ? code.code() : code.name());
            }
        }
        return isExact ? "" : generalName.isEmpty() ? localName : generalName;
    }
}
