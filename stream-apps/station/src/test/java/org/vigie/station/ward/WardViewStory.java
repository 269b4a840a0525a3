package org.vigie.station.ward;

import static org.vigie.station.StationRecords.admitted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Shows one bed and its monitor to a view of the ward. */
abstract class WardViewStory {
    static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");
    static final Duration GAP = Duration.ofMillis(250);

    final BedStory monitor = new WardStory().bed("REA/01", "s1");

    final WardView ward =
            new WardView(WardViewConfig.of(StalenessConfig.defaults()).withoutEstimate(), List.of(), 1, T0);

    BedSnapshot bed(String name, Instant wall) {
        return ward.snapshot(wall).beds().stream()
                .filter(bed -> bed.bed().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The first value of a bed, admitted when it was not yet. */
    ValueSnapshot value(String bed, Instant wall) {
        if (bed(bed, wall).occupant() == null) {
            ward.take(admitted(bed, "s1", T0.minusSeconds(3600)));
        }
        return bed(bed, wall).values().get(0);
    }
}
