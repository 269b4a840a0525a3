package org.vigie.replay.passport;

import java.util.List;
import java.util.Optional;

/**
 * Says whether a recorded result was computed again with the same outcome.
 *
 * @param id of the score ({@code stay:revision}) or of the alert
 * @param outcome what the comparison found
 * @param computedBy model with its version and digest, or version of the rules
 * @param inputs places of the inputs: {@code topic-partition-offset}
 * @param reason first difference, or why nothing was computed; empty for {@code SAME}
 */
public record PassportAnswer(
        String id, PassportOutcome outcome, String computedBy, List<String> inputs, Optional<String> reason) {
    public PassportAnswer {
        inputs = List.copyOf(inputs);
    }

    /** Creates the answer of a comparison. */
    static PassportAnswer compared(String id, String computedBy, List<String> inputs, Optional<String> difference) {
        PassportOutcome outcome = difference.isEmpty() ? PassportOutcome.SAME : PassportOutcome.DIFF;
        return new PassportAnswer(id, outcome, computedBy, inputs, difference);
    }

    /** Creates the answer when nothing could be computed. */
    static PassportAnswer unknown(String id, String reason) {
        return new PassportAnswer(id, PassportOutcome.UNKNOWN, "", List.of(), Optional.of(reason));
    }

    /** Returns one line, and one line for the inputs. */
    String text() {
        String by = computedBy.isEmpty() ? "" : " (" + computedBy + ")";
        String why = reason.map(each -> ": " + each).orElse("");
        String from = inputs.isEmpty() ? "" : "%n  inputs: %s".formatted(String.join(", ", inputs));
        return outcome + " " + id + by + why + from;
    }
}
