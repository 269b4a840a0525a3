package org.vigie.station.health;

/** Names why a bed is not watched although its monitor may send. */
public enum UnwatchedReason {
    /** Readings wait in a partition and are not processed. */
    UNREAD,
    /** The canary patient of a partition does not arrive. */
    CANARY_MISSED
}
