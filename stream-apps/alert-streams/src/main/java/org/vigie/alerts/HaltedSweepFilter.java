package org.vigie.alerts;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.progress.ReadHorizon;

/**
 * Leaves out the sweeps of a process that has just gone on after a halt. Another process may have its stays by then. A sweep of a state from
 * before the halt would escalate an alarm that somebody has acknowledged meanwhile, and would add a second entry of one number to the
 * ledger.
 *
 * <p>After a halt two sweeps at most are left out, about ten seconds: then the group has given the stays away, or they still belong to this
 * process. A process that is halted again and again checks its stays after half a minute nevertheless.
 */
final class HaltedSweepFilter {
    private static final Logger LOG = LoggerFactory.getLogger(HaltedSweepFilter.class);
    private static final int MOST_OF_ONE_HALT = 2;
    private static final int MOST_IN_A_ROW = 6;

    private final ReadHorizon readHorizon;
    private Instant resumed = Instant.MIN;
    private int leftOut;
    private int inARow;

    HaltedSweepFilter(ReadHorizon readHorizon) {
        this.readHorizon = readHorizon;
    }

    /** Returns whether the sweep of this moment is left out. */
    boolean isLeftOut() {
        Optional<Instant> recent = readHorizon.resumedAt();
        if (recent.isEmpty()) {
            inARow = 0;
            return false;
        }
        leftOut = recent.get().equals(resumed) ? leftOut : 0;
        resumed = recent.get();
        return leftOut < MOST_OF_ONE_HALT && inARow < MOST_IN_A_ROW && leaveOut();
    }

    /** Returns whether the newest sweep may go on: this process was not halted since it began. */
    boolean mayGoOn() {
        return readHorizon.resumedAt().map(resumed::equals).orElse(true);
    }

    private boolean leaveOut() {
        leftOut++;
        inARow++;
        LOG.warn("This process was halted; its stays are checked again when it is sure that no other process has them");
        return true;
    }
}
