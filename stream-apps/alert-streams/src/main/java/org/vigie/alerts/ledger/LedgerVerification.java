package org.vigie.alerts.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.ledger.LedgerCheck.LedgerBreach;
import org.vigie.alerts.ledger.LedgerCheck.LedgerSummary;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;

/**
 * Holds the result of checking a ledger to its end, or to the first entry that breaks an invariant.
 *
 * @param walked summary of the checked entries
 * @param breach breach that ended the check; empty when the ledger is whole
 */
public record LedgerVerification(LedgerSummary walked, Optional<LedgerBreach> breach) {
    /** Verifies the present content of the topic. */
    public static LedgerVerification ofTopic(KafkaConnectionConfig kafka) throws IOException {
        return walk(consumer -> AlertLedgerReader.readTopic(kafka, consumer));
    }

    static LedgerVerification ofFile(Path file) throws IOException {
        return walk(consumer -> AlertLedgerReader.readFile(file, consumer));
    }

    public boolean isWhole() {
        return breach.isEmpty();
    }

    /** Gives the entries of a topic or a file to a consumer. */
    private interface EntrySource {
        void read(AlertLedgerReader.EntryConsumer consumer) throws IOException;
    }

    private static LedgerVerification walk(EntrySource source) throws IOException {
        var check = new LedgerCheck();
        List<LedgerBreach> first = new ArrayList<>();
        source.read((place, entry) -> {
            take(check, place, entry).ifPresent(first::add);
            return first.isEmpty();
        });
        return new LedgerVerification(check.walked(), first.stream().findFirst());
    }

    private static Optional<LedgerBreach> take(LedgerCheck check, String place, Optional<Alert> entry) {
        return entry.isPresent()
                ? check.take(place, entry.get())
                : Optional.of(new LedgerBreach(place, "?", 0, "the record cannot be read"));
    }
}
