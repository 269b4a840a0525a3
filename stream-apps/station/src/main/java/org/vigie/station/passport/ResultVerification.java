package org.vigie.station.passport;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Says whether a recorded result was computed again with the same outcome.
 *
 * @param id of the score ({@code stay:revision}) or of the alert
 * @param outcome {@code SAME}, {@code DIFF}, or {@code UNKNOWN} when it could not be computed
 * @param computedBy model with its version and digest, or version of the rules; empty when nothing was computed
 * @param inputs places of the inputs: {@code topic-partition-offset}
 * @param reason first field that differs with both values, or why nothing was computed; absent for {@code SAME}
 * @param command that computes it again
 */
public record ResultVerification(
        String id, String outcome, String computedBy, List<String> inputs, String reason, String command) {
    private static final Pattern VALUES = Pattern.compile(":.*", Pattern.DOTALL);

    public ResultVerification {
        inputs = List.copyOf(inputs);
    }

    /** Returns the answer when nothing was computed. */
    public static ResultVerification unknown(VerifiedKind kind, String id, String reason) {
        return new ResultVerification(id, "UNKNOWN", "", List.of(), reason, kind.command(id));
    }

    /** Returns the answer without the values of the field that differs: for a reader who may not see the score. */
    public ResultVerification withoutValues() {
        return "DIFF".equals(outcome)
                ? new ResultVerification(
                        id, outcome, computedBy, inputs, VALUES.matcher(reason).replaceFirst(""), command)
                : this;
    }
}
