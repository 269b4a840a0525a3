package org.vigie.cluster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes the steps of a rolling restart one after the other. When one fails, it and those before it are taken back in the reverse order, so
 * that no part reads what only the next build can write.
 */
record RestartSequence(List<RestartStep> steps) {
    /**
     * Takes all steps, or none.
     *
     * @return why all was taken back; empty when all steps were taken
     * @throws IllegalStateException when a part does not work as before either; the sentence names each
     */
    Optional<String> run() throws InterruptedException {
        Deque<RestartStep> taken = new ArrayDeque<>();
        for (RestartStep step : steps) {
            taken.push(step);
            try {
                step.change();
            } catch (RuntimeException e) {
                return Optional.of(takeBack(taken, e));
            }
        }
        return Optional.empty();
    }

    private static String takeBack(Deque<RestartStep> taken, RuntimeException cause) throws InterruptedException {
        String refusal = taken.element().name() + " does not work with the next build (" + cause.getMessage() + ")";
        List<String> failures = failures(taken);
        if (failures.isEmpty()) {
            return refusal + ". Restarted with the build of before: " + names(taken);
        }
        throw new IllegalStateException(
                refusal + ", and these do not work with the build of before either: " + String.join(", ", failures),
                cause);
    }

    /** Takes all of them back, also after one that fails. */
    private static List<String> failures(Deque<RestartStep> taken) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (RestartStep step : taken) {
            try {
                step.takeBack();
            } catch (RuntimeException e) {
                failures.add(step.name() + " (" + e.getMessage() + ")");
            }
        }
        return failures;
    }

    private static String names(Collection<RestartStep> steps) {
        return steps.stream().map(RestartStep::name).collect(Collectors.joining(", "));
    }
}
