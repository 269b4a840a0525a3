package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.Cause;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Triage;
import org.vigie.schemas.TriageLevel;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Transition;

/** Transitions and triage as they are written. */
final class Records {
    private Records() {}

    static Alert alert(Transition made, CleanObservation cause) {
        return alert(made, cause.getPublishedAt(), cause.getOrigin().getTopic());
    }

    /** @param published when the broker took the raw record that {@code made} comes from, or the last one before it */
    static Alert alert(Transition made, Instant published, String rawTopic) {
        return Alert.newBuilder()
                .setAlert(made.alert())
                .setStay(made.stay())
                .setBed(made.bed())
                .setRule(made.rule())
                .setRuleVersion(made.ruleVersion())
                .setKind(made.kind() == RuleKind.TECHNICAL ? AlertKind.TECHNICAL : AlertKind.PHYSIOLOGICAL)
                .setPriority(AlertPriority.valueOf(made.priority().name()))
                .setState(AlertState.valueOf(made.state().name()))
                .setOnset(made.onset())
                .setRaisedAt(made.raisedAt())
                .setClearedAt(made.state() == Transition.State.CLEARED ? made.at() : null)
                .setValue(Double.isNaN(made.value()) ? null : made.value())
                .setLimit(made.limit())
                .setMessageFr(made.messageFr())
                .setMessageEn(made.messageEn())
                .setConditionDelayMs(
                        Duration.between(made.onset(), made.raisedAt()).toMillis())
                .setCausePublishedAt(published)
                .setCauses(made.causes().stream()
                        .map(each -> cause(each, rawTopic))
                        .toList())
                .build();
    }

    private static Cause cause(Transition.Cause cause, String rawTopic) {
        var place = cause.place();
        return new Cause(
                cause.variable(),
                cause.value(),
                cause.at(),
                new Origin(rawTopic, place.partition(), place.offset(), place.index()));
    }

    static Triage triage(org.vigie.signal.triage.Triage decided, String stay, String bed, Instant at) {
        return Triage.newBuilder()
                .setStay(stay)
                .setBed(bed)
                .setAt(at)
                .setLevel(TriageLevel.valueOf(decided.level().name()))
                .setNews2Low(decided.news2Low())
                .setNews2High(decided.news2High())
                .setMissing(decided.missing())
                .setRisk(decided.risk().stream().findFirst().orElse(null))
                .setReasonsFr(decided.reasonsFr())
                .setReasonsEn(decided.reasonsEn())
                .setRuleVersion(decided.ruleVersion())
                .build();
    }
}
