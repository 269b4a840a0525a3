package org.vigie.analytics;

import java.time.Duration;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.testing.story.AlertStory;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Plays an alarm flood in one unit and a single alarm in another. It stops in the middle, where an upgrade happens, and goes on. */
final class EarlierAnalyticsStory {
    private static final int FLOOD = 25;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AnalyticsTopologyDriver analytics;
    private final WardStory ward = new WardStory();
    private final BedStory flooded = ward.bed("REA/03", "stay-1");
    private final BedStory calm = ward.bed("USC/1", "stay-2");

    EarlierAnalyticsStory(AnalyticsTopologyDriver analytics) {
        this.analytics = analytics;
    }

    void playBefore() {
        for (int i = 0; i < FLOOD; i++) {
            analytics.send(entry(alert(flooded, "a" + i, 10 * i), AlertStateRecord.RAISED, 10 * i));
        }
        analytics.send(entry(alert(calm, "single", 200), AlertStateRecord.RAISED, 200));
        analytics.send(entry(alert(flooded, "a0", 0), AlertStateRecord.ACKNOWLEDGED, 250));
        analytics.send(entry(alert(flooded, "a1", 10), AlertStateRecord.CLEARED, 260));
        analytics.pass(MINUTE);
    }

    /** Plays the rest. The last records before the upgrade come again. */
    void playAfter() {
        analytics.send(entry(alert(flooded, "a24", 240), AlertStateRecord.RAISED, 240));
        analytics.send(entry(alert(calm, "single", 200), AlertStateRecord.RAISED, 200));
        analytics.send(entry(alert(flooded, "a0", 0), AlertStateRecord.CLEARED, 300));
        analytics.send(entry(alert(flooded, "a1", 10), AlertStateRecord.FEEDBACK, 310));
        analytics.send(entry(alert(calm, "another", 320), AlertStateRecord.RAISED, 320));
        for (int minute = 0; minute < 12; minute++) {
            analytics.pass(MINUTE);
        }
    }

    private static AlertStory alert(BedStory bed, String name, int second) {
        return bed.alert(name).priority(AlarmPriorityRecord.HIGH).raisedAt(WardStory.at(second));
    }

    private static Alert entry(AlertStory alert, AlertStateRecord state, int second) {
        return alert.entry(state, WardStory.at(second));
    }
}
