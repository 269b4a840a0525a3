package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoreTablesTest {
    private static final String MAY_RUN_AGAIN =
            "(CREATE (TABLE|VIEW) IF NOT EXISTS |ALTER TABLE (?=\\w+ ADD COLUMN IF NOT EXISTS\\s))";

    @Test
    void theWardsTablesHavePlainNames() {
        assertThat(StoreTables.in("ward").readings()).isEqualTo("readings");
        assertThat(StoreTables.in("ward").statements())
                .hasSize(24)
                .allSatisfy(statement -> assertThat(statement).matches("(?s)" + MAY_RUN_AGAIN + "[a-z].*"));
    }

    @Test
    void aRowWrittenAgainReplacesItselfInEveryTable() {
        assertThat(StoreTables.in("ward").statements())
                .filteredOn(statement -> statement.startsWith("CREATE TABLE"))
                .hasSize(11)
                .allSatisfy(statement -> assertThat(statement).contains("DEDUP UPSERT KEYS(time, "));
    }

    @Test
    void twoTriageLevelsOfOneInstantAreTwoRows() {
        assertThat(StoreTables.in("ward").statements())
                .filteredOn(statement -> statement.contains("EXISTS triage"))
                .singleElement()
                .satisfies(statement -> assertThat(statement).endsWith("KEYS(time, stay, level)"));
    }

    @Test
    void aReplayHasTablesOfItsOwn() {
        assertThat(StoreTables.in("replay-7").alerts()).isEqualTo("replay_7_alerts");
        assertThat(StoreTables.in("replay-7").statements())
                .allSatisfy(statement -> assertThat(statement).matches("(?s)" + MAY_RUN_AGAIN + "replay_7_.*"));
    }
}
