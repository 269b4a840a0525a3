package org.vigie.access.server;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;

/**
 * Publishes what a server for programs decided. What the apps of the ward themselves may do goes to the log alone, because each start
 * repeats it. The connection to the broker is opened for the first event.
 */
final class ProgramAuditTrail implements AuditTrail {
    private final AuditTrail log;
    private final Supplier<AuditTrail> opened;
    private @Nullable AuditTrail published;
    private boolean isClosed;

    /**
     * Creates a trail.
     *
     * @param log takes what is routine
     * @param opened opens the trail of everything else
     */
    ProgramAuditTrail(AuditTrail log, Supplier<AuditTrail> opened) {
        this.log = log;
        this.opened = opened;
    }

    @Override
    public void record(AuditedAccess access) {
        if (isRoutine(access)) {
            log.record(access);
        } else {
            publish(access);
        }
    }

    private static boolean isRoutine(AuditedAccess access) {
        return access.decision().isPermitted()
                && access.attempt().who().subject().equals(ProgramAccess.WARD);
    }

    private synchronized void publish(AuditedAccess access) {
        if (isClosed) {
            log.record(access);
            return;
        }
        if (published == null) {
            published = opened.get();
        }
        published.record(access);
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (published != null) {
            published.close();
        }
    }
}
