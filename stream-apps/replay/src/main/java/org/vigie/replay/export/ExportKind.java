package org.vigie.replay.export;

import org.vigie.schemas.topic.TopicCatalogue;

/** Names what is exported; each kind is one table. */
enum ExportKind {
    VITALS {
        @Override
        ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
            return new ReadingTables(topics, pseudonyms).vitals();
        }
    },
    CLEAN {
        @Override
        ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
            return new ReadingTables(topics, pseudonyms).clean();
        }
    },
    WINDOWS {
        @Override
        ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
            return new WindowTable(topics, pseudonyms).table();
        }
    },
    SCORES {
        @Override
        ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
            return new RiskScoreTable(topics, pseudonyms).table();
        }
    },
    ALERTS {
        @Override
        ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms) {
            return new LedgerTable(topics, pseudonyms).table();
        }
    };

    abstract ExportTable<?> table(TopicCatalogue topics, ExportPseudonyms pseudonyms);
}
