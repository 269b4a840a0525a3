package org.vigie.gateway.hl7.observation;

import java.util.Set;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.SentCode;

/**
 * Recognises the rows that name what happened at an infusion pump: the start, the stop or the end of a delivery. They are no alarms: pumps
 * send those as ORU^R40. Source: IHE PCD, supplement Infusion Pump Event Communication (PCD-10, ORU^R42).
 */
public final class PumpEventRows {
    /** MDC_ATTR_EVT_COND, whose value is the event. */
    private static final int CONDITION = 68487;

    private static final Set<String> ENDS_OF_DELIVERY = Set.of("PUMP_DELIV_STOP", "PUMP_DELIV_COMP");

    private PumpEventRows() {}

    /** Returns true for the row of a message that names its event. */
    public static boolean isEvent(Er7Message message, ObxSegment row) {
        boolean isEventMessage = message.type().equals("ORU") && message.event().equals("R42");
        return isEventMessage && !row.isEmpty() && (row.isEvent() || isCondition(row));
    }

    /** Returns true for the event that a delivery stopped or is complete. */
    static boolean isEndOfDelivery(ObxSegment row) {
        String named = isCondition(row)
                ? row.segment().raw(5)
                : row.isEvent() ? row.segment().raw(3) : "";
        return ENDS_OF_DELIVERY.stream().anyMatch(named::contains);
    }

    private static boolean isCondition(ObxSegment row) {
        return row.codes().stream()
                .anyMatch(code -> code.name().equals("MDC_ATTR_EVT_COND") || SentCode.number(code.code()) == CONDITION);
    }
}
