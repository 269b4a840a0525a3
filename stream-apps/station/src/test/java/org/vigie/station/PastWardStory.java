package org.vigie.station;

import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.raised;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.UnwatchedReason;
import org.vigie.station.past.LaterChange;
import org.vigie.station.past.PastSituation;
import org.vigie.station.past.PastWardSnapshot;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.ward.WardView;
import org.vigie.station.ward.WardViewConfig;
import org.vigie.testing.story.WardStory;

/** Tells an earlier situation of two beds: one with an open alarm and a number that was corrected since, one of another unit that was not watched. */
public final class PastWardStory {
    private static final String BED = "REA/01";
    private static final String OTHER = "CARDIO/01";

    private final WardViewConfig settings;

    public PastWardStory(WardViewConfig settings) {
        this.settings = settings;
    }

    /** Returns the situation at a time. */
    public PastWardSnapshot at(Instant at, Instant now) {
        var ward = new WardView(settings, List.of(), 1, at.minus(Duration.ofHours(1)));
        Instant measured = at.minusSeconds(2);
        ward.take(admitted(BED, "s1", at.minusSeconds(3600)));
        ward.take(admitted(OTHER, "s2", at.minusSeconds(3600)));
        ward.take(new WardStory()
                .bed(BED, "s1")
                .at(measured)
                .kept("hr", 82)
                .kept("spo2", 97)
                .clean());
        ward.take(new WardStory().bed(OTHER, "s2").at(measured).kept("hr", 61).clean());
        ward.take(raised("a1", BED, "s1", AlarmPriorityRecord.HIGH, measured));
        long known = at.plusSeconds(30).toEpochMilli();
        var limit = new LimitInForceSnapshot("hr", "ABOVE", "MEDIUM", 130, true);
        var past = new PastSituation(
                at.toEpochMilli(),
                now.toEpochMilli(),
                6,
                ward.snapshot(at).rules().version(),
                Map.of(BED, List.of(limit), OTHER, List.of(limit)),
                List.of(
                        new LaterChange(BED, "CORRECTED", "s1", "hr", 82.0, 128.0, measured.toEpochMilli(), known),
                        new LaterChange(OTHER, "WITHDRAWN", "s2", "hr", 61.0, null, measured.toEpochMilli(), known)),
                now.toEpochMilli(),
                at.minus(Duration.ofHours(1)).toEpochMilli());
        var unwatched = new BedFreshnessSnapshot(
                OTHER,
                0,
                0,
                null,
                UnwatchedReason.CANARY_MISSED,
                at.minusSeconds(90).toEpochMilli());
        return new PastWardSnapshot(ward.snapshot(at), List.of(unwatched), past);
    }
}
