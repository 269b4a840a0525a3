package org.vigie.alerts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.progress.ReadHorizon;

/**
 * Leaves out the sweeps of a process that has just gone on after a halt. Another process may have its stays by then. A sweep of a state from
 * before the halt would escalate an alarm that somebody has acknowledged meanwhile, and would add a second entry of one number to the
 * ledger.
 *
 * <p>Two sweeps at most are left out, about ten seconds: then the group has given the stays away, or they still belong to this process.
 */
final class HaltedSweepFilter {
    private static final Logger LOG = LoggerFactory.getLogger(HaltedSweepFilter.class);
    private static final int MOST = 2;

    private final ReadHorizon readHorizon;
    private int leftOut;

    HaltedSweepFilter(ReadHorizon readHorizon) {
        this.readHorizon = readHorizon;
    }

    /** Returns whether the sweep of this moment is left out. */
    boolean isLeftOut() {
        if (leftOut < MOST && readHorizon.isAfterHalt()) {
            leftOut++;
            LOG.warn(
                    "This process was halted; its stays are checked again when it is sure that no other process has them");
            return true;
        }
        leftOut = readHorizon.isAfterHalt() ? leftOut : 0;
        return false;
    }
}
