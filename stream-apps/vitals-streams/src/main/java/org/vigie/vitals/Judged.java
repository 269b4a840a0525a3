package org.vigie.vitals;

import java.util.List;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.identify.Identity;

/**
 * A raw record with its verdicts.
 *
 * @param reasons one per reading, in their order
 * @param withdrawn for each reading what it takes back of what was kept
 */
record Judged(Raw raw, Identity identity, List<Reason> reasons, List<List<Double>> withdrawn) {
    Judged {
        reasons = List.copyOf(reasons);
        withdrawn = List.copyOf(withdrawn);
    }
}
