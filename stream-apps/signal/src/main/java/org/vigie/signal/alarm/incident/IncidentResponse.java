package org.vigie.signal.alarm.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was done about the newest call of an incident.
 *
 * @param escalation how far the escalation chain has come since the call, or since an alarm joined that still needs an answer
 * @param acknowledgementOrNull null while the call has no answer
 * @param score response band of the early-warning score since the newest call or acknowledgement
 */
public record IncidentResponse(
        EscalationProgress escalation, @Nullable AlarmAcknowledgement acknowledgementOrNull, ScoreBandProgress score) {
    static IncidentResponse awaitedFrom(Instant now, int scoreBand) {
        return new IncidentResponse(EscalationProgress.from(now), null, new ScoreBandProgress(scoreBand));
    }

    IncidentResponse acknowledgedBy(String by, Instant at, int band) {
        return new IncidentResponse(escalation, new AlarmAcknowledgement(by, at), new ScoreBandProgress(band));
    }

    IncidentResponse unanswered() {
        return new IncidentResponse(escalation, null, score);
    }

    IncidentResponse with(ScoreBandProgress newScore) {
        return new IncidentResponse(escalation, acknowledgementOrNull, newScore);
    }

    IncidentResponse with(EscalationProgress progress) {
        return new IncidentResponse(progress, acknowledgementOrNull, score);
    }
}
