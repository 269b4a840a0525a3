package org.vigie.training.command.synthetic;

import java.util.List;
import java.util.stream.Collectors;
import org.vigie.training.command.synthetic.SyntheticEvaluationRun.SyntheticEvaluation;

/** Writes the data card that travels with synthetic stays. */
record SyntheticDataCard(SyntheticEvaluation evaluation) {
    String text() {
        return """
            # Synthetic stays

            %d synthetic stays in intensive care, made by `%s` out of half of %d recorded stays. They are no patients. Do not use them to
            treat anybody, and do not publish results about patients from them alone.

            ## Privacy
            Each attack is compared with its success on recorded stays that were not used. A risk of 0 means no more success than there.

            | measure | value |
            | --- | --- |
            %s

            ## Utility
            | measure | value |
            | --- | --- |
            %s

            ## Rebalancing
            Trees out of fold on the recorded stays, without and with synthetic deaths in training.

            | measure | without | with |
            | --- | --- | --- |
            %s
            """.formatted(
                        evaluation.stays(),
                        evaluation.method(),
                        evaluation.recordedStays(),
                        joined(evaluation.privacy().rows()),
                        joined(evaluation.utility().rows()),
                        joined(evaluation.rebalancing().rows()));
    }

    private static String joined(List<List<String>> rows) {
        return rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
    }
}
