package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.alerts.record.TriageRecordMapper;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.triage.TriageRules;
import org.vigie.signal.triage.TriageSecondOpinion;

/** Updates the displayed triage of a stay after its alarms. */
final class TriageUpdater {
    private final TriageRules rules = TriageRules.adultIcu();
    private final AttentionUpdater attention;
    private final SteadyStays steady;
    private final StayWatchConfig settings;
    private final Function<StayAlertState, Optional<TriageSecondOpinion>> opinion;

    TriageUpdater(StayWatchConfig settings, Function<StayAlertState, Optional<TriageSecondOpinion>> opinion) {
        this.settings = settings;
        this.attention = new AttentionUpdater(settings);
        this.steady = new SteadyStays(settings);
        this.opinion = opinion;
    }

    /** Computes the triage that a stay without a level displays. */
    interface UnknownTriage {
        TriageAssessment of(TriageRules rules, EarlyWarningScore nothingKnown);
    }

    /**
     * Updates the triage unless the stay is silent or has ended. While a stay sends nothing, neither past readings nor a model can give it a
     * level. An ended stay has none.
     */
    StayEvaluation updateUnlessSilent(StayAlertState state, LedgerWriter writer) {
        boolean silent = state.displayedOrNull() != null
                && TriageRules.isOfSilence(state.displayedOrNull().triage());
        return silent || state.isEnded()
                ? new StayEvaluation(state.withHash(writer.hash()), writer.output())
                : update(state, writer);
    }

    StayEvaluation update(StayAlertState state, LedgerWriter writer) {
        StayAlertState chained = state.withHash(writer.hash());
        AlarmDetectionState detection = state.detection();
        Instant at = detection.clock();
        if (at.equals(Instant.EPOCH)) {
            return new StayEvaluation(chained, writer.output());
        }
        EarlyWarningScore warning = writer.unit().alarms().warning(detection);
        TriageAssessment now =
                rules.decide(detection.vitals(), warning, state.risk().at(at, settings.riskAge()), at);
        StayAttention attended =
                attention.update(chained, warning, !writer.output().isNothing() || isOtherLevel(state, now));
        TriageAssessment onScale = now.onScale(state.alarms().saturationScale());
        StayEvaluation evaluation = displayed(chained, onScale, attended, writer.output());
        StayAlertState after =
                steady.begun(evaluation.state(), onScale, warning, writer.unit().steady());
        return new StayEvaluation(after, evaluation.output());
    }

    private static boolean isOtherLevel(StayAlertState state, TriageAssessment now) {
        return state.displayed()
                .filter(displayed -> displayed.triage().level() != now.level())
                .isPresent();
    }

    private StayEvaluation displayed(
            StayAlertState state, TriageAssessment now, StayAttention attended, StayOutput output) {
        Instant at = state.detection().clock();
        DisplayedTriage before = state.displayedOrNull();
        DisplayedTriage displayed = before == null ? DisplayedTriage.first(now, at) : before.then(now, at);
        boolean isChanged = before == null
                || displayed.changeFrom(before).isPresent()
                || !attended.displayed().equals(state.attention().displayed());
        StayAlertState after = state.with(displayed).with(attended);
        return new StayEvaluation(after, isChanged ? output.with(triageRecord(displayed, after)) : output);
    }

    /** Displays a triage and an attention without a level. */
    StayEvaluation displayUnknown(StayAlertState state, LedgerWriter writer, UnknownTriage unknown) {
        EarlyWarningScore nothingKnown = writer.unit().alarms().warning(new AlarmDetectionState(state.stay()));
        TriageAssessment triage =
                unknown.of(rules, nothingKnown).onScale(state.alarms().saturationScale());
        var displayed = DisplayedTriage.first(triage, state.detection().clock());
        StayAlertState after = state.withHash(writer.hash())
                .with(displayed)
                .with(attention.unknown(state, triage.reasons().get(0)));
        return new StayEvaluation(after, writer.output().with(triageRecord(displayed, after)));
    }

    /** Returns the triage record. Without a level of the rules no second opinion is shown, because it would be mistaken for a level. */
    TriageAssessmentRecord triageRecord(DisplayedTriage displayed, StayAlertState state) {
        TriageAssessment triage = displayed.triage();
        var mapper = new TriageRecordMapper(
                state.stay(), state.bed(), state.detection().clock());
        boolean hasLevel = triage.level() != TriageLevel.UNKNOWN;
        return mapper.triage(
                displayed,
                hasLevel ? opinion.apply(state) : Optional.empty(),
                state.attention().displayed());
    }
}
