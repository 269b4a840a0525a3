package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmIdHash;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.detect.AlarmConditionState.ConfirmedViolation;
import org.vigie.signal.vitals.CurrentVitals;

/** Evaluates the rules of one stay at one instant and collects the transitions. */
final class RuleEvaluation {
    private final AlarmDetectionState watch;
    private final String version;
    private final String bed;
    private final List<AlarmTransition> made = new ArrayList<>();

    RuleEvaluation(AlarmDetectionState watch, String version, String bed) {
        this.watch = watch;
        this.version = version;
        this.bed = bed;
    }

    AlarmDetectionState watch() {
        return watch;
    }

    CurrentVitals vitals() {
        return watch.vitals();
    }

    Instant at() {
        return watch.clock();
    }

    List<AlarmTransition> made() {
        return List.copyOf(made);
    }

    boolean isOpen(AlarmRule rule) {
        return watch.episode(rule).raised().isPresent();
    }

    /** Returns true when the rule is pending or open with more than a low priority. */
    boolean isPendingOrOpenAboveLow(AlarmRule rule) {
        AlarmConditionState condition = watch.episode(rule);
        return condition
                .raised()
                .map(raised -> raised.priority() != AlarmPriority.LOW)
                .orElseGet(() ->
                        condition.violated().keySet().stream().anyMatch(priority -> priority != AlarmPriority.LOW));
    }

    /** Restarts the delay of a pending score, because a nurse has just been at the bed. */
    void restartHold(AlarmRule rule) {
        if (!isOpen(rule)) {
            watch.keep(rule, AlarmConditionState.NORMAL);
        }
    }

    /** Raises, upgrades, downgrades or clears the episode of a rule by its samples. Returns true when it cleared. */
    boolean decide(AlarmRule rule, List<RuleSample> samples, TransitionContext context) {
        AlarmConditionState condition = watch.episode(rule).see(samples, context.at());
        Optional<RaisedCondition> open = condition.raised();
        if (open.isPresent() && condition.goodFor(samples.get(0).source().clear())) {
            watch.keep(rule, AlarmConditionState.NORMAL);
            made.add(cleared(rule, open.get(), samples.get(0), context));
            return true;
        }
        watch.keep(rule, condition);
        Optional<ConfirmedViolation> held =
                condition.held(samples).filter(limit -> open.map(limit::isAbove).orElse(true));
        if (held.isPresent()) {
            RaisedCondition raised = open.map(
                            before -> before.movedTo(held.get().step()))
                    .orElseGet(() -> raise(condition, held.get().step(), context.at()));
            watch.keep(rule, condition.with(raised));
            TransitionKind state = open.isPresent() ? TransitionKind.UPGRADED : TransitionKind.RAISED;
            made.add(violationTransition(rule, raised, state, rule.kind(), held.get(), raised.onset(), context));
        } else {
            condition.calmed(samples).ifPresent(milder -> downgrade(rule, condition, milder, context));
        }
        return false;
    }

    /** Ends the pending or open episode of a rule whose value was withdrawn. */
    void withdraw(AlarmRule rule) {
        watch.episode(rule).raised().ifPresent(raised -> {
            Duration open = Duration.between(raised.onset(), at());
            made.add(transition(
                    rule,
                    raised,
                    TransitionKind.CLEARED,
                    Double.NaN,
                    raised.limit(),
                    AlarmTextFormatter.withdrawnFr(open),
                    AlarmTextFormatter.withdrawnEn(open),
                    TransitionContext.withoutCaveat(at(), List::of)));
        });
        watch.keep(rule, AlarmConditionState.NORMAL);
    }

    private void downgrade(
            AlarmRule rule, AlarmConditionState condition, ConfirmedViolation milder, TransitionContext context) {
        RaisedCondition raised = condition.raised().orElseThrow().movedTo(milder.step());
        watch.keep(rule, condition.downgraded(raised));
        made.add(violationTransition(
                rule, raised, TransitionKind.DOWNGRADED, rule.kind(), milder, raised.onset(), context));
    }

    /**
     * Updates a score while other alarms are open. The score raises no alarm of its own. If no open alarm is as urgent as the score, the
     * first one is upgraded.
     */
    void upgradeOpenLimit(
            AlarmRule score, List<RuleSample> samples, List<AlarmRule> active, TransitionContext context) {
        AlarmConditionState condition = watch.episode(score).see(samples, context.at());
        watch.keep(score, condition);
        List<AlarmRule> open = active.stream()
                .filter(rule -> watch.episode(rule).raised().isPresent())
                .toList();
        condition
                .held(samples)
                .filter(violation -> open.stream()
                        .allMatch(rule ->
                                violation.isAbove(watch.episode(rule).raised().orElseThrow())))
                .ifPresent(violation -> open.stream()
                        .findFirst()
                        .ifPresent(rule -> escalate(rule, violation, condition.onset(), context)));
    }

    private void escalate(AlarmRule rule, ConfirmedViolation violation, Instant since, TransitionContext context) {
        AlarmConditionState condition = watch.episode(rule);
        RaisedCondition raised =
                condition.raised().orElseThrow().withPriority(violation.step().priority());
        watch.keep(rule, condition.with(raised));
        made.add(violationTransition(
                rule, raised, TransitionKind.UPGRADED, AlarmRuleKind.SCORE, violation, since, context));
    }

    private RaisedCondition raise(AlarmConditionState condition, RuleInput.LimitStep step, Instant at) {
        return new RaisedCondition(condition.onset(), at, step.priority(), bed, step.limit());
    }

    private AlarmTransition violationTransition(
            AlarmRule rule,
            RaisedCondition raised,
            TransitionKind state,
            AlarmRuleKind reason,
            ConfirmedViolation violation,
            Instant since,
            TransitionContext context) {
        RuleInput input = violation.sight().source();
        double value = violation.sight().value();
        double limit = violation.step().limit();
        Duration lasted = Duration.between(since, context.at());
        return transition(
                rule,
                raised,
                state,
                value,
                limit,
                AlarmTextFormatter.violatedFr(reason, input, value, limit, lasted),
                AlarmTextFormatter.violatedEn(reason, input, value, limit, lasted),
                context);
    }

    private AlarmTransition cleared(
            AlarmRule rule, RaisedCondition raised, RuleSample sample, TransitionContext context) {
        Duration open = Duration.between(raised.onset(), context.at());
        return transition(
                rule,
                raised,
                TransitionKind.CLEARED,
                sample.value(),
                raised.limit(),
                AlarmTextFormatter.clearedFr(rule.kind(), sample.source(), sample.value(), open),
                AlarmTextFormatter.clearedEn(rule.kind(), sample.source(), sample.value(), open),
                context);
    }

    private AlarmTransition transition(
            AlarmRule rule,
            RaisedCondition raised,
            TransitionKind state,
            double value,
            double limit,
            String messageFr,
            String messageEn,
            TransitionContext context) {
        return new AlarmTransition(
                AlarmIdHash.of(watch.stay(), rule.name(), raised.onset()),
                watch.stay(),
                raised.bed(),
                rule.name(),
                version,
                rule.kind(),
                raised.priority(),
                state,
                raised.onset(),
                raised.at(),
                context.at(),
                value,
                limit,
                messageFr + context.caveatFr().get(),
                messageEn + context.caveatEn().get(),
                context.causes().get());
    }
}
