package org.vigie.local.erase;

/** Says what becomes of one record of a topic. */
sealed interface RecordFate {
    /** The record concerns the patient alone. */
    record RemovedFate() implements RecordFate {}

    /** The record concerns others, too, and goes on without the patient. */
    record ReplacedFate(byte[] value) implements RecordFate {}

    /** The record does not concern the patient. */
    record KeptFate() implements RecordFate {}

    RecordFate REMOVED = new RemovedFate();

    RecordFate KEPT = new KeptFate();

    static RecordFate replacedBy(byte[] value) {
        return new ReplacedFate(value);
    }
}
