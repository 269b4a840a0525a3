package org.vigie.vitals;

import org.vigie.signal.identify.Identity;

/** A raw record and the stay it belongs to; {@link #UNKNOWN_BED} when there is no such bed. */
record Identified(Raw raw, Identity identity) {
    static final Identity UNKNOWN_BED = new Identity("", false);
}
