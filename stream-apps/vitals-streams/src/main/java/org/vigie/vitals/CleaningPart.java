package org.vigie.vitals;

/** Represents one part of the cleaning state, as it is stored under a key of its own. */
sealed interface CleaningPart permits StoredMessage, StoredDevice, StoredChannel, StoredInstant, StoredBed {
    /** Returns the part's bytes. */
    byte[] encoded(CleaningStateFormat format);
}
