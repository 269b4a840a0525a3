package org.vigie.local;

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
    BEDSIDE_SIMULATOR
}
