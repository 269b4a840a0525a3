package org.vigie.replay.compare;

import java.util.Map;

/** Adds up the records of one hour, so that two sides with the same records have the same digest in whatever order they came. */
final class HourDigest {
    private long wardRecords;
    private long replayRecords;
    private long ward;
    private long replay;

    /** Takes two records that do not differ. */
    void takeSame(long hash) {
        takeWard(hash);
        takeReplay(hash);
    }

    void takeWard(long hash) {
        wardRecords++;
        ward += hash;
    }

    void takeReplay(long hash) {
        replayRecords++;
        replay += hash;
    }

    long records() {
        return wardRecords;
    }

    boolean isEqual() {
        return ward == replay && wardRecords == replayRecords;
    }

    /** Returns the figures by the names of the JSON answer. */
    Map<String, Object> figures(StayHour hour) {
        return Map.of(
                "kind", hour.kind(),
                "stay", hour.stay(),
                "hour", hour.hour(),
                "ward", "%d:%016x".formatted(wardRecords, ward),
                "replay", "%d:%016x".formatted(replayRecords, replay));
    }
}
