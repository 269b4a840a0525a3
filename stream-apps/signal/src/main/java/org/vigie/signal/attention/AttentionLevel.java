package org.vigie.signal.attention;

/** Lists how much attention a patient needs, the most first. */
public enum AttentionLevel {
    HIGH,
    MEDIUM,
    LOW,
    /** Everything that is needed was measured, and no rule applies. */
    NORMAL,
    /** Needed values are missing or stale, and no rule asks for more than {@link #LOW}. */
    UNKNOWN;

    boolean isAtLeast(AttentionLevel other) {
        return compareTo(other) <= 0;
    }
}
