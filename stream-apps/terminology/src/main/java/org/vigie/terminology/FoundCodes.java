package org.vigie.terminology;

import java.util.Collections;
import java.util.Optional;
import org.vigie.schemas.variable.Variable;

/** Collects what the tables say about the codes of one value: an exact code, a general code, or a contradiction. */
final class FoundCodes {
    private final ExactCodeTable exactTable;
    private final GeneralCodeTable generalTable;
    private Variable exact;
    private String onlyUnit = "";
    private GeneralCode general;
    private boolean hasOther;
    private boolean isContradicting;

    FoundCodes(ExactCodeTable exact, GeneralCodeTable general) {
        this.exactTable = exact;
        this.generalTable = general;
    }

    void add(SentCode code) {
        Variable known = exactTable.find(code);
        GeneralCode more = known == null ? generalTable.find(code) : null;
        isContradicting |= isTorn(code) || (known != null && exact != null && !exact.equals(known));
        exact = known == null ? exact : known;
        onlyUnit = known == null || !onlyUnit.isEmpty() ? onlyUnit : exactTable.onlyUnit(code);
        if (more != null) {
            general = general == null ? more : general.and(more);
            hasOther |= more.among().isEmpty();
        } else {
            hasOther |= known == null && isUnknownMdc(code);
        }
    }

    /** Returns the variable of an exact code. */
    Optional<Variable> exact() {
        return Optional.ofNullable(exact);
    }

    /** Returns the only unit that one of the exact codes allows. Empty when each unit has the same meaning. */
    String onlyUnit() {
        return onlyUnit;
    }

    /** Returns what all general codes leave. */
    Optional<GeneralCode> general() {
        return Optional.ofNullable(general);
    }

    /** Returns true when one of the codes names a quantity that is not in the tables. */
    boolean hasOther() {
        return hasOther;
    }

    /** Returns true when the codes name different variables, in whatever order they stand. */
    boolean isContradicting() {
        return isContradicting
                || (exact != null && general != null && !general.among().contains(exact));
    }

    /** Returns true when a code of MDC is not in the tables. Such a code is more exact than any general code beside it. */
    private static boolean isUnknownMdc(SentCode code) {
        return code.definedBy() == CodeSystem.MDC
                && (SentCode.number(code.code()) > 0
                        || code.name().startsWith("MDC_")
                        || code.code().startsWith("MDC_"));
    }

    /** Returns true when the number and the name of a code are known and differ: {@code 150035^MDC_PRESS_BLD_ART_PULM_MEAN}. */
    private boolean isTorn(SentCode code) {
        if (code.code().isEmpty() || code.name().isEmpty() || code.definedBy() != CodeSystem.MDC) {
            return false;
        }
        Variable byNumber = exactTable.mdc(code.code());
        Variable byName = exactTable.mdc(code.name());
        if (byNumber != null && byName != null) {
            return !byNumber.name().equals(byName.name());
        }
        GeneralCode generalNumber = byNumber == null ? generalTable.mdc(code.code()) : null;
        GeneralCode generalName = byName == null ? generalTable.mdc(code.name()) : null;
        return isOutside(byNumber, generalName)
                || isOutside(byName, generalNumber)
                || areDisjoint(generalNumber, generalName);
    }

    private static boolean areDisjoint(GeneralCode one, GeneralCode other) {
        return one != null && other != null && Collections.disjoint(one.among(), other.among());
    }

    private static boolean isOutside(Variable exact, GeneralCode general) {
        return exact != null && general != null && !general.among().contains(exact);
    }
}
