package org.vigie.station.ward;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Reason;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Triage;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.newest.Newness;

/** Everything the station holds of one stay. Records may come in any order; the newest counts. */
final class Chart {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    private final Map<Variable, Newest> newest = new HashMap<>();
    private final Map<String, Rejection> rejections = new HashMap<>();
    private final Trends trends = new Trends();
    private final Quality quality = new Quality();
    private CleanObservation record;
    private RiskScore score;
    private RiskScore explained;
    private Triage triage;
    private Instant triageSentAt;

    void take(CleanObservation observation) {
        if (record == null || !observation.getReceivedTime().isBefore(record.getReceivedTime())) {
            record = observation;
        }
        for (JudgedReading reading : observation.getReadings()) {
            quality.take(reading, observation.getPublishedAt());
            CATALOGUE.find(reading.getVariable()).ifPresent(variable -> take(variable, observation, reading));
        }
    }

    private void take(Variable variable, CleanObservation observation, JudgedReading reading) {
        trends.take(variable, reading);
        Newest candidate = Newest.of(variable, observation, reading);
        Newest held = newest.get(variable);
        if (candidate.changes(held) || (candidate.isNews() && candidate.isNewerThan(held))) {
            newest.put(variable, candidate);
        }
    }

    void take(RejectedReading rejected) {
        quality.take(rejected);
        if (rejected.getReason() == Reason.DUPLICATE) {
            return;
        }
        var reading = rejected.getReading();
        rejections.merge(
                reading.getVariable(),
                new Rejection(rejected.getReason(), rejected.getReceivedTime()),
                (old, now) -> now.received().isBefore(old.received()) ? old : now);
        Instant at = Newness.believed(reading.getMeasuredAt(), rejected.getReceivedTime());
        CATALOGUE.find(reading.getVariable()).ifPresent(variable -> trends.rejected(variable, at));
    }

    void take(RiskScore newer) {
        if (score == null || !newer.getWindowEnd().isBefore(score.getWindowEnd())) {
            score = newer;
            explained = newer.getContributions().isEmpty() ? explained : newer;
        }
    }

    void take(Window window) {
        trends.take(window);
    }

    void take(Triage newer, Instant sentAt) {
        triage = newer;
        triageSentAt = sentAt;
    }

    List<ValuePicture> values(Instant now, double speed, Limits limits) {
        return CATALOGUE.all().stream()
                .filter(newest::containsKey)
                .map(variable -> newest.get(variable).at(now, speed, limits, rejections.get(variable.name())))
                .toList();
    }

    Optional<RiskPicture> risk(Instant now, Limits limits) {
        return Optional.ofNullable(score)
                .map(given -> RiskPicture.of(given, Optional.ofNullable(explained), now, limits));
    }

    Optional<TriagePicture> triage(Instant wall, Limits limits) {
        return Optional.ofNullable(triage).map(given -> TriagePicture.of(given, triageSentAt, wall, limits.alarms()));
    }

    Optional<CleanObservation> record() {
        return Optional.ofNullable(record);
    }

    /** Whether nothing was received since {@code instant}. */
    boolean silentSince(Instant instant) {
        return record == null || record.getReceivedTime().isBefore(instant);
    }

    Quality quality() {
        return quality;
    }

    Trends trends() {
        return trends;
    }
}
