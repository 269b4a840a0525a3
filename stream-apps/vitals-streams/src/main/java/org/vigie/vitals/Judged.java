package org.vigie.vitals;

import java.util.List;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.identify.Identity;

/**
 * A raw record with its verdicts.
 *
 * @param reasons one per reading, in their order
 */
record Judged(Raw raw, Identity identity, List<Reason> reasons) {
    Judged {
        reasons = List.copyOf(reasons);
    }
}
