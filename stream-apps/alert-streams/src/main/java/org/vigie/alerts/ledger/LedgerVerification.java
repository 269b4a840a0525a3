package org.vigie.alerts.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.ledger.LedgerCheck.Breach;
import org.vigie.alerts.ledger.LedgerCheck.Walked;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.Alert;

/**
 * A ledger that was walked to its end, or to the first entry that breaks an invariant.
 *
 * @param breach that ended the walk; empty when the ledger is whole
 */
public record LedgerVerification(Walked walked, Optional<Breach> breach) {
    /** Verifies what the topic holds now. */
    public static LedgerVerification ofTopic(KafkaSettings kafka) throws IOException {
        return walk(reader -> Ledger.readTopic(kafka, reader));
    }

    static LedgerVerification ofFile(Path file) throws IOException {
        return walk(reader -> Ledger.readFile(file, reader));
    }

    public boolean isWhole() {
        return breach.isEmpty();
    }

    private interface Source {
        void read(Ledger.Reader reader) throws IOException;
    }

    private static LedgerVerification walk(Source source) throws IOException {
        var check = new LedgerCheck();
        List<Breach> first = new ArrayList<>();
        source.read((place, entry) -> {
            take(check, place, entry).ifPresent(first::add);
            return first.isEmpty();
        });
        return new LedgerVerification(check.walked(), first.stream().findFirst());
    }

    private static Optional<Breach> take(LedgerCheck check, String place, Optional<Alert> entry) {
        return entry.isPresent()
                ? check.take(place, entry.get())
                : Optional.of(new Breach(place, "?", 0, "the record cannot be read"));
    }
}
