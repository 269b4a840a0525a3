package org.vigie.gateway.codes;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.Variable;

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

    /** The tables that ship with Vigie. */
    public static CodeMap standard() {
        return STANDARD;
    }

    /** This map and more. A later mapping of the same sender and code replaces an earlier one. */
    public CodeMap with(Iterable<LocalCodeMapping> mappings) {
        return new CodeMap(exact, general, local.with(mappings));
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
        Variable own = local.ofSender(sender, codes);
        if (own != null) {
            return CodeMatch.of(own);
        }
        Variable found = null;
        GeneralCode wide = null;
        boolean isOther = false;
        for (int i = 0; i < codes.size(); i++) {
            SentCode code = codes.get(i);
            Variable said = exact.find(code);
            GeneralCode more = said == null ? general.find(code) : null;
            if (isTorn(code) || (said != null && found != null && !found.equals(said))) {
                return CodeMatch.CONTRADICTING;
            }
            found = said == null ? found : said;
            wide = more == null ? wide : wide == null ? more : wide.and(more);
            isOther |= more == null
                    ? said == null && isUnknownMdc(code)
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

    /** Nothing exact is said: the group above, then where it was measured, then the sender's own words, then what it means alone. */
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


    /** {@code 150035^MDC_PRESS_BLD_ART_PULM_MEAN}: a number and a name of MDC, both known, that speak of different things. */
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
     * What the codes say of where a variable was measured: the standard's name of an exact code that is not the catalogue's own
     * ({@code MDC_TEMP_RECT}) or of a general one of MDC, else the sender's words for its own code; empty for the catalogue's own.
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
