package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertKind;
import org.vigie.sink.SinkRecords;

class AlarmRowMapperTest {
    private final AlarmRowMapper rows = new AlarmRowMapper(StoreTables.in("ward"));

    @Test
    void anAlarmIsOneRowAtItsRaise() {
        // given
        AlarmEpisode episode = AlarmEpisode.newBuilder()
                .setAlert("a1")
                .setStay("stay-1")
                .setBed("REA/03")
                .setUnit("REA")
                .setRule("spo2_low")
                .setKind(AlertKind.PHYSIOLOGICAL)
                .setPriority(AlarmPriorityRecord.HIGH)
                .setRaisedAt(SinkRecords.NOON)
                .setClearedAt(SinkRecords.NOON.plusSeconds(60))
                .setEscalations(1)
                .setFeedback(AlarmFeedbackRecord.USEFUL)
                .build();

        // when, then
        assertThat(rows.of(episode, SinkRecords.raw(1, -1))).singleElement().satisfies(row -> {
            assertThat(row.table()).isEqualTo("alarm_episodes");
            assertThat(row.line())
                    .startsWith("alarm_episodes,bed=REA/03,stay=stay-1,unit=REA,rule=spo2_low,")
                    .contains("feedback=USEFUL", "alert=\"a1\"", "escalations=1i")
                    .doesNotContain("acknowledged_at");
        });
    }

    @Test
    void aLoadIsOneRowPerUnitAndInstant() {
        // given
        var load = new AlarmLoad("REA", SinkRecords.NOON, 3, 24, false, 2.0, 1.0, 1.0, 1.0);

        // when, then
        assertThat(rows.of(load, SinkRecords.raw(1, -1)))
                .singleElement()
                .extracting(StoreRow::line)
                .asString()
                .contains("last_10_minutes=3i", "last_120_minutes=24i", "burn=1.0");
    }
}
