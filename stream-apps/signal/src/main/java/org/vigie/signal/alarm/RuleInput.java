package org.vigie.signal.alarm;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.VariableNames;

/**
 * One variable of a rule with its limits.
 *
 * @param device what measures it: of the devices of a rule only the first with a fresh value is asked
 * @param variable of the catalogue, or {@code news2}, {@code news2_single}, {@code risk}, {@code silence:<variable>}, {@code clock},
 *     {@code unmapped}
 * @param band how far beyond the mildest limit the value must come back, in the variable's unit
 * @param clear how long it must stay there before the episode ends
 * @param steps mildest limit first, one per priority
 */
public record RuleInput(
        String device,
        String variable,
        String labelFr,
        String labelEn,
        LimitSide side,
        double band,
        Duration clear,
        List<LimitStep> steps) {
    /** What is read as the time in s since a variable was last heard. */
    public static final String SILENCE = "silence:";
    /** What is read as the time in s that a monitor's clock is behind the ward's. */
    public static final String CLOCK = "clock";
    /** Told of when a code came that no catalogue knows. */
    public static final String UNMAPPED = "unmapped";
    /** The lower end of the interval of the newest risk, 0 to 1. */
    public static final String RISK = "risk";
    /** Whose most urgent low limit waits for nothing: asystole and apnoea. */
    public static final Set<String> UNDELAYED = Set.of(VariableNames.HR, VariableNames.RR);

    public RuleInput {
        steps = List.copyOf(steps);
    }

    /** One limit. The hold is the alarm condition delay. */
    public record LimitStep(double limit, AlarmPriority priority, Duration hold, String setBy) {
        /** Who set a limit that is the rule set's own, and one that is the unit's. */
        public static final String RULE_SET = "RULE_SET";

        public static final String UNIT = "UNIT";

        /** The rule set's own. */
        public LimitStep(double limit, AlarmPriority priority, Duration hold) {
            this(limit, priority, hold, RULE_SET);
        }

        LimitStep at(double other, String by) {
            return new LimitStep(other, priority, hold, by);
        }
    }

    /** With another limit for one priority. */
    public RuleInput at(AlarmPriority priority, double limit, String by) {
        return new RuleInput(
                device,
                variable,
                labelFr,
                labelEn,
                side,
                band,
                clear,
                steps.stream()
                        .map(step -> step.priority() == priority ? step.at(limit, by) : step)
                        .toList());
    }

    RuleInput with(Collection<PatientLimit> limits) {
        RuleInput changed = this;
        for (PatientLimit limit : limits) {
            changed = changed.isOf(limit) ? changed.at(limit.priority(), limit.limit(), limit.by()) : changed;
        }
        return changed;
    }

    boolean isOf(PatientLimit limit) {
        return limit.variable().equals(variable)
                && limit.side() == side
                && step(limit.priority()).isPresent();
    }

    /** A more urgent step lies further out, and there is one step per priority. */
    public boolean isInOrder() {
        return IntStream.range(1, steps.size()).allMatch(i -> {
            LimitStep step = steps.get(i);
            LimitStep before = steps.get(i - 1);
            return side.violates(step.limit(), before.limit())
                    && step.limit() != before.limit()
                    && step.priority().isAbove(before.priority());
        });
    }

    public Optional<LimitStep> step(AlarmPriority priority) {
        return steps.stream().filter(step -> step.priority() == priority).findFirst();
    }

    public boolean violates(double charted, AlarmPriority priority) {
        return step(priority)
                .filter(step -> side.violates(charted, step.limit()))
                .isPresent();
    }

    /** Whether {@code charted} is well away from the limit of {@code priority}. */
    public boolean leaves(double charted, AlarmPriority priority) {
        return step(priority)
                .map(step -> side.clears(charted, step.limit(), band))
                .orElse(true);
    }

    public boolean clears(double charted) {
        return side.clears(charted, steps.get(0).limit(), band);
    }
}
