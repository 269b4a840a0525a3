package org.vigie.training.learn.adversarial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Ends a training by time or by steps, whichever comes first. Only an end by steps gives the same weights again.
 *
 * @param steps of the generator
 */
public record TrainingBudget(Duration time, int steps) {
    public TrainingBudget {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("--budget: must be positive, was " + time);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("--steps: must be at least 1, was " + steps);
        }
    }

    /** Returns one of so many equal parts. */
    public TrainingBudget part(int parts) {
        return new TrainingBudget(time.dividedBy(parts), Math.max(1, steps / parts));
    }

    /** Starts to spend the budget. */
    public SpentBudget start(InstantSource clock) {
        return new SpentBudget(this, clock, clock.instant());
    }

    /** Tells how much of a budget is spent. */
    public record SpentBudget(TrainingBudget budget, InstantSource clock, Instant start) {
        /** Returns the share that is spent after this many steps, 1 at the end. */
        public double share(int steps) {
            double time = (double) Duration.between(start, clock.instant()).toMillis()
                    / budget.time().toMillis();
            return Math.min(1, Math.max(time, (double) steps / budget.steps()));
        }
    }
}
