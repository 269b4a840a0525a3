package org.vigie.bench.ward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.compare.ComparisonResult;
import org.vigie.replay.compare.ReplayComparison;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.publication.ReplayedRules;
import org.vigie.replay.ward.BedSelection;
import org.vigie.replay.ward.ReplayedSteps;
import org.vigie.replay.ward.ReplayedWard;
import org.vigie.replay.ward.WardRecord;

/** Replays the records of a day that a ward without a broker recorded. */
final class ReplayedDay {
    private static final ReplayNamespace STUDY =
            new ReplayNamespace("study-day", new KafkaConnectionConfig("127.0.0.1:1", "http://127.0.0.1:1", "ward", 1));

    private final BrokerlessWard ward;
    private final List<WardRecord> records;

    ReplayedDay(BrokerlessWard ward) {
        this.ward = ward;
        Map<String, Long> offsets = new HashMap<>();
        this.records = ward.recorded().stream()
                .map(each -> record(each, offsets.merge(each.topic(), 1L, Long::sum) - 1))
                .toList();
    }

    /** Returns the records of the ward in their order. */
    List<WardRecord> records() {
        return records;
    }

    /** Replays the day with the rules of the ward, and compares it with what the ward wrote. */
    ComparisonResult compared() {
        var period = new PartitionPeriod(GoldenDay.start(), GoldenDay.end().minusSeconds(60));
        var comparison = new ReplayComparison(STUDY, ward.serdes(), period);
        var steps = new ReplayedSteps(
                ReplayedRules.shipped(),
                StayWatchConfig.defaults(),
                SecondOpinionProvider.NONE,
                Optional.of(score -> new FlinkSteps.ArithmeticScorer()));
        try (var again = new ReplayedWard(
                STUDY,
                ward.serdes(),
                steps,
                new BedSelection(List.of(), List.of()),
                comparison::takeReplay,
                GoldenDay.start())) {
            for (WardRecord record : records) {
                comparison.takeWard(record.topic(), record.value(), record.topic() + "-0-" + record.offset());
                again.take(record);
            }
            again.finish();
        }
        return comparison.result();
    }

    private static WardRecord record(RecordedRecord each, long offset) {
        return new WardRecord(each.topic(), 0, offset, each.key(), each.value(), new RecordHeaders(), each.at());
    }
}
