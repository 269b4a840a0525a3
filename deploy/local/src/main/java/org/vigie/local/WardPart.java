package org.vigie.local;

import java.util.EnumSet;
import java.util.Set;

/** Lists the parts of a local ward in the order of the data flow. They stop in reverse order: the beds first, the broker last. */
enum WardPart {
    DATA_LOCK,
    MONITORING,
    BROKER,
    REGISTRY,
    STORE,
    VITALS_STREAMS,
    ALERT_STREAMS,
    ALERT_ANALYTICS,
    MODEL_SERVER,
    RISK_FLINK,
    DASHBOARD_SINK,
    STATION,
    BEDSIDE_GATEWAY,
    BEDSIDE_SIMULATOR;

    /** Returns the parts of a whole ward, which do work of their own. */
    static Set<WardPart> ofTheWard() {
        return EnumSet.range(BROKER, BEDSIDE_SIMULATOR);
    }

    /** Returns the parts that other programs need: {@code ./vigie infra}. */
    static Set<WardPart> ofTheInfrastructure() {
        return EnumSet.range(BROKER, STORE);
    }
}
