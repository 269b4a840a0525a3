package org.vigie.replay.publication;

import org.vigie.signal.masking.TextMasker;
import picocli.CommandLine.Option;

/** Holds the options that say who publishes rules, and why. */
final class PublicationReason {
    @Option(names = "--author", required = true, paramLabel = "NAME", description = "Who publishes the rules.")
    String author = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why they are published.")
    private String reason = "";

    /** @throws IllegalArgumentException when one of them is blank */
    void check() {
        if (author.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "--author, --reason: must not be blank, were '%s' and '%s'".formatted(author, reason));
        }
    }

    /** Returns the reason without names and numbers of patients, because nobody deletes a publication. */
    String masked() {
        return new TextMasker().mask(reason).text();
    }
}
