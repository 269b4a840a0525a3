package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.schemas.QuarantineReason;

class ValueShapeTest {
    @Test
    void aValueIsShownAsItsShapeOnly() {
        assertThat(ValueShape.of("1795880169").text()).isEqualTo("9999999999");
        assertThat(ValueShape.of("-37,5 °C").text()).isEqualTo("-99,9 ?A");
        assertThat(ValueShape.of("ORMEAU^Apolline").text()).isEqualTo("AAAAAA^AAAAAAAA");
        assertThat(ValueShape.of("٣٧ élève\n\u0007").text()).isEqualTo("99 AAAAA??");
        assertThat(ValueShape.of("").text()).isEmpty();
    }

    @Test
    void aLongValueIsCut() {
        assertThat(ValueShape.of("9".repeat(1_000)).text()).isEqualTo("9".repeat(24) + "…");
    }

    @Test
    void aRefusalNamesItsFieldWithoutCounters() {
        assertThat(refusal("Bundle.entry[2].resource.status: required").field())
                .isEqualTo("Bundle.entry.resource.status");
        assertThat(refusal("readings: must be a list").field()).isEqualTo("readings");
        assertThat(refusal("MSH-9: messages of this type are not taken here").field())
                .isEqualTo("MSH-9");
        assertThat(refusal("no colon here").field()).isEmpty();
        assertThat(refusal("Müller, née 1957: x").field()).isEmpty();
    }

    private static RefusedMessage refusal(String why) {
        return new RefusedMessage(IntakeProtocol.HL7, "MON", new byte[0], why, 0, QuarantineReason.REFUSED_MESSAGE);
    }
}
