package org.vigie.alerts.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.schemas.CleanObservation;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.detect.SteadyPeriod;
import org.vigie.signal.alarm.detect.SteadyPeriodRules;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.attention.CareSetting;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageRules;

/**
 * Recognises the observations that decide nothing about their stay, and takes them into its state without an evaluation. The state and the
 * output are the same as after an evaluation.
 */
final class SteadyStays {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StayWatchConfig settings;

    SteadyStays(StayWatchConfig settings) {
        this.settings = settings;
    }

    /**
     * Takes an observation of a steady period into the state.
     *
     * @param instants its readings by instant
     * @return false when it may decide something and must be evaluated
     */
    static boolean take(StayAlertState state, CleanObservation observation, List<InstantReadings> instants) {
        SteadyPeriod period = state.steadyOrNull();
        boolean complete = instants.size() == 1
                && instants.get(0).kept().size() == observation.getReadings().size();
        if (period == null || !complete || !period.take(state.detection(), instants.get(0))) {
            return false;
        }
        state.detection().recordClockOffset(observation.getDevice(), observation.getReceivedTime(), Duration.ZERO);
        state.alarms().advance(state.detection().clock());
        return true;
    }

    /**
     * Returns the state with a steady period, if one begins.
     *
     * @param now triage that was decided at the stay's clock from {@code warning}
     */
    StayAlertState begun(
            StayAlertState state, TriageAssessment now, EarlyWarningScore warning, SteadyPeriodRules rules) {
        boolean calm = isCalm(state.alarms()) && isShown(state.displayedOrNull(), now);
        Optional<SteadyPeriod> period =
                calm ? rules.begin(state.detection(), state.alarms().bed(), until(state, warning)) : Optional.empty();
        return period.map(state::with).orElse(state);
    }

    private static boolean isCalm(StayAlarms alarms) {
        return alarms.open().isEmpty()
                && alarms.shelves().isEmpty()
                && alarms.limits().isEmpty()
                && alarms.incident().filter(SteadyStays::followsScore).isEmpty();
    }

    /** Returns true when time may change the response band of an acknowledged incident. */
    private static boolean followsScore(Incident incident) {
        return incident.isAcknowledged() && incident.response().score().otherSinceOrNull() != null;
    }

    private static boolean isShown(@Nullable DisplayedTriage displayed, TriageAssessment now) {
        return displayed != null
                && displayed.triage().equals(now)
                && displayed.calmerSince().equals(Instant.MAX)
                && !TriageRules.isOfSilence(now);
    }

    /** Returns the first instant at which the risk, the attention level or the age of a missing value may change. */
    private Instant until(StayAlertState state, EarlyWarningScore warning) {
        return Stream.of(
                        attentionUntil(state),
                        riskUntil(state),
                        textUntil(warning, state.detection().clock()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private Instant attentionUntil(StayAlertState state) {
        StayAttention attention = state.attention();
        if (settings.careSetting(state.bed()) == CareSetting.EMERGENCY) {
            return Instant.MAX;
        }
        return attention.isOfSilence() || attention.sofa().samples().isEmpty()
                ? Instant.EPOCH
                : attention.sofa().newest().at().plus(MINUTE);
    }

    private Instant riskUntil(StayAlertState state) {
        Instant clock = state.detection().clock();
        return state.risk().at(clock, settings.riskAge()).isPresent()
                ? state.risk().windowEnd().plus(settings.riskAge())
                : Instant.MAX;
    }

    /** Returns when the age of a missing value has one minute more. */
    private static Instant textUntil(EarlyWarningScore warning, Instant clock) {
        return warning.missing().stream()
                .map(ScoreComponent::age)
                .filter(age -> !age.equals(ScoreComponent.NEVER))
                .map(age -> clock.plus(MINUTE.minus(Duration.ofNanos(age.toNanos() % MINUTE.toNanos()))))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
