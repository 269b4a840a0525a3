package org.vigie.signal.alarm;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.text.LocalizedText;

/**
 * Describes one variable of a rule with its limits.
 *
 * @param device device that measures it; of a rule's devices only the first with a fresh value is used
 * @param variable variable of the catalogue, or {@code news2}, {@code news2_single}, {@code risk}, {@code silence:<variable>}, {@code
 *     overdue:<variable>:<variable>}, {@code difference:<variable>:<variable>}, {@code clock}, {@code unmapped}
 * @param band hysteresis band: how far the value must come back inside the mildest limit, in the variable's unit
 * @param clear how long the value must stay there before the episode ends
 * @param steps limits with their priorities, the mildest first, one per priority
 * @param guardOrNull when a value is probably an artefact; null when nothing shows it
 */
public record RuleInput(
        String device,
        String variable,
        LocalizedText label,
        LimitSide side,
        double band,
        Duration clear,
        List<LimitStep> steps,
        @Nullable ArtefactGuard guardOrNull) {
    /** Prefix of an input whose value is the time in s since the last signal of a variable. */
    public static final String SILENCE = "silence:";
    /** Prefix of an input whose value is the time in s by which a variable is overdue, while a second variable has no value. */
    public static final String OVERDUE = "overdue:";
    /** Prefix of an input whose value is the difference of two variables in their unit, when the first one is measured. */
    public static final String DIFFERENCE = "difference:";
    /** Input whose value is the offset of a monitor's clock from the ward's clock in s. */
    public static final String CLOCK = "clock";
    /** Input that is set when a code came that no catalogue contains. */
    public static final String UNMAPPED = "unmapped";
    /** Input whose value is the lower end of the interval of the newest risk, 0 to 1. */
    public static final String RISK = "risk";
    /** Variables whose most urgent low limit has no delay: asystole and apnoea. */
    public static final Set<String> UNDELAYED = Set.of(VariableNames.HR, VariableNames.RR);

    public RuleInput {
        steps = List.copyOf(steps);
    }

    /** Describes an input without a guard. */
    public RuleInput(
            String device,
            String variable,
            LocalizedText label,
            LimitSide side,
            double band,
            Duration clear,
            List<LimitStep> steps) {
        this(device, variable, label, side, band, clear, steps, null);
    }

    /** Describes one limit of an input. {@code hold} is the alarm condition delay. */
    public record LimitStep(double limit, AlarmPriority priority, Duration hold, String setBy) {
        /** Value of {@code setBy} for a limit of the rule set. {@link #UNIT} stands for a limit of the unit. */
        public static final String RULE_SET = "RULE_SET";

        public static final String UNIT = "UNIT";

        /** Creates a limit of the rule set. */
        public LimitStep(double limit, AlarmPriority priority, Duration hold) {
            this(limit, priority, hold, RULE_SET);
        }

        LimitStep at(double other, String by) {
            return new LimitStep(other, priority, hold, by);
        }
    }

    /** Returns the input with another limit for one priority. */
    public RuleInput at(AlarmPriority priority, double limit, String by) {
        return new RuleInput(
                device,
                variable,
                label,
                side,
                band,
                clear,
                steps.stream()
                        .map(step -> step.priority() == priority ? step.at(limit, by) : step)
                        .toList(),
                guardOrNull);
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

    /** Returns true when each step is more urgent and lies further out than the step before. */
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
        return Optional.ofNullable(stepOrNull(priority));
    }

    /** Returns the step of a priority; null when there is none. */
    private @Nullable LimitStep stepOrNull(AlarmPriority priority) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).priority() == priority) {
                return steps.get(i);
            }
        }
        return null;
    }

    /** Returns true when {@code charted} violates the limit of any priority. NaN violates none. */
    public boolean violatesAny(double charted) {
        for (int i = 0; i < steps.size(); i++) {
            if (side.violates(charted, steps.get(i).limit())) {
                return true;
            }
        }
        return false;
    }

    public boolean violates(double charted, AlarmPriority priority) {
        LimitStep step = stepOrNull(priority);
        return step != null && side.violates(charted, step.limit());
    }

    /** Returns true when {@code charted} is inside the limit of {@code priority} by more than the hysteresis band. */
    public boolean leaves(double charted, AlarmPriority priority) {
        LimitStep step = stepOrNull(priority);
        return step == null || side.clears(charted, step.limit(), band);
    }

    /**
     * Returns true when {@code charted} is inside the limit of every step by more than the hysteresis band. A patient's limits end one by
     * one, so the first step is not always the mildest.
     */
    public boolean clears(double charted) {
        for (int i = 0; i < steps.size(); i++) {
            if (!side.clears(charted, steps.get(i).limit(), band)) {
                return false;
            }
        }
        return true;
    }
}
