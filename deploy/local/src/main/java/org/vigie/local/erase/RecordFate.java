package org.vigie.local.erase;

/** Says what becomes of one record of a topic. */
sealed interface RecordFate {
    /** The record concerns the patient alone. */
    record Removed() implements RecordFate {}

    /** The record concerns others, too, and goes on without the patient. */
    record Replaced(byte[] value) implements RecordFate {}

    /** The record does not concern the patient. */
    record Kept() implements RecordFate {}

    RecordFate REMOVED = new Removed();

    RecordFate KEPT = new Kept();

    static RecordFate replacedBy(byte[] value) {
        return new Replaced(value);
    }
}
