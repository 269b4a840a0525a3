package org.vigie.signal.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One variable of a rule with its limits.
 *
 * @param device what measures it: of the devices of a rule only the first with a fresh value is asked
 * @param variable of the catalogue, or {@code news2}, {@code news2_single}, {@code silence:<variable>}
 * @param band how far beyond the mildest limit the value must come back, in the variable's unit
 * @param clear how long it must stay there before the episode ends
 * @param steps mildest limit first, one per priority
 */
public record Source(
        String device,
        String variable,
        String labelFr,
        String labelEn,
        Side side,
        double band,
        Duration clear,
        List<Step> steps) {
    /** What is read as the time in s since a variable was last heard. */
    public static final String SILENCE = "silence:";

    public Source {
        steps = List.copyOf(steps);
    }

    /** One limit. The hold is the alarm condition delay. */
    public record Step(double limit, Priority priority, Duration hold) {}

    Optional<Step> step(Priority priority) {
        return steps.stream().filter(step -> step.priority() == priority).findFirst();
    }

    boolean violates(double charted, Priority priority) {
        return step(priority)
                .filter(step -> side.violates(charted, step.limit()))
                .isPresent();
    }

    /** Whether {@code charted} is well away from the limit of {@code priority}. */
    boolean leaves(double charted, Priority priority) {
        return step(priority)
                .map(step -> side.clears(charted, step.limit(), band))
                .orElse(true);
    }

    boolean clears(double charted) {
        return side.clears(charted, steps.get(0).limit(), band);
    }
}
