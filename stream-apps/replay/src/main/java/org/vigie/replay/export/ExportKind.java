package org.vigie.replay.export;

import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.topic.TopicCatalogue;

/** Names what is exported; each kind is one table. */
enum ExportKind {
    VITALS,
    CLEAN,
    WINDOWS,
    SCORES,
    ALERTS,
    LABELS,
    STAYS;

    ExportTable<?> table(
            TopicCatalogue topics, ExportPseudonyms pseudonyms, AnonymityLevel anonymity, PartitionPeriod period) {
        return switch (this) {
            case VITALS -> new ReadingTables(topics, pseudonyms).vitals();
            case CLEAN -> new ReadingTables(topics, pseudonyms).clean();
            case WINDOWS -> new WindowTable(topics, pseudonyms).table();
            case SCORES -> new RiskScoreTable(topics, pseudonyms).table();
            case ALERTS -> new LedgerTable(topics, pseudonyms).table();
            case LABELS -> new LabelTable(topics, pseudonyms).table();
            case STAYS -> new StayTable(topics, pseudonyms, anonymity, period).table();
        };
    }
}
