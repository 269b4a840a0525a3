package org.vigie.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
    @Test
    void theWardsTablesHavePlainNames() {
        assertThat(Tables.in("ward").readings()).isEqualTo("readings");
        assertThat(Tables.in("ward").statements())
                .hasSize(6)
                .allSatisfy(statement -> assertThat(statement)
                        .startsWith("CREATE TABLE IF NOT EXISTS ")
                        .contains("DEDUP UPSERT KEYS(time, "));
    }

    @Test
    void aReplayHasTablesOfItsOwn() {
        assertThat(Tables.in("replay-7").alerts()).isEqualTo("replay_7_alerts");
        assertThat(Tables.in("replay-7").statements())
                .allSatisfy(statement -> assertThat(statement).startsWith("CREATE TABLE IF NOT EXISTS replay_7_"));
    }
}
