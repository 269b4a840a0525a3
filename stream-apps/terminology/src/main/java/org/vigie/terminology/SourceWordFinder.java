package org.vigie.terminology;

import java.util.List;
import org.vigie.schemas.variable.Variable;

/** Finds the part of a channel label that the codes of one value give. */
final class SourceWordFinder {
    private final ExactCodeTable exact;
    private final GeneralCodeTable general;
    private final Variable variable;
    private String standardName = "";
    private String generalName = "";
    private String localName = "";
    private boolean isExact;

    /** @param variable the variable that the codes mean */
    SourceWordFinder(ExactCodeTable exact, GeneralCodeTable general, Variable variable) {
        this.exact = exact;
        this.general = general;
        this.variable = variable;
    }

    String find(List<SentCode> codes) {
        codes.forEach(this::add);
        if (isExact) {
            return standardName;
        }
        return generalName.isEmpty() ? localName : generalName;
    }

    private void add(SentCode code) {
        if (variable.equals(exact.find(code))) {
            isExact = true;
            standardName = standardName.isEmpty() ? exact.standardName(variable, code) : standardName;
        } else if (general.find(code) != null) {
            generalName = generalName.isEmpty() ? exact.standardName(variable, code) : generalName;
        } else if (code.definedBy() == CodeSystem.LOCAL && localName.isEmpty()) {
            localName = SentCode.plain(code.name().isEmpty() ? code.code() : code.name());
        }
    }
}
