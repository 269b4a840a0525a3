package org.vigie.access;

import java.util.ArrayList;
import java.util.List;

/** Keeps every recorded attempt. */
public final class RecordedAudit implements AuditTrail {
    private final List<AuditedAccess> recorded = new ArrayList<>();

    @Override
    public void record(AuditedAccess access) {
        recorded.add(access);
    }

    public List<AuditedAccess> recorded() {
        return recorded;
    }
}
