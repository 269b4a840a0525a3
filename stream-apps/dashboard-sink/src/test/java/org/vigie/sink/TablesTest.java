package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
    private static final String MAY_RUN_AGAIN =
            "(CREATE (TABLE|VIEW) IF NOT EXISTS |ALTER TABLE (?=\\w+ ADD COLUMN IF NOT EXISTS\\s))";

    @Test
    void theWardsTablesHavePlainNames() {
        assertThat(Tables.in("ward").readings()).isEqualTo("readings");
        assertThat(Tables.in("ward").statements())
                .hasSize(22)
                .allSatisfy(statement -> assertThat(statement).matches("(?s)" + MAY_RUN_AGAIN + "[a-z].*"));
    }

    @Test
    void aRowWrittenAgainReplacesItselfInEveryTable() {
        assertThat(Tables.in("ward").statements())
                .filteredOn(statement -> statement.startsWith("CREATE TABLE"))
                .hasSize(10)
                .allSatisfy(statement -> assertThat(statement).contains("DEDUP UPSERT KEYS(time, "));
    }

    @Test
    void twoTriageLevelsOfOneInstantAreTwoRows() {
        assertThat(Tables.in("ward").statements())
                .filteredOn(statement -> statement.contains("EXISTS triage"))
                .singleElement()
                .satisfies(statement -> assertThat(statement).endsWith("KEYS(time, stay, level)"));
    }

    @Test
    void aReplayHasTablesOfItsOwn() {
        assertThat(Tables.in("replay-7").alerts()).isEqualTo("replay_7_alerts");
        assertThat(Tables.in("replay-7").statements())
                .allSatisfy(statement -> assertThat(statement).matches("(?s)" + MAY_RUN_AGAIN + "replay_7_.*"));
    }
}
