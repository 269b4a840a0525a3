package org.vigie.sink.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.sink.SinkRecords.NOON;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Origin;
import org.vigie.schemas.Stay;
import org.vigie.testing.story.WardStory;

class BedMovementRowMapperTest {
    private static final Instant ONE = NOON.plusSeconds(3600);
    private static final Instant TWO = NOON.plusSeconds(7200);
    private static final Origin AT = new Origin("vigie.ward.stays.current", 0, 7L, -1);

    private final BedMovementRowMapper rows = new BedMovementRowMapper(StoreTables.in("ward"));

    @Test
    void anAdmissionIsARowInBothLanguagesWithTheOffsetOfItsRecord() {
        assertThat(rows.of(bed(stay("stay-1", NOON, null)), AT))
                .extracting(StoreRow::line)
                .containsExactly("bed_movements,bed=REA/03,stay=stay-1,movement=ADMITTED message_fr=\"Admission\","
                        + "message_en=\"Admission\",topic_offset=7i 1772366400000000000");
    }

    @Test
    void aPatientWhoWasAdmittedEarlierComesByTransfer() {
        // given
        Stay transferred =
                Stay.newBuilder(stay("stay-2", TWO, null)).setAdmittedAt(NOON).build();

        // when, then
        assertThat(movements(stay("stay-1", NOON, ONE), transferred))
                .containsExactly("stay-1 ADMITTED 0", "stay-1 LEFT 3600", "stay-2 TRANSFERRED 7200");
    }

    @Test
    void nobodyMovesWhereClaimsBeginOrStopToContradictEachOther() {
        assertThat(movements(
                        stay("stay-1", NOON, ONE),
                        stay("conflict-1", ONE, TWO),
                        stay("stay-1", TWO, TWO.plusSeconds(60))))
                .containsExactly(
                        "stay-1 ADMITTED 0",
                        "conflict-1 CONFLICTING 3600",
                        "conflict-1 SETTLED 7200",
                        "stay-1 LEFT 7260");
    }

    @Test
    void aBedWithoutStaysHasNoRow() {
        assertThat(rows.of(bed(), AT)).isEmpty();
    }

    private List<String> movements(Stay... stays) {
        return BedMovement.of(bed(stays)).stream()
                .map(movement -> movement.stay().getStay() + " " + movement.kind() + " "
                        + (movement.time().getEpochSecond() - NOON.getEpochSecond()))
                .toList();
    }

    private static BedStays bed(Stay... stays) {
        return new BedStays("REA/03", List.of(stays));
    }

    private static Stay stay(String name, Instant from, Instant until) {
        return new WardStory().bed("REA/03", name).admission(from, until);
    }
}
