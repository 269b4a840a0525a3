package org.vigie.signal.alarm.event;

/** Lists the kinds of alarm events, by the words of the ledger. */
public enum AlarmEventKind {
    RAISED,
    CLEARED,
    UPGRADED,
    DOWNGRADED,
    ACKNOWLEDGED,
    AUDIO_PAUSED,
    AUDIO_RESUMED,
    SHELVED,
    UNSHELVED,
    ESCALATED,
    LATCHED,
    FEEDBACK,
    LIMIT_SET,
    LIMIT_EXPIRED,
    NEWS2_SCALE_SET,
    NEWS2_SCALE_EXPIRED,
    COMMAND_REFUSED,
    CALLED_AGAIN,
    TREATMENT_LIMITATION_SET,
    NURSE_ASSIGNED,
    ESTIMATE_RECORDED
}
