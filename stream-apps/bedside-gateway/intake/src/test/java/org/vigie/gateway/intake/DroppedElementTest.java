package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.terminology.DropReason;

class DroppedElementTest {
    @Test
    void aLongValueIsCutToEightyCharacters() {
        // given
        String long81 = "x".repeat(81);
        // when
        DroppedElement cut = new DroppedElement("OBX[1]", "OBX-5", "", long81, DropReason.TEXT);
        DroppedElement whole = new DroppedElement("OBX[1]", "OBX-5", "", "x".repeat(80), DropReason.TEXT);
        // then
        assertThat(cut.value()).hasSize(80).endsWith("…");
        assertThat(whole.value()).isEqualTo("x".repeat(80));
    }

    @Test
    void anElementStandsForNoReadingUnlessItsNumberIsGiven() {
        // given
        DroppedElement element = new DroppedElement("OBX[1]", "OBX-5", "HR", "--", DropReason.TEXT, "/min");
        // when
        DroppedElement counted = element.withReadings(3).withExpected("a number");
        // then
        assertThat(element.readings()).isZero();
        assertThat(counted)
                .isEqualTo(new DroppedElement("OBX[1]", "OBX-5", "HR", "--", DropReason.TEXT, "/min", 3, "a number"));
    }
}
