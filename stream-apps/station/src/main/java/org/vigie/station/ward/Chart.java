package org.vigie.station.ward;

import java.time.Instant;
import java.util.Comparator;
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
import org.vigie.schemas.variable.Sampling;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.newest.Newness;

/** Everything the station holds of one stay. Records may come in any order; the newest counts. */
final class Chart {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    private final Map<Variable, Newest> newest = new HashMap<>();
    private final Map<Variable, OtherSources> others = new HashMap<>();
    private final Map<Variable, SourceChange> changes = new HashMap<>();
    private final Map<String, Map<SourceKey, Rejection>> rejections = new HashMap<>();
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
        OtherSources beside = others.computeIfAbsent(variable, ignored -> new OtherSources());
        beside.change(candidate);
        if (candidate.changes(held)) {
            newest.put(variable, candidate);
        } else if (!reading.getFollowed()) {
            beside.take(candidate);
        } else if (candidate.isNews() && candidate.isNewerThan(held)) {
            newest.put(variable, candidate);
            followed(variable, candidate, held);
        }
    }

    /** Of what is measured now and then every source counts: there is none that is left. */
    private void followed(Variable variable, Newest candidate, Newest held) {
        others.get(variable).remove(candidate.key());
        boolean another = held != null && !held.key().equals(candidate.key());
        if (another && variable.sampling() == Sampling.CONTINUOUS) {
            changes.put(variable, new SourceChange(held.key(), candidate.asOf()));
            others.get(variable).take(held);
        }
    }

    void take(RejectedReading rejected) {
        quality.take(rejected);
        if (rejected.getReason() == Reason.DUPLICATE) {
            return;
        }
        var reading = rejected.getReading();
        var key = new SourceKey(rejected.getSource(), rejected.getDevice(), reading.getChannel());
        Map<SourceKey, Rejection> ofVariable =
                rejections.computeIfAbsent(reading.getVariable(), ignored -> new HashMap<>());
        ofVariable.merge(
                key,
                new Rejection(rejected.getReason(), rejected.getReceivedTime()),
                (old, now) -> now.received().isBefore(old.received()) ? old : now);
        if (ofVariable.size() > OtherSources.HELD) {
            ofVariable.values().stream()
                    .min(Comparator.comparing(Rejection::received))
                    .ifPresent(oldest -> ofVariable.values().remove(oldest));
        }
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
                .map(variable -> newest.get(variable)
                        .at(now, speed, limits, rejection(newest.get(variable)), changes.get(variable)))
                .toList();
    }

    /** What further sources of a variable say, which nothing follows. */
    List<ValuePicture> others(Instant now, double speed, Limits limits) {
        return CATALOGUE.all().stream()
                .filter(others::containsKey)
                .flatMap(variable -> others.get(variable).at(now))
                .map(other -> other.at(now, speed, limits, rejection(other), null))
                .toList();
    }

    private Rejection rejection(Newest of) {
        return rejections.getOrDefault(of.variable().name(), Map.of()).get(of.key());
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
