package org.vigie.replay.export;

/** Says what a row does to an earlier row of its table. */
enum ExportedChange {
    /** A reading of its own. */
    NONE,
    /** Names an earlier value that its sender withdrew or replaced. */
    WITHDRAWN,
    /** Names a message of a provisional stay that was published again under its patient. */
    IDENTIFIED
}
