package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.TopicPeriod;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.station.read.StationStartOffsets;

/**
 * Names the topics from which an earlier situation is read, and their periods.
 *
 * @param history in which values and trends lie
 */
record SituationPeriods(TopicCatalogue topics, PartitionPeriod history) {
    /**
     * Returns what the station reads, stays first.
     *
     * @param notes how far before the situation the ledger is read
     */
    List<TopicPeriod> all(Duration notes) {
        Instant at = history.to();
        var levels = new PartitionPeriod(at.minus(StationStartOffsets.LEVELS), at).ofRepeated();
        List<TopicPeriod> periods = new ArrayList<>(TopicPeriod.of(kept(), history));
        periods.addAll(TopicPeriod.of(replaced(), history));
        periods.add(new TopicPeriod(topics.alertsLedger(), new PartitionPeriod(at.minus(notes), at)));
        periods.add(new TopicPeriod(topics.triageCurrent(), levels));
        return periods;
    }

    private List<Topic<?>> kept() {
        return List.of(
                topics.staysCurrent(),
                topics.rulesPublished(),
                topics.observationsClean(),
                topics.observationsRejected(),
                topics.recordsQuarantined(),
                topics.windowsHourly(),
                topics.scoresSurvival(),
                topics.alarmsBedside());
    }

    /** Returns the topics of which only the newest record of each key counts. */
    List<Topic<?>> replaced() {
        return List.of(
                topics.readingsCounted(),
                topics.alertsCurrent(),
                topics.notificationsDeliveries(),
                topics.notificationsStatus(),
                topics.alarmsLoad());
    }
}
