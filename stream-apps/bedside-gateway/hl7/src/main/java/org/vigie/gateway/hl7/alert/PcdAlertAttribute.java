package org.vigie.gateway.hl7.alert;

import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.SentCode;

/** Lists the attributes of an alarm that a row describes (IHE PCD-04). Each has MDC numbers of two generations. */
enum PcdAlertAttribute {
    SOURCE,
    PHASE,
    STATE,
    INACTIVATION,
    PRIORITY,
    TYPE,
    TEXT;

    private static final Map<Integer, PcdAlertAttribute> NUMBERS = Map.ofEntries(
            Map.entry(68480, SOURCE),
            Map.entry(68164, SOURCE),
            Map.entry(68481, PHASE),
            Map.entry(68165, PHASE),
            Map.entry(68482, STATE),
            Map.entry(68166, STATE),
            Map.entry(68483, INACTIVATION),
            Map.entry(68167, INACTIVATION),
            Map.entry(68484, PRIORITY),
            Map.entry(68168, PRIORITY),
            Map.entry(68485, TYPE),
            Map.entry(68169, TYPE),
            Map.entry(68546, TEXT));

    private static final Map<String, PcdAlertAttribute> NAMES = Map.ofEntries(
            Map.entry("MDC_ATTR_ALERT_SOURCE", SOURCE),
            Map.entry("MDC_ATTR_EVENT_PHASE", PHASE),
            Map.entry("MDC_ATTR_EVT_PHASE", PHASE),
            Map.entry("MDC_ATTR_ALARM_STATE", STATE),
            Map.entry("MDC_ATTR_ALERT_STATE", STATE),
            Map.entry("MDC_ATTR_ALARM_INACTIVATION_STATE", INACTIVATION),
            Map.entry("MDC_ATTR_ALERT_INACTIVATION_STATE", INACTIVATION),
            Map.entry("MDC_ATTR_ALARM_PRIORITY", PRIORITY),
            Map.entry("MDC_ATTR_ALERT_PRIORITY", PRIORITY),
            Map.entry("MDC_ATTR_ALERT_TYPE", TYPE),
            Map.entry("MDC_ATTR_ALARM_TYPE", TYPE),
            Map.entry("MDC_ATTR_ALERT_TEXT", TEXT));

    static Optional<PcdAlertAttribute> of(ObxSegment row) {
        for (SentCode code : row.codes()) {
            PcdAlertAttribute named = NAMES.getOrDefault(code.name(), NAMES.get(code.code()));
            PcdAlertAttribute known = named != null ? named : NUMBERS.get(SentCode.number(code.code()));
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }
}
