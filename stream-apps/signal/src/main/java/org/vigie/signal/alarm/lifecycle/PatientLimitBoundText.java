package org.vigie.signal.alarm.lifecycle;

import java.math.BigDecimal;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.PatientLimitBound;
import org.vigie.signal.text.LocalizedText;

/** Writes the range of a bound for the person whose limit lies outside. */
record PatientLimitBoundText(PatientLimitBound bound) {
    /** Returns the sentence with variable, priority, range, unit and role. */
    LocalizedText refused() {
        String from = number(bound.floor());
        String to = number(bound.ceiling());
        String unit = VariableCatalogue.standard().get(bound.variable()).unit();
        String limit = bound.variable() + " " + bound.side().sign() + " (" + bound.priority() + ")";
        return new LocalizedText(
                "Limite refusée : " + limit + " entre " + from + " et " + to + " " + unit + " pour le rôle "
                        + bound.role(),
                "Limit refused: " + limit + " between " + from + " and " + to + " " + unit + " for the role "
                        + bound.role());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
