package org.vigie.station.stay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.station.health.ReadingQualityCounts;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.trend.StayTrends;

/** Holds everything that the station knows of one stay. Records may come in any order; the newest counts. */
public final class StayView {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();

    private final Map<Variable, LatestReading> newest = new HashMap<>();
    private final Map<Variable, UnfollowedSources> others = new HashMap<>();
    private final Map<Variable, ReadingChanges> corrections = new HashMap<>();
    private final Map<Variable, SourceChange> changes = new HashMap<>();
    private final Map<Variable, FeedInterval> feeds = new HashMap<>();
    private final LatestRejections rejections = new LatestRejections();
    private final StayTrends trends = new StayTrends();
    private final ReadingQualityCounts quality = new ReadingQualityCounts();
    private CleanObservation record;
    private final StayScores scores = new StayScores();
    private final ScoreHistory scoreHistory = new ScoreHistory();
    private TriageAssessmentRecord triage;
    private Instant triageSentAt;

    public void take(CleanObservation observation) {
        if (record == null || !observation.getReceivedTime().isBefore(record.getReceivedTime())) {
            record = observation;
        }
        for (JudgedReading reading : observation.getReadings()) {
            quality.take(reading, observation.getPublishedAt());
            CATALOGUE.find(reading.getVariable()).ifPresent(variable -> take(variable, observation, reading));
        }
    }

    private void take(Variable variable, CleanObservation observation, JudgedReading reading) {
        LatestReading read = LatestReading.of(variable, observation, reading);
        ReadingChanges known = corrections.computeIfAbsent(variable, ignored -> new ReadingChanges());
        Optional<LatestReading> change = known.of(read);
        known.take(read);
        if (change.isPresent()) {
            trends.withdraw(variable, reading);
        } else {
            trends.take(variable, reading);
        }
        take(variable, read, change.orElse(read));
    }

    /** @param shown what the reading has become by a change that was read before it */
    private void take(Variable variable, LatestReading read, LatestReading shown) {
        LatestReading held = newest.get(variable);
        UnfollowedSources beside = others.computeIfAbsent(variable, ignored -> new UnfollowedSources());
        beside.change(read, shown);
        if (read.changes(held)) {
            newest.put(variable, shown.after(held));
        } else if (!read.reading().getFollowed()) {
            beside.take(read, shown);
        } else if (read.isCurrent() && read.isNewerThan(held)) {
            newest.put(variable, shown.after(held));
            feed(variable).take(read);
            followed(variable, read, held);
        }
    }

    /** Follows another source from now on. Every source of a variable that is not measured continuously counts. */
    private void followed(Variable variable, LatestReading candidate, LatestReading held) {
        others.get(variable).remove(candidate.key());
        boolean another = held != null && !held.key().equals(candidate.key());
        if (another && variable.sampling() == SamplingMode.CONTINUOUS) {
            changes.put(variable, new SourceChange(held.key(), candidate.asOf()));
            others.get(variable).take(held, held);
        }
    }

    public void take(RejectedReading rejected) {
        quality.take(rejected);
        if (rejected.getReason() == CleaningReasonRecord.DUPLICATE) {
            return;
        }
        rejections.take(rejected);
        ReadingRecord reading = rejected.getReading();
        Instant at = NewestReadingRule.notAfterReceived(reading.getMeasuredAt(), rejected.getReceivedTime());
        CATALOGUE.find(reading.getVariable()).ifPresent(variable -> trends.rejected(variable, at));
    }

    public void take(RiskScore newer) {
        scores.take(newer);
        scoreHistory.take(newer);
    }

    /** Returns the revision of the window of the newest score; empty without a score. */
    public Optional<Long> scoreRevision() {
        return scores.revision();
    }

    /** Returns the scores of the last 48 hours, the oldest first. */
    public List<ScorePointSnapshot> earlierScores() {
        return scoreHistory.points();
    }

    public void take(Window window) {
        trends.take(window);
    }

    public void take(TriageAssessmentRecord newer, Instant sentAt) {
        triage = newer;
        triageSentAt = sentAt;
    }

    public List<ValueSnapshot> values(DisplayContext context) {
        return CATALOGUE.all().stream()
                .filter(newest::containsKey)
                .map(variable -> value(newest.get(variable), context))
                .toList();
    }

    private ValueSnapshot value(LatestReading reading, DisplayContext context) {
        Variable variable = reading.variable();
        return reading.at(context, rejections.of(reading), changes.get(variable), feed(variable));
    }

    private FeedInterval feed(Variable variable) {
        return feeds.computeIfAbsent(variable, ignored -> new FeedInterval());
    }

    /** Returns the values of the sources that no rule uses. */
    public List<ValueSnapshot> others(DisplayContext context) {
        return CATALOGUE.all().stream()
                .filter(others::containsKey)
                .flatMap(variable -> others.get(variable).at(context.now()))
                .map(other -> other.at(context, rejections.of(other), null, new FeedInterval()))
                .toList();
    }

    /** Returns the newest risk; {@code visibility} decides whether its number may stand beside the present values. */
    public Optional<RiskSnapshot> risk(DisplayContext context, ScoreVisibility visibility) {
        Optional<HiddenScore> hidden = visibility.hidden(scores, trends, values(context), newestResults());
        return scores.snapshot(context.now(), context.staleness(), hidden);
    }

    /** Returns the times of the newest results that are charted or come from a laboratory. */
    private List<Instant> newestResults() {
        return newest.values().stream()
                .filter(reading -> reading.variable().sampling() == SamplingMode.LAB
                        || reading.variable().sampling() == SamplingMode.MANUAL)
                .map(LatestReading::asOf)
                .toList();
    }

    public Optional<TriageSnapshot> triage(Instant wall, StalenessConfig limits, boolean tellsRisk) {
        return Optional.ofNullable(triage)
                .map(given -> TriageSnapshot.of(given, triageSentAt, wall, limits.alarms(), trends, tellsRisk));
    }

    public Optional<CleanObservation> record() {
        return Optional.ofNullable(record);
    }

    /** Returns true when nothing was received since {@code instant}. */
    public boolean silentSince(Instant instant) {
        return record == null || record.getReceivedTime().isBefore(instant);
    }

    public ReadingQualityCounts quality() {
        return quality;
    }

    public StayTrends trends() {
        return trends;
    }
}
