package org.vigie.access;

/** Records attempts of principals. An implementation never blocks and never throws: an attempt goes on when the trail is broken. */
public interface AuditTrail extends AutoCloseable {
    /** Records one attempt with its outcome. */
    void record(AuditedAccess access);

    @Override
    default void close() {}
}
