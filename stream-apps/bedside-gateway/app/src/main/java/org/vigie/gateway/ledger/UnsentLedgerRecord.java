package org.vigie.gateway.ledger;

import java.util.concurrent.CompletableFuture;
import org.vigie.gateway.send.RecordSender;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.topic.TopicCatalogue;

/** Represents a record of the ledger that has changed and is not sent yet. It is a copy, so that it can be sent without the lock. */
sealed interface UnsentLedgerRecord {
    CompletableFuture<Void> send(RecordSender sender, TopicCatalogue topics);

    /** Marks the record as changed again, after the broker did not take it. */
    void markUnsent();

    /** Holds the counts of one sender. */
    record UnsentCounts(String key, SenderAccount account, CountedReadings counts) implements UnsentLedgerRecord {
        @Override
        public CompletableFuture<Void> send(RecordSender sender, TopicCatalogue topics) {
            return sender.send(topics.readingsCounted(), key, counts);
        }

        @Override
        public void markUnsent() {
            account.markCountsChanged();
        }
    }

    /** Holds an entry of the inbox. */
    record UnsentEntry(String key, SenderAccount account, LeftOutReadings entry) implements UnsentLedgerRecord {
        @Override
        public CompletableFuture<Void> send(RecordSender sender, TopicCatalogue topics) {
            return sender.send(topics.readingsLeftOut(), key, entry);
        }

        @Override
        public void markUnsent() {
            account.markEntryChanged(key);
        }
    }
}
