package org.vigie.cluster.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.variable.VariableNames;

/** Compares the deteriorations that the simulator made with the alarms in the ledger. */
record EpisodeCheck(KafkaConnectionConfig kafka) {
    /** An alarm holds for at most 50 s after a value has crossed its limit. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private static final Map<String, Set<String>> RULES = Map.of(
            VariableNames.SPO2, Set.of("spo2_low"),
            VariableNames.HR, Set.of("hr_low", "hr_high"),
            VariableNames.RR, Set.of("rr_low", "rr_high"),
            VariableNames.ABP_SYS, Set.of("sbp_low", "sbp_high"));

    /** Counts the episodes whose alarm must have been raised before {@code now} by the ward's clock. */
    EpisodeCount count(Instant now) {
        var records = new ReadableRecords(kafka);
        List<Truth> episodes = records.values(kafka.topics().truthEvents()).stream()
                .filter(truth -> truth.getKind() == TruthKind.DETERIORATION)
                .filter(truth -> truth.getUntil().plus(SLACK).isBefore(now))
                .distinct()
                .toList();
        List<Alert> raised = records.values(kafka.topics().alertsLedger()).stream()
                .filter(alert -> alert.getState() == AlertStateRecord.RAISED)
                .toList();
        return count(episodes, raised);
    }

    static EpisodeCount count(List<Truth> episodes, List<Alert> raised) {
        int lost = 0;
        int doubled = 0;
        for (Truth episode : episodes) {
            long alarms = alarms(episode, raised);
            lost += alarms == 0 ? 1 : 0;
            doubled += (int) Math.max(0, alarms - 1);
        }
        return new EpisodeCount(episodes.size(), lost, doubled);
    }

    private static long alarms(Truth episode, List<Alert> raised) {
        return raised.stream()
                .filter(alert -> isOf(episode, alert))
                .map(Alert::getAlert)
                .distinct()
                .count();
    }

    private static boolean isOf(Truth episode, Alert alert) {
        return alert.getBed().equals(episode.getBed())
                && alert.getStay().equals(episode.getStay())
                && RULES.getOrDefault(episode.getVariable(), Set.of()).contains(alert.getRule())
                && !alert.getOnset().isBefore(episode.getFrom())
                && !alert.getOnset().isAfter(episode.getUntil().plus(SLACK));
    }
}
