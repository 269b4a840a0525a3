package org.vigie.alerts.state;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.AcknowledgementStateRecord;
import org.vigie.alerts.state.record.IncidentStateRecord;
import org.vigie.alerts.state.record.OrganSystemStateRecord;
import org.vigie.alerts.state.record.PriorityStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.IncidentCalls;
import org.vigie.signal.alarm.incident.IncidentResponse;
import org.vigie.signal.alarm.incident.OrganSystem;
import org.vigie.signal.alarm.incident.ScoreBandProgress;

/** Maps the incident of a stay to its state record and back. A state of an earlier release has none. */
final class IncidentStateMapper {
    static final EnumMapping<OrganSystemStateRecord, OrganSystem> ORGAN_SYSTEM =
            EnumMapping.byName(OrganSystemStateRecord.class, OrganSystem.class);

    private IncidentStateMapper() {}

    static IncidentStateRecord toRecord(Incident incident) {
        IncidentResponse response = incident.response();
        return IncidentStateRecord.newBuilder()
                .setIncident(incident.id())
                .setOnset(incident.onset().toEpochMilli())
                .setVersion(incident.version())
                .setOrganSystems(incident.organSystems().stream()
                        .sorted()
                        .map(ORGAN_SYSTEM::toRecord)
                        .toList())
                .setCalls(incident.calls().count())
                .setCalledWith(priority(incident.calls().priorityOrNull()))
                .setNeededAt(incident.calls().neededAt().toEpochMilli())
                .setEscalatingSince(response.escalation().since().toEpochMilli())
                .setEscalationSteps(response.escalation().steps())
                .setEscalatedTo(response.escalation().role())
                .setAcknowledgement(acknowledgement(response.acknowledgementOrNull()))
                .setScoreBand(response.score().band())
                .setOtherScoreBand(response.score().otherBand())
                .setOtherScoreBandSince(StayStateCodec.millis(response.score().otherSinceOrNull()))
                .setLevel(priority(incident.levelOrNull()))
                .setEnd(StayStateCodec.millis(incident.endOrNull()))
                .build();
    }

    static @Nullable Incident toRule(@Nullable IncidentStateRecord stored) {
        return stored == null
                ? null
                : new Incident(
                        stored.getIncident(),
                        Instant.ofEpochMilli(stored.getOnset()),
                        stored.getVersion(),
                        organSystems(stored),
                        new IncidentCalls(
                                stored.getCalls(),
                                priority(stored.getCalledWith()),
                                Instant.ofEpochMilli(stored.getNeededAt())),
                        response(stored),
                        priority(stored.getLevel()),
                        StayStateCodec.instant(stored.getEnd()));
    }

    private static Set<OrganSystem> organSystems(IncidentStateRecord stored) {
        return stored.getOrganSystems().stream().map(ORGAN_SYSTEM::toRule).collect(Collectors.toSet());
    }

    private static IncidentResponse response(IncidentStateRecord stored) {
        Instant since = Instant.ofEpochMilli(stored.getEscalatingSince());
        return new IncidentResponse(
                new EscalationProgress(since, stored.getEscalationSteps(), stored.getEscalatedTo()),
                acknowledgement(stored.getAcknowledgement()),
                score(stored));
    }

    private static ScoreBandProgress score(IncidentStateRecord stored) {
        Instant since = StayStateCodec.instant(stored.getOtherScoreBandSince());
        return new ScoreBandProgress(
                stored.getScoreBand(), since == null ? stored.getScoreBand() : stored.getOtherScoreBand(), since);
    }

    static @Nullable AcknowledgementStateRecord acknowledgement(@Nullable AlarmAcknowledgement given) {
        return given == null
                ? null
                : new AcknowledgementStateRecord(given.by(), given.at().toEpochMilli());
    }

    static @Nullable AlarmAcknowledgement acknowledgement(@Nullable AcknowledgementStateRecord stored) {
        return stored == null ? null : new AlarmAcknowledgement(stored.getBy(), Instant.ofEpochMilli(stored.getAt()));
    }

    private static @Nullable PriorityStateRecord priority(@Nullable AlarmPriority priority) {
        return priority == null ? null : ConditionStateMapper.PRIORITY.toRecord(priority);
    }

    private static @Nullable AlarmPriority priority(@Nullable PriorityStateRecord stored) {
        return stored == null ? null : ConditionStateMapper.PRIORITY.toRule(stored);
    }
}
