package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.attention.AttentionAssessment;
import org.vigie.signal.attention.AttentionAssessment.SofaTrend;
import org.vigie.signal.attention.AttentionEvidence;
import org.vigie.signal.attention.AttentionEvidenceReader;
import org.vigie.signal.attention.AttentionRules;
import org.vigie.signal.attention.CareSetting;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.OxygenHistory;
import org.vigie.signal.earlywarning.SofaHistory;
import org.vigie.signal.earlywarning.SofaHistory.SofaSample;
import org.vigie.signal.earlywarning.SofaScore;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;

/** Updates the attention level of a stay: at each change of its alarms or of its triage level, and once a minute. */
final class AttentionUpdater {
    private final AttentionRules rules = AttentionRules.standard();
    private final StayWatchConfig settings;

    AttentionUpdater(StayWatchConfig settings) {
        this.settings = settings;
    }

    /** @param changed true when an alarm or the triage level of the stay has changed */
    StayAttention update(StayAlertState state, EarlyWarningScore warning, boolean changed) {
        StayAttention before = state.attention();
        Instant at = state.detection().clock();
        boolean isDue = changed || before.isOfSilence() || before.sofa().isDue(at);
        return isDue && hasLevels(state) ? assessed(state, warning, at) : before;
    }

    /** Shows that the level is not known, for a reason. */
    StayAttention unknown(StayAlertState state, LocalizedText reason) {
        AttentionAssessment unknown = hasLevels(state) ? rules.unknown(reason) : null;
        return state.attention().then(unknown, state.detection().clock());
    }

    private boolean hasLevels(StayAlertState state) {
        return settings.careSetting(state.bed()) != CareSetting.EMERGENCY;
    }

    private StayAttention assessed(StayAlertState state, EarlyWarningScore warning, Instant at) {
        CurrentVitals vitals = state.detection().vitals();
        OxygenHistory oxygen = state.attention().oxygen().with(vitals);
        SofaHistory sofa = sofa(state, oxygen, at);
        SofaTrend trend = trend(sofa);
        AttentionEvidence evidence = new AttentionEvidenceReader(vitals, at).read(open(state), warning, trend);
        AttentionAssessment now = rules.decide(evidence, settings.careSetting(state.bed()), trend);
        return state.attention().with(oxygen, sofa).then(now, at);
    }

    private static SofaHistory sofa(StayAlertState state, OxygenHistory oxygen, Instant at) {
        SofaHistory before = state.attention().sofa();
        return before.isDue(at)
                ? before.with(
                        SofaSample.of(SofaScore.SOFA_2.score(state.detection().vitals(), oxygen, at), at))
                : before;
    }

    private static SofaTrend trend(SofaHistory sofa) {
        SofaSample newest = sofa.newest();
        OptionalInt change = sofa.change();
        return new SofaTrend(newest.low(), newest.high(), change.isEmpty() ? null : change.getAsInt());
    }

    private static List<Alarm> open(StayAlertState state) {
        return state.alarms().open().stream().map(OpenAlarm::alarm).toList();
    }
}
